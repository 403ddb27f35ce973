import { useCanvasActions } from "../../canvas-actions";
import type { Curve } from "../../geometry";

const ENDS = ["from", "to"] as const;

/** Grips at both ends of the selected conduit: dragged to another zone they join that one. The panel can do the same. */
export function ConduitEnds({ conduitId, line }: { conduitId: string; line: Curve }) {
  const { mayEdit } = useCanvasActions();
  if (!mayEdit) return null;
  return ENDS.map((end) => {
    const at = line[end];
    const fixed = end === "from" ? line.to : line.from;
    return (
      <g
        key={end}
        className="conduit-end nodrag nopan"
        data-conduit={conduitId}
        data-end={end}
        data-fixed-x={fixed.x}
        data-fixed-y={fixed.y}
      >
        <circle className="conduit-end-hit" cx={at.x} cy={at.y} />
        <circle className="conduit-end-mark" cx={at.x} cy={at.y} r={6} />
      </g>
    );
  });
}
