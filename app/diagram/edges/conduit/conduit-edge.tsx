import { EdgeLabelRenderer, type EdgeProps, type InternalNode, useInternalNode } from "@xyflow/react";
import { memo } from "react";
import { classNames } from "~/components/class-names";
import { type Box, curveBetween, pathOf, pointOn } from "../../geometry";
import type { ConduitEdge } from "../../to-edges";
import { ConduitEnds } from "./conduit-ends";
import { ConduitLabel } from "./conduit-label";
import { lineClassOf, noticeLineOf } from "./line-class";

/** A line from border to border, wide enough to hit, with its label. */
export const ConduitEdgeView = memo(
  function ConduitEdgeView({ source, target, data, selected = false }: EdgeProps<ConduitEdge>) {
    const from = boxOf(useInternalNode(source));
    const to = boxOf(useInternalNode(target));
    if (!data || !from || !to) return null;
    const line = curveBetween(from, to, data.bow);
    const path = pathOf(line);
    const { x, y } = pointOn(line, data.labelAt);
    const { conduit, bundle, worst, isCause, view } = data;
    return (
      <>
        <path className="conduit-hit" d={path} />
        <path
          className={classNames(
            "conduit-line",
            bundle && bundle.length > 1 ? "line-bundle" : lineClassOf(conduit),
            noticeLineOf(view),
            selected && "is-selected",
            worst && `line-${worst}`,
            isCause && "is-cause",
          )}
          d={path}
        />
        {selected && !bundle ? <ConduitEnds conduitId={conduit.id} line={line} /> : null}
        <EdgeLabelRenderer>
          <div className="conduit-anchor" style={{ transform: `translate(${x}px,${y}px)` }}>
            <ConduitLabel content={data} isSelected={selected} />
          </div>
        </EdgeLabelRenderer>
      </>
    );
  },
  (before, after) =>
    before.data === after.data &&
    before.selected === after.selected &&
    before.source === after.source &&
    before.target === after.target,
);

function boxOf(node: InternalNode | undefined): Box | undefined {
  if (!node) return undefined;
  const { width = 0, height = 0 } = node.measured.width === undefined ? node : node.measured;
  return { ...node.internals.positionAbsolute, width, height };
}
