import { useBlocker, useRevalidator } from "@remix-run/react";
import { useDeferredValue, useEffect, useMemo, useState, useSyncExternalStore } from "react";
import { indexModel } from "~/domain/zone-model/queries";
import { evaluateRules } from "~/domain/zone-model/rules";
import type { ZoneModel } from "~/domain/zone-model/zone-model";
import { openEditSession, type Snapshot } from "./edit-session";
import { postEditsTo, readNews } from "./post-edits";
import { type EditStore, editStoreFor } from "./stored-edits";

type EditorOptions = {
  modelId: string;
  draft: ZoneModel;
  version: number;
  savedAt: string;
  mayEdit: boolean;
  /** Whose edits these are, for what is kept in the browser. */
  owner: string;
};

export type ZoneModelEditor = ReturnType<typeof useZoneModelEditor>;

/** How often to ask for what others saved, while the page is looked at. */
const CATCH_UP_MS = 20_000;
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
      readNews: (since) => readNews(modelId, since),
      store: lazyStore(() => editStoreFor(modelId, owner)),
      readDraft: revalidate,
    }),
  );
  const snapshot = useSyncExternalStore(session.subscribe, session.read, session.read);

  useEffect(() => {
    void session.open();
    return session.close;
  }, [session]);

  useEffect(() => session.setDraft(draft, version), [session, draft, version]);

  useEffect(() => {
    const look = () => {
      if (document.visibilityState === "visible") void session.catchUp();
      else void session.flush();
    };
    const timer = setInterval(look, CATCH_UP_MS);
    window.addEventListener("focus", look);
    document.addEventListener("visibilitychange", look);
    window.addEventListener("online", session.retry);
    return () => {
      clearInterval(timer);
      window.removeEventListener("focus", look);
      document.removeEventListener("visibilitychange", look);
      window.removeEventListener("online", session.retry);
    };
  }, [session]);

  useLeaving(snapshot, session.flush);

  const { model } = snapshot.edit;
  const index = useMemo(() => indexModel(model), [model]);
  return { session, snapshot, model, index, findings: useFindings(model), mayEdit };
}

/** Moving a box changes no fact: the rules run again only when one changed, and never before the change is shown. */
function useFindings(model: ZoneModel) {
  const { zones, conduits, assets } = model;
  const facts = useMemo(() => ({ zones, conduits, assets, layout: {} }), [zones, conduits, assets]);
  const settled = useDeferredValue(facts);
  return useMemo(() => evaluateRules(settled), [settled]);
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
  return { save: (edits) => get().save(edits), takeOver: () => get().takeOver() };
}
