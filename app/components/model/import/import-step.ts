import type { ZoneModelCommand } from "~/domain/zone-model/commands";
import { readStored, store } from "./stored";

/** What leads back from the last import of this tab, which made `version` of the draft. */
export type ImportStep = { version: number; count: number; commands: ReadonlyArray<ZoneModelCommand> };

/** A page that edits the model holds the step among its own: undo there reaches it too. */
export type StepHolder = {
  /** False where something was done since: then the portal takes it back, if it still can. */
  undo(): boolean;
  /** The portal took it back. */
  withdraw(): void;
};

/** Where the storage is full the step lives as long as the page. */
const kept = new Map<string, ImportStep | null>();
const holders = new Map<string, StepHolder>();
const listeners = new Set<() => void>();

const keyOf = (modelId: string) => `cordon-import-undo:${modelId}`;

/** Keeps what leads back from an import until it is taken back or dismissed. */
export function keepImportStep(modelId: string, step: ImportStep): void {
  set(modelId, step);
}

export function forgetImportStep(modelId: string): void {
  if (readImportStep(modelId)) set(modelId, null);
}

/** The same object until it changes; in the browser only. */
export function readImportStep(modelId: string): ImportStep | null {
  const known = kept.get(modelId);
  if (known !== undefined) return known;
  const stored = readStored<ImportStep>(keyOf(modelId));
  kept.set(modelId, stored);
  return stored;
}

export function subscribeToImportSteps(listener: () => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

export function holdImportStep(modelId: string, holder: StepHolder): () => void {
  holders.set(modelId, holder);
  return () => {
    if (holders.get(modelId) === holder) holders.delete(modelId);
  };
}

export function holderOfImportStep(modelId: string): StepHolder | undefined {
  return holders.get(modelId);
}

function set(modelId: string, step: ImportStep | null): void {
  kept.set(modelId, step);
  store(keyOf(modelId), step);
  for (const listener of listeners) listener();
}
