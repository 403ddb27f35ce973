import { useMemo } from "react";
import { chosenLines } from "./canvas-marks";
import { edgesIn } from "./edges/conduit/edges-in-view";
import type { Cause } from "./findings/cause";
import { causeLines, edgesWithCause } from "./findings/cause-marks";
import type { Box } from "./geometry";
import type { Selection } from "./selection";
import type { ConduitEdge } from "./to-edges";
import type { Flow } from "./to-flow";
import { useInSlices } from "./use-in-slices";

/** So many lines are drawn within one frame. */
const MOST_LINES = 16;
const NO_EDGES: ReadonlyArray<ConduitEdge> = [];

/** Lines with their labels where they can be read, in `area`; with none, and until they all stand, lines from afar. */
export function useEdges(flow: Flow, selection: Selection, cause: Cause | null, area: Box | null) {
  const lines = useMemo(() => chosenLines(flow.edges, selection), [flow.edges, selection]);
  const causes = useMemo(() => causeLines(flow.edges, cause), [flow.edges, cause]);
  const inView = useMemo(
    () => (area ? edgesIn(flow.edges, flow.boxes, area) : NO_EDGES),
    [flow.edges, flow.boxes, area],
  );
  const { shown, isComplete } = useInSlices(inView, MOST_LINES);
  const edges = useMemo(
    () =>
      edgesWithCause(
        shown.map((edge) => (lines.has(edge.id) ? { ...edge, selected: true, zIndex: 1_000 } : edge)),
        causes,
      ),
    [shown, lines, causes],
  );
  return { edges, lines, causes, isFar: area === null || !isComplete };
}
