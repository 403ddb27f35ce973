import { NodeResizeControl, ResizeControlVariant } from "@xyflow/react";
import { useCanvasActions } from "../../canvas-actions";
import { smallestFrom } from "../../resize-gesture";
import type { ZoneNode } from "../../to-flow";

const SIDES = ["left", "right", "top", "bottom"] as const;
const CORNERS = [
  ["top-left", ["top", "left"]],
  ["top-right", ["top", "right"]],
  ["bottom-left", ["bottom", "left"]],
  ["bottom-right", ["bottom", "right"]],
] as const;

/** A grip on every side and corner. Sub-zones, measured from the left upper corner, get new places when that moves. */
export function Resizers({ content }: { content: ZoneNode["data"] }) {
  const { endResize } = useCanvasActions();
  const onResizeEnd = () => endResize(content.zone.id);
  const limits = (sides: ReadonlyArray<(typeof SIDES)[number]>) => {
    const { width, height } = smallestFrom(content, sides);
    return { minWidth: width, minHeight: height };
  };
  return (
    <>
      {SIDES.map((side) => (
        <NodeResizeControl
          key={side}
          {...limits([side])}
          onResizeEnd={onResizeEnd}
          position={side}
          variant={ResizeControlVariant.Line}
          className="zone-resize"
        />
      ))}
      {CORNERS.map(([corner, sides]) => (
        <NodeResizeControl
          key={corner}
          {...limits(sides)}
          onResizeEnd={onResizeEnd}
          position={corner}
          className="zone-resize-corner"
        />
      ))}
    </>
  );
}
