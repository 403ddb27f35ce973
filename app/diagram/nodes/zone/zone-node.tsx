import { Handle, type NodeProps, NodeResizeControl, Position, ResizeControlVariant } from "@xyflow/react";
import { memo } from "react";
import { classNames } from "~/components/class-names";
import { useCanvasActions } from "../../canvas-actions";
import type { ZoneNode } from "../../to-flow";
import { useIsNear } from "../../zoom-level";
import { AssetTiles } from "./asset-tiles";
import { FarAssets } from "./far-assets";
import { ZoneTitle } from "./zone-title";

/** One zone: a box with a title, its assets and, while it is selected, grips to resize it. */
export const ZoneNodeView = memo(
  function ZoneNodeView({ data, selected, draggable, isConnectable }: NodeProps<ZoneNode>) {
    const isNear = useIsNear();
    const { zone, size, tiles, assetCount, worst } = data;
    return (
      <>
        <div
          className={classNames(
            "zone-box",
            selected && "is-selected",
            zone.trustClass === "untrusted" && "is-outside",
            worst && `zone-${worst}`,
          )}
          data-zone-id={zone.id}
        >
          <ZoneTitle content={data} isSelected={selected} isNear={isNear} />
          {isNear ? (
            <AssetTiles tiles={tiles} hidden={assetCount - tiles.length} />
          ) : (
            <FarAssets tiles={tiles} size={size} />
          )}
        </div>
        {isNear ? <Grips isOffered={isConnectable} /> : null}
        {isNear && selected && draggable ? <Resizers content={data} /> : null}
      </>
    );
  },
  (before, after) =>
    before.data === after.data &&
    before.selected === after.selected &&
    before.draggable === after.draggable &&
    before.isConnectable === after.isConnectable,
);

const SIDES = [Position.Top, Position.Right, Position.Bottom, Position.Left];

/** Where a conduit is drawn from. Lines end at grips, so they are there for readers too, only not to be seen. */
function Grips({ isOffered }: { isOffered: boolean }) {
  return SIDES.map((side) => (
    <Handle
      key={side}
      id={side}
      type="source"
      position={side}
      isConnectable={isOffered}
      className={isOffered ? "zone-grip" : "zone-grip is-inert"}
    />
  ));
}

/** Right and below only: the corner that sub-zones are measured from stays where it is. */
function Resizers({ content: { zone, smallest } }: { content: ZoneNode["data"] }) {
  const { resize } = useCanvasActions();
  const props = {
    minWidth: smallest.width,
    minHeight: smallest.height,
    onResizeEnd: (_event: unknown, { width, height }: { width: number; height: number }) =>
      resize(zone.id, { width, height }),
  };
  return (
    <>
      <NodeResizeControl
        {...props}
        position="right"
        variant={ResizeControlVariant.Line}
        className="zone-resize"
      />
      <NodeResizeControl
        {...props}
        position="bottom"
        variant={ResizeControlVariant.Line}
        className="zone-resize"
      />
      <NodeResizeControl {...props} position="bottom-right" className="zone-resize-corner" />
    </>
  );
}
