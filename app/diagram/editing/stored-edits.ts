import { ZoneModelCommandsSchema } from "~/domain/zone-model/commands";
import type { Batch } from "./edit-state";
import { indexedStore, type LargeStore } from "./large-store";
import { newId } from "./new-id";

/** What is not saved yet, kept in the browser until it is: it outlives a reload, a crash and a lost connection. */
export type StoredEdits = { version: number; batches: ReadonlyArray<Batch> };

export type EditStore = {
  /**
   * False where nothing is kept yet: what is too much to be written at once is written in the background, and
   * `whenKnown` says how that ended. False for good where the browser keeps nothing.
   */
  save(edits: StoredEdits | null, whenKnown?: (isKept: boolean) => void): boolean;
  /** What earlier visits left behind, oldest first; to be forgotten once it is kept elsewhere. Open tabs keep theirs. */
  takeOver(): Promise<{ edits: ReadonlyArray<StoredEdits>; forget(): void }>;
};

type Kept = StoredEdits & { at: number };

/** Where tabs cannot be asked whether they live, one that is silent for this long is taken for closed. */
const SILENCE_MS = 90_000;

/** Longer queues (an import of thousands of assets) would fill what a site may keep in `localStorage`. */
const MOST_AT_ONCE = 1_000_000;

/**
 * One entry per tab, so that two tabs never overwrite each other. `owner` keeps people at one computer apart. Short
 * queues are written at once, which even a crash a moment later does not undo; long ones go to the large store.
 */
export function editStoreFor(modelId: string, owner: string, large: LargeStore = indexedStore()): EditStore {
  const prefix = `cordon:edits:${owner}:${modelId}:`;
  const own = prefix + visit.id;
  let isLarge = false;
  let latest = 0;
  let writing: Promise<unknown> = Promise.resolve();
  startVisit();
  void holdLock(own);

  /** One after the other, and only what is still the latest. */
  function later(work: () => Promise<void>): Promise<boolean> {
    latest += 1;
    const turn = latest;
    const done = writing.then(async () => {
      if (turn === latest) await work();
      return true;
    });
    writing = done.catch(() => {});
    return done.catch(() => false);
  }

  return {
    save(edits, whenKnown) {
      const text = textOf(edits);
      if (text === null || (text.length <= MOST_AT_ONCE && write(own, text))) {
        if (text === null) remove(own);
        if (isLarge) void later(() => large.remove(own));
        isLarge = false;
        return true;
      }
      isLarge = true;
      void later(() => large.put(own, text)).then((isKept) => {
        // What stood there was shorter: a reload must not find both.
        if (isKept) remove(own);
        whenKnown?.(isKept);
      });
      return false;
    },
    async takeOver() {
      const held = await heldLocks();
      const found = new Map<string, Kept & { key: string }>();
      const inLarge = await large.entries(prefix).catch(() => []);
      for (const { key, text } of [...entriesWith(prefix), ...inLarge]) {
        const kept = readKept(text);
        const isNewest = kept && kept.at >= (found.get(key)?.at ?? 0);
        if (isNewest && (key === own || !isOpen(key, kept, held))) found.set(key, { ...kept, key });
      }
      const left = [...found.values()].sort((a, b) => a.at - b.at);
      const forget = () => {
        for (const { key } of left) {
          if (key === own) continue;
          remove(key);
          void large.remove(key).catch(() => {});
        }
      };
      return { edits: left, forget };
    },
  };
}

/** null where nothing waits. */
function textOf(edits: StoredEdits | null): string | null {
  if (!edits || edits.batches.length === 0) return null;
  return JSON.stringify({ ...edits, at: Date.now() } satisfies Kept);
}

function write(key: string, text: string): boolean {
  try {
    localStorage.setItem(key, text);
    return true;
  } catch {
    return false;
  }
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

function entriesWith(prefix: string): ReadonlyArray<{ key: string; text: string }> {
  try {
    return Object.keys(localStorage)
      .filter((key) => key.startsWith(prefix))
      .map((key) => ({ key, text: localStorage.getItem(key) ?? "null" }));
  } catch {
    return [];
  }
}

/** Anything that is not what this file wrote is left alone: the schema decides, not trust. */
function readKept(text: string): Kept | undefined {
  try {
    const kept: unknown = JSON.parse(text);
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
