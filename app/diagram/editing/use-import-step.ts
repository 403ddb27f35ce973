import { useCallback, useEffect, useRef } from "react";
import { forgetImportStep, holdImportStep, readImportStep } from "~/components/model/import/import-step";
import type { EditSession } from "./edit-session";
import { type EditState, withEarlierStep, withoutStep } from "./edit-state";
import { newId } from "./new-id";

/** The name of the step among those of a session. */
const batchId = `import-${newId()}`;

/**
 * The last import of this tab as the first step that undo takes back, also after a reload, until something else is
 * saved. Undone, it is forgotten here as everywhere. What it gives is to be called once the session is open.
 */
export function useImportStep(session: EditSession, modelId: string, past: EditState["past"]): () => void {
  const offer = useCallback(() => {
    const step = readImportStep(modelId);
    if (!step) return;
    const { version, commands } = step;
    session.setSteps((edit) => withEarlierStep(edit, version, { batchId, commands }));
  }, [session, modelId]);

  useEffect(
    () =>
      holdImportStep(modelId, {
        undo: () => session.read().edit.past.at(-1)?.batchId === batchId && session.undo(),
        withdraw: () => session.setSteps((edit) => withoutStep(edit, batchId)),
      }),
    [session, modelId],
  );

  const isHeld = past.some((step) => step.batchId === batchId);
  const wasHeld = useRef(false);
  useEffect(() => {
    if (wasHeld.current && !isHeld) forgetImportStep(modelId);
    wasHeld.current = isHeld;
  }, [isHeld, modelId]);

  return offer;
}
