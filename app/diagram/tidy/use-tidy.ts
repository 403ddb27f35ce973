import { useCallback, useEffect, useRef, useState } from "react";
import type { ZoneModelIndex } from "~/domain/zone-model/queries";
import type { ZoneModel } from "~/domain/zone-model/zone-model";
import type { EditorActions } from "../editor-actions";
import type { ElkZone } from "./elk-graph";
import { fromElk } from "./from-elk";
import { toElk } from "./to-elk";

/** `unchanged`: everything stood well already. `overtaken`: the model changed while elk worked, so nothing was moved. */
export type TidyState =
  | { kind: "idle" }
  | { kind: "running"; done: number; zones: number }
  | { kind: "done"; moved: number; zoneId: string | null }
  | { kind: "unchanged" | "overtaken" | "cancelled" | "failed" };

const CANVAS_FOLLOWS_MS = 120;

type TidyOptions = {
  index: ZoneModelIndex;
  commit: EditorActions["commit"];
  /** All of it is in view afterwards. */
  onDone(zoneId: string | null): void;
};

/** Puts zones in order when asked to: one gesture, cancellable while elk works. */
export function useTidy({ index, commit, onDone }: TidyOptions) {
  const [state, setState] = useState<TidyState>({ kind: "idle" });
  const latest = useRef({ index, commit, onDone });
  latest.current = { index, commit, onDone };
  const running = useRef<AbortController>();
  useEffect(() => () => running.current?.abort(), []);
  useEffect(() => {
    if (state.kind !== "done") return undefined;
    // The canvas takes the new boxes over in the frame after the one that draws the model.
    const timer = setTimeout(() => latest.current.onDone(state.zoneId), CANVAS_FOLLOWS_MS);
    return () => clearTimeout(timer);
  }, [state]);
  // What is said of the tidying holds for the drawing that it left.
  const left = useRef<ZoneModel>();
  useEffect(() => {
    if (state.kind !== "done") left.current = undefined;
    else if (left.current === undefined) left.current = index.model;
    else if (left.current !== index.model) setState({ kind: "idle" });
  }, [state, index.model]);

  const start = useCallback(async (zoneId: string | null): Promise<void> => {
    if (running.current) return;
    const controller = new AbortController();
    running.current = controller;
    const asked = latest.current.index;
    const graph = toElk(asked, zoneId);
    const zones = zonesIn(graph);
    setState({ kind: "running", done: 0, zones });
    try {
      const { runElk } = await import("./run-elk.client");
      const tell = inFrames(
        (done) => setState({ kind: "running", done, zones }),
        () => running.current !== controller || controller.signal.aborted,
      );
      const laidOut = await runElk(graph, controller.signal, tell);
      setState(applied(latest.current, asked, zoneId, laidOut));
    } catch {
      setState({ kind: controller.signal.aborted ? "cancelled" : "failed" });
    } finally {
      running.current = undefined;
    }
  }, []);

  const cancel = useCallback(() => running.current?.abort(), []);
  return { state, start, cancel };
}

function zonesIn({ children = [] }: ElkZone): number {
  return children.reduce((sum, child) => sum + 1 + zonesIn(child), 0);
}

/** The latest of what is told, once a frame, and nothing more after the end. */
function inFrames(tell: (done: number) => void, isOver: () => boolean): (done: number) => void {
  let latest = 0;
  let isDue = false;
  return (done) => {
    latest = done;
    if (isDue) return;
    isDue = true;
    requestAnimationFrame(() => {
      isDue = false;
      if (!isOver()) tell(latest);
    });
  };
}

/** Elk was asked about one state of the model: any other has boxes that it does not know. */
function applied(
  { index, commit }: Pick<TidyOptions, "index" | "commit">,
  asked: ZoneModelIndex,
  zoneId: string | null,
  laidOut: Parameters<typeof fromElk>[2],
): TidyState {
  if (index.model !== asked.model) return { kind: "overtaken" };
  const commands = fromElk(asked, zoneId, laidOut);
  if (commands.length === 0) return { kind: "unchanged" };
  return commit(commands) ? { kind: "done", moved: commands.length, zoneId } : { kind: "failed" };
}
