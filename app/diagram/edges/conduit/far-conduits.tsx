import { ViewportPortal } from "@xyflow/react";
import { memo, useMemo } from "react";
import { type Box, curveBetween, pathOf } from "../../geometry";
import type { ConduitEdge } from "../../to-edges";
import { useZoomStep } from "../../zoom-level";
import { lineClassOf, noticeLineOf } from "./line-class";

/** Pixels of the screen: at most one, where a browser draws lines fastest. */
const LINE = 0.84;

type FarConduitsProps = {
  edges: ReadonlyArray<ConduitEdge>;
  boxes: ReadonlyMap<string, Box>;
  selectedIds: ReadonlySet<string>;
  causeIds: ReadonlySet<string>;
};

/** From afar: one path per kind of line for all conduits, and one for the selected ones. */
export const FarConduits = memo(function FarConduits({
  edges,
  boxes,
  selectedIds,
  causeIds,
}: FarConduitsProps) {
  const zoom = useZoomStep();
  const paths = useMemo(() => {
    const byClass = new Map<string, Array<string>>();
    for (const { id, source, target, data } of edges) {
      const from = boxes.get(source);
      const to = boxes.get(target);
      if (!from || !to || !data) continue;
      const name = causeIds.has(id)
        ? "is-cause"
        : selectedIds.has(id)
          ? "is-selected"
          : (noticeLineOf(data.view) ?? lineClassOf(data.conduit));
      const line = pathOf(curveBetween(from, to, data.bow));
      const lines = byClass.get(name);
      if (lines) lines.push(line);
      else byClass.set(name, [line]);
    }
    return [...byClass].map(([name, lines]) => [name, lines.join("")] as const);
  }, [edges, boxes, selectedIds, causeIds]);
  return (
    <ViewportPortal>
      <svg
        className="far-conduits"
        width={1}
        height={1}
        strokeWidth={LINE / zoom}
        aria-hidden
        focusable="false"
      >
        {paths.map(([name, path]) => (
          <path key={name} className={`conduit-line ${name}`} d={path} />
        ))}
      </svg>
    </ViewportPortal>
  );
});
