import { useRevalidator } from "@remix-run/react";
import { useCallback, useRef, useState } from "react";
import type { ZoneModelCommand } from "~/domain/zone-model/commands";
import { inverseOfAll } from "~/domain/zone-model/inverse-of";
import type { ZoneModel } from "~/domain/zone-model/zone-model";
import { type ImportStep, keepImportStep } from "./import-step";
import { type ImportKind, postImport, type SaveErrorCode, savedVersionOf } from "./post-import";

type Commands = ReadonlyArray<ZoneModelCommand>;
type Model = { modelId: string; draft: ZoneModel; version: number };

/** What is going on. `share` is how much is sent, from 0 to 1. */
export type ImportRun = { phase: "sending" | "saving" | "taking-back"; share: number };
export type RunEnd = SaveErrorCode | "cancelled";

/**
 * Saves an import and knows how far it is. Cancelled, it leaves nothing behind: what is not sent yet is not sent, what
 * was saved all the same is taken back. An import whose answer got lost is looked for before it counts as not saved.
 */
export function useImportRun({ modelId, draft, version }: Model, onDone: () => void) {
  const [run, setRun] = useState<ImportRun | null>(null);
  const [end, setEnd] = useState<RunEnd | null>(null);
  const { revalidate } = useRevalidator();
  const current = useRef<{ isSent: boolean; isCancelled: boolean; stop: AbortController }>();

  const start = useCallback(
    async (kind: ImportKind, commands: Commands) => {
      const own = { isSent: false, isCancelled: false, stop: new AbortController() };
      current.current = own;
      const onSent = (share: number) => {
        own.isSent = share === 1;
        if (!own.isCancelled) setRun({ phase: own.isSent ? "saving" : "sending", share });
      };
      setEnd(null);
      onSent(0);
      const wayBack = inverseOfAll(draft, commands);
      const outcome = await postImport(modelId, kind, version, commands, { onSent, signal: own.stop.signal });
      const saved = outcome.ok ? outcome.version : await foundSaved(outcome.code, modelId, version, commands);
      const step = { version: saved ?? 0, count: commands.length, commands: wayBack.ok ? wayBack.value : [] };
      const isUndone = own.isCancelled && (saved === undefined || (await isTakenBack(modelId, step)));
      setRun(null);
      revalidate();
      if (isUndone) return setEnd("cancelled");
      if (saved === undefined) return setEnd(outcome.ok ? null : outcome.code);
      if (step.commands.length > 0) keepImportStep(modelId, step);
      onDone();
    },
    [modelId, draft, version, onDone, revalidate],
  );

  const cancel = useCallback(() => {
    const own = current.current;
    if (!own) return;
    own.isCancelled = true;
    setRun({ phase: "taking-back", share: 1 });
    // Where all of it is sent the portal decides: not to listen any more would only hide what it did.
    if (!own.isSent) own.stop.abort();
  }, []);
  const forget = useCallback(() => setEnd(null), []);
  return { run, end, start, cancel, forget };
}

/** Only an answer that got lost leaves anything to look for. */
async function foundSaved(
  code: SaveErrorCode,
  modelId: string,
  version: number,
  commands: Commands,
): Promise<number | undefined> {
  return code === "unreachable" ? savedVersionOf(modelId, version, commands) : undefined;
}

async function isTakenBack(modelId: string, { version, commands }: ImportStep): Promise<boolean> {
  return (await postImport(modelId, "undo", version, commands)).ok;
}
