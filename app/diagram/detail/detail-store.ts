import type { Detail } from "./wanted-details";

/** So many zones draw anew within one frame. */
export const MOST_AT_ONCE = 7;

export type DetailStore = ReturnType<typeof openDetails>;

/**
 * What every zone draws by itself just now. It follows what is wanted in small parts, one a frame, so that coming
 * closer to hundreds of zones never holds up a frame; only zones that change hear of it. `nextFrame` calls back once.
 */
export function openDetails(nextFrame: (work: () => void) => void) {
  const shown = new Map<string, Detail>();
  const listeners = new Map<string, () => void>();
  const settledListeners = new Set<() => void>();
  let queue: Array<readonly [string, Detail]> = [];
  let isWorking = false;
  /** Everything in view draws all of itself, so that nothing has to be drawn for it. */
  let isCovered = false;
  let isFull = false;

  function setCovered(isNow: boolean): void {
    if (isCovered === isNow) return;
    isCovered = isNow;
    for (const listener of settledListeners) listener();
  }

  function work(): void {
    for (const [id, detail] of queue.splice(0, MOST_AT_ONCE)) {
      if (detail === "none") shown.delete(id);
      else shown.set(id, detail);
      listeners.get(id)?.();
    }
    isWorking = queue.length > 0;
    if (isWorking) nextFrame(work);
    else setCovered(isFull);
  }

  return {
    read: (id: string): Detail => shown.get(id) ?? "none",
    subscribe(id: string, listener: () => void): () => void {
      listeners.set(id, listener);
      return () => {
        if (listeners.get(id) === listener) listeners.delete(id);
      };
    },
    isCovered: () => isCovered,
    subscribeCovered(listener: () => void): () => void {
      settledListeners.add(listener);
      return () => void settledListeners.delete(listener);
    },
    /** From now on these and no others; `full`: they are all that is in view. */
    want(wanted: ReadonlyMap<string, Detail>, isWholeView: boolean): void {
      const more = [...wanted].filter(([id, detail]) => shown.get(id) !== detail);
      const fewer = [...shown.keys()].filter((id) => !wanted.has(id)).map((id) => [id, "none"] as const);
      queue = [...more, ...fewer];
      isFull = isWholeView;
      if (!isWholeView || more.length > 0) setCovered(false);
      if (isWorking) return;
      // The frame in which the view changes has enough to do.
      isWorking = true;
      nextFrame(work);
    },
  };
}
