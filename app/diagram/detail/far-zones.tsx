import { ViewportPortal } from "@xyflow/react";
import { memo, useMemo, useRef } from "react";
import { classNames } from "~/components/class-names";
import type { Box } from "../geometry";
import type { ZoneNode } from "../to-flow";
import { useHasTitles, useZoomStep } from "../zoom-level";
import { type FarArea, farAreas, farShapes, isSameArea } from "./far-areas";
import { useIsCovered } from "./use-details";

/** Pixels of the screen: at most one, where a browser draws lines fastest. */
const LINE = 0.84;

type FarZonesProps = { nodes: ReadonlyArray<ZoneNode>; boxes: ReadonlyMap<string, Box> };

/** All zones and assets as a few paths behind the nodes, which from afar show nothing but what is chosen. */
export const FarZones = memo(function FarZones({ nodes, boxes }: FarZonesProps) {
  const zoom = useZoomStep();
  const isCovered = useIsCovered();
  const hasTitles = useHasTitles();
  const last = useRef<ReadonlyArray<FarArea>>([]);
  // What nobody sees stays as it was.
  const areas = useMemo(() => (isCovered ? last.current : farAreas(nodes, boxes)), [nodes, boxes, isCovered]);
  last.current = areas;
  return (
    <ViewportPortal>
      <svg
        className={classNames("far-zones", isCovered && "is-covered", hasTitles && "has-titles")}
        width={1}
        height={1}
        strokeWidth={Math.max(1.5, LINE / zoom)}
        aria-hidden
        focusable="false"
      >
        {areas.map((area) => (
          <FarAreaView key={area.id} area={area} />
        ))}
      </svg>
    </ViewportPortal>
  );
});

const FarAreaView = memo(
  function FarAreaView({ area }: { area: FarArea }) {
    return farShapes(area).map(({ className, path }) => (
      <path key={className} className={className} d={path} />
    ));
  },
  (before, after) => isSameArea(before.area, after.area),
);
