import { Handle, type NodeProps, Position } from "@xyflow/react";
import { memo } from "react";
import { classNames } from "~/components/class-names";
import { useCanvasActions } from "../../canvas-actions";
import { useDetail } from "../../detail/use-details";
import type { ZoneNode } from "../../to-flow";
import { useIsLabelLarge } from "../../zoom-level";
import { AssetTiles } from "./asset-tiles";
import { CollapseButton } from "./collapse-button";
import { CollapsedBody } from "./collapsed-body";
import { Resizers } from "./resizers";
import { ZoneTitle } from "./zone-title";

/** One zone: a box with a title, its assets and, while it is selected, grips to resize it. From afar its title at most. */
export const ZoneNodeView = memo(
  function ZoneNodeView({ data, selected, draggable, isConnectable }: NodeProps<ZoneNode>) {
    const detail = useDetail(data.zone.id);
    const isNear = detail === "full";
    const { mayEdit } = useCanvasActions();
    const { zone, tiles, assetCount, totals, chosenAssets, causeAssets } = data;
    const worst = totals ? totals.worst : data.worst;
    return (
      <>
        <div
          className={classNames(
            "zone-box",
            !isNear && "is-far",
            selected && "is-selected",
            totals && "is-collapsed",
            zone.trustClass === "untrusted" && "is-outside",
            worst && `zone-${worst}`,
            data.view && `view-${data.view.tone}`,
          )}
          data-zone-id={zone.id}
        >
          <ZoneTitle content={data} isSelected={selected} isNear={isNear} isTiny={detail === "none"} />
          {totals && detail !== "none" ? <CollapsedBody totals={totals} isNear={isNear} /> : null}
          {isNear && !totals ? (
            <AssetTiles
              tiles={tiles}
              hidden={assetCount - tiles.length}
              chosen={chosenAssets}
              cause={causeAssets}
              isSpelledOut={data.view?.kind === "approval"}
            />
          ) : null}
        </div>
        {isNear ? <Grips isOffered={isConnectable} /> : null}
        {isNear && mayEdit ? <FoldWhenLarge content={data} /> : null}
        {isNear && selected && draggable && !totals ? <Resizers content={data} /> : null}
      </>
    );
  },
  (before, after) =>
    before.data === after.data &&
    before.selected === after.selected &&
    before.draggable === after.draggable &&
    before.isConnectable === after.isConnectable,
);

/** Like the label of a conduit a button only while it is large enough to be pressed. */
function FoldWhenLarge({ content }: { content: ZoneNode["data"] }) {
  const isLarge = useIsLabelLarge();
  const isEmpty = !content.hasChildren && content.assetCount === 0 && !content.totals;
  return isLarge && !isEmpty ? (
    <CollapseButton zone={content.zone} isCollapsed={content.totals !== null} />
  ) : null;
}

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
