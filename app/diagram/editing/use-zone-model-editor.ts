import { useBlocker, useRevalidator } from "@remix-run/react";
import { useEffect, useMemo, useRef, useState, useSyncExternalStore } from "react";
import { indexModel, type ZoneModelIndex } from "~/domain/zone-model/queries";
import { type Evaluation, evaluateAgain } from "~/domain/zone-model/rules";
import { type SortedFindings, sortOutWaived } from "~/domain/zone-model/waivers";
import type { ZoneModel } from "~/domain/zone-model/zone-model";
import { openEditSession, type Snapshot } from "./edit-session";
import { postEditsTo, readState } from "./post-edits";
import { type EditStore, editStoreFor } from "./stored-edits";
import { useImportStep } from "./use-import-step";

type EditorOptions = {
  modelId: string;
  draft: ZoneModel;
  version: number;
  savedAt: string;
  mayEdit: boolean;
  /** Whose edits these are, for what is kept in the browser. */
  owner: string;
  /** The server's day, for what is waived until one. */
  today: string;
};

export type ZoneModelEditor = ReturnType<typeof useZoneModelEditor>;

/** Leaving waits this long for a save that is on its way; what is not saved by then stays in the browser. */
const LEAVE_MS = 3_000;

/**
 * The model being edited, what the rules say of it, and the gestures. The same functions as on the server apply
 * each command and judge the model, so what is shown is what will be saved.
 */
export function useZoneModelEditor(options: EditorOptions) {
  const { modelId, draft, version, mayEdit, owner } = options;
  const { revalidate } = useRevalidator();
  const [session] = useState(() =>
    openEditSession({
      ...options,
      post: postEditsTo(modelId),
      readState: (at) => readState(modelId, at),
      store: lazyStore(() => editStoreFor(modelId, owner)),
      readDraft: revalidate,
    }),
  );
  const snapshot = useSyncExternalStore(session.subscribe, session.read, session.read);

  const offerImport = useImportStep(session, modelId, snapshot.edit.past);
  useEffect(() => {
    void session.open().then(() => mayEdit && offerImport());
    return session.close;
  }, [session, mayEdit, offerImport]);

  useEffect(() => session.setDraft(draft, version), [session, draft, version]);

  useEffect(() => {
    const look = () => {
      if (document.visibilityState !== "visible") void session.flush();
    };
    // Signed in again in another tab: what waits is tried when this one is looked at.
    const again = () => {
      if (session.read().obstacle?.kind === "signed-out") session.retry();
    };
    document.addEventListener("visibilitychange", look);
    window.addEventListener("focus", again);
    window.addEventListener("online", session.retry);
    return () => {
      document.removeEventListener("visibilitychange", look);
      window.removeEventListener("focus", again);
      window.removeEventListener("online", session.retry);
    };
  }, [session]);

  useLeaving(snapshot, session.flush);

  const { model } = snapshot.edit;
  const index = useIndex(model);
  const sorted = useFindings(index, options.today);
  return { session, snapshot, model, index, sorted, findings: sorted.open, mayEdit };
}

/** Look-ups of what an edit left alone are taken over from before it. */
function useIndex(model: ZoneModel): ZoneModelIndex {
  const previous = useRef<ZoneModelIndex>();
  return useMemo(() => {
    previous.current = indexModel(model, previous.current);
    return previous.current;
  }, [model]);
}

/** Rules run again where a part that they read has changed; moving a box changes none. Drawing twice would cost more. */
function useFindings(index: ZoneModelIndex, today: string): SortedFindings {
  const previous = useRef<Evaluation>();
  const evaluation = useMemo(() => {
    previous.current = evaluateAgain(index, previous.current);
    return previous.current;
  }, [index]);
  const { findings } = evaluation;
  const { waivers } = index.model;
  return useMemo(() => sortOutWaived(findings, waivers, today), [findings, waivers, today]);
}

/** Another page of the portal waits for the save, so that it shows what was just drawn. */
function useLeaving({ edit, isKept, obstacle }: Snapshot, flush: () => Promise<void>): void {
  const waits = edit.queue.length > 0;
  const blocker = useBlocker(
    ({ currentLocation, nextLocation }) =>
      waits && !obstacle && currentLocation.pathname !== nextLocation.pathname,
  );
  useEffect(() => {
    if (blocker.state !== "blocked") return;
    const longest = new Promise((resolve) => setTimeout(resolve, LEAVE_MS));
    void Promise.race([flush().then(flush), longest]).then(() => blocker.proceed());
  }, [blocker, flush]);

  useEffect(() => {
    if (!waits || isKept) return;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener("beforeunload", warn);
    return () => window.removeEventListener("beforeunload", warn);
  }, [waits, isKept]);
}

/** The browser's storage is first touched after hydration: the server has none. */
function lazyStore(make: () => EditStore): EditStore {
  let store: EditStore | undefined;
  const get = () => {
    store ??= make();
    return store;
  };
  return { save: (edits, whenKnown) => get().save(edits, whenKnown), takeOver: () => get().takeOver() };
}
