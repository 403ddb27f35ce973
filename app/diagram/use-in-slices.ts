import { useEffect, useMemo, useState } from "react";

/**
 * The first entries of a list, more with every frame until all are there; a list that follows starts with those it has
 * in common with what is shown already.
 */
export function useInSlices<Entry extends { id: string }>(
  all: ReadonlyArray<Entry>,
  atOnce: number,
): { shown: ReadonlyArray<Entry>; isComplete: boolean } {
  const [ids, setIds] = useState<ReadonlySet<string>>(NONE);
  const shown = useMemo(() => all.filter(({ id }) => ids.has(id)), [all, ids]);
  const isComplete = shown.length === all.length;
  const next = useMemo(() => nextIds(all, ids, atOnce), [all, ids, atOnce]);
  useEffect(() => {
    if (next === ids) return undefined;
    const frame = requestAnimationFrame(() => setIds(next));
    return () => cancelAnimationFrame(frame);
  }, [next, ids]);
  return { shown: isComplete ? all : shown, isComplete };
}

const NONE: ReadonlySet<string> = new Set();

/** The ids of a list that are shown already and the next few of the others; the same object where nothing changes. */
export function nextIds(
  all: ReadonlyArray<{ id: string }>,
  ids: ReadonlySet<string>,
  atOnce: number,
): ReadonlySet<string> {
  const kept = all.filter(({ id }) => ids.has(id));
  const added = all.filter(({ id }) => !ids.has(id)).slice(0, atOnce);
  if (added.length === 0 && kept.length === ids.size) return ids;
  return new Set([...kept, ...added].map(({ id }) => id));
}
