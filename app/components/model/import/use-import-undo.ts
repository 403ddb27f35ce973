import { useRevalidator } from "@remix-run/react";
import { useCallback, useState, useSyncExternalStore } from "react";
import { forgetImportStep, holderOfImportStep, readImportStep, subscribeToImportSteps } from "./import-step";
import { postImport } from "./post-import";

const nothing = () => null;

/** The last import of this tab, to be taken back as a whole: by the diagram where it is open, else by the portal. */
export function useImportUndo(modelId: string) {
  const step = useSyncExternalStore(subscribeToImportSteps, () => readImportStep(modelId), nothing);
  const [state, setState] = useState<"idle" | "busy" | "undone" | "failed">("idle");
  const { revalidate } = useRevalidator();

  const undo = useCallback(async () => {
    if (!step) return;
    const holder = holderOfImportStep(modelId);
    if (holder?.undo()) return setState("undone");
    setState("busy");
    const outcome = await postImport(modelId, "undo", step.version, step.commands);
    if (!outcome.ok && (outcome.code === "unreachable" || outcome.code === "signed-out"))
      return setState("idle");
    if (outcome.ok) holder?.withdraw();
    forgetImportStep(modelId);
    setState(outcome.ok ? "undone" : "failed");
    revalidate();
  }, [modelId, step, revalidate]);
  const dismiss = useCallback(() => forgetImportStep(modelId), [modelId]);
  return { step, state, undo, dismiss };
}
