import { ZoneModelCommandsSchema } from "~/domain/zone-model/commands";
import type { Batch } from "./edit-state";
import { newId } from "./new-id";

/** What is not saved yet, kept in the browser until it is: it outlives a reload, a crash and a lost connection. */
export type StoredEdits = { version: number; batches: ReadonlyArray<Batch> };

export type EditStore = {
  /** False where the browser keeps nothing: full, or switched off. */
  save(edits: StoredEdits | null): boolean;
  /** What earlier visits left behind, oldest first; to be forgotten once it is kept elsewhere. Open tabs keep theirs. */
  takeOver(): Promise<{ edits: ReadonlyArray<StoredEdits>; forget(): void }>;
};

type Kept = StoredEdits & { at: number };

/** Where tabs cannot be asked whether they live, one that is silent for this long is taken for closed. */
const SILENCE_MS = 90_000;

/** One entry per tab, so that two tabs never overwrite each other. `owner` keeps people at one computer apart. */
export function editStoreFor(modelId: string, owner: string): EditStore {
  const prefix = `cordon:edits:${owner}:${modelId}:`;
  const own = prefix + visit.id;
  startVisit();
  void holdLock(own);
  return {
    save(edits) {
      try {
        if (!edits || edits.batches.length === 0) localStorage.removeItem(own);
        else localStorage.setItem(own, JSON.stringify({ ...edits, at: Date.now() } satisfies Kept));
        return true;
      } catch {
        return false;
      }
    },
    async takeOver() {
      const held = await heldLocks();
      const left: Array<Kept & { key: string }> = [];
      for (const key of keysWith(prefix)) {
        const kept = readKept(key);
        if (kept && (key === own || !isOpen(key, kept, held))) left.push({ ...kept, key });
      }
      left.sort((a, b) => a.at - b.at);
      const forget = () => {
        for (const { key } of left) if (key !== own) remove(key);
      };
      return { edits: left, forget };
    },
  };
}

/** A name for this visit; that of the visit before it in the same tab is what a reload leaves behind. */
const visit = { id: newId(), previous: "" };

function startVisit(): void {
  if (visit.previous !== "") return;
  try {
    visit.previous = sessionStorage.getItem("cordon:visit") ?? "none";
    sessionStorage.setItem("cordon:visit", visit.id);
  } catch {
    visit.previous = "none";
  }
}

/** Held until the tab ends, however it ends. Browsers offer locks on secure pages only. */
async function holdLock(name: string): Promise<void> {
  if (!navigator.locks || locked.has(name)) return;
  locked.add(name);
  await navigator.locks.request(name, { ifAvailable: true }, () => new Promise(() => {})).catch(() => {});
}

const locked = new Set<string>();

async function heldLocks(): Promise<ReadonlySet<string> | undefined> {
  if (!navigator.locks) return undefined;
  const { held = [] } = await navigator.locks.query();
  return new Set(held.flatMap(({ name }) => name ?? []));
}

function isOpen(key: string, { at }: Kept, held: ReadonlySet<string> | undefined): boolean {
  if (held) return held.has(key);
  return !key.endsWith(`:${visit.previous}`) && Date.now() - at < SILENCE_MS;
}

function keysWith(prefix: string): ReadonlyArray<string> {
  try {
    return Object.keys(localStorage).filter((key) => key.startsWith(prefix));
  } catch {
    return [];
  }
}

/** Anything that is not what this file wrote is left alone: the schema decides, not trust. */
function readKept(key: string): Kept | undefined {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(key) ?? "null");
    if (typeof kept !== "object" || kept === null) return undefined;
    const { version, batches, at }: Partial<Record<keyof Kept, unknown>> = kept;
    if (typeof version !== "number" || typeof at !== "number" || !Array.isArray(batches)) return undefined;
    const checked = batches.flatMap((batch: unknown): ReadonlyArray<Batch> => {
      const { id, commands }: Partial<Record<keyof Batch, unknown>> = Object(batch);
      const parsed = ZoneModelCommandsSchema.safeParse(commands);
      return typeof id === "string" && parsed.success ? [{ id, commands: parsed.data }] : [];
    });
    return checked.length > 0 ? { version, batches: checked, at } : undefined;
  } catch {
    return undefined;
  }
}

function remove(key: string): void {
  try {
    localStorage.removeItem(key);
  } catch {
    // Nothing is kept where nothing can be removed.
  }
}
