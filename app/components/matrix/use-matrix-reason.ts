import { useEffect, useRef, useState } from "react";
import type { Message, Severity } from "~/domain/assessment/assessment";
import { readJson } from "../use-resource";

export type MatrixReason = {
  reasons: ReadonlyArray<{ id: string; severity: Severity; reason: Message }>;
  more: number;
};
type State = { path: string; reason: MatrixReason | null; isFailed: boolean };

/** Whoever passes over cells asks for none of them. */
const ASK_AFTER_MS = 250;

/** The reason at a path, asked for once somebody stays and kept for the next look. Null while it is on its way. */
export function useMatrixReason(path: string | null): Omit<State, "path"> {
  const kept = useRef(new Map<string, MatrixReason>());
  const [found, setFound] = useState<State | null>(null);
  useEffect(() => {
    if (path === null || kept.current.has(path)) return;
    const stop = new AbortController();
    const timer = setTimeout(() => {
      readJson<MatrixReason>(path, stop.signal).then(
        (reason) => {
          kept.current.set(path, reason);
          setFound({ path, reason, isFailed: false });
        },
        () => {
          if (!stop.signal.aborted) setFound({ path, reason: null, isFailed: true });
        },
      );
    }, ASK_AFTER_MS);
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [path]);
  const known = path === null ? undefined : kept.current.get(path);
  return { reason: known ?? null, isFailed: !known && found?.path === path && (found?.isFailed ?? false) };
}
