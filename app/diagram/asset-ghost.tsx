import type { ZoneModelIndex } from "~/domain/zone-model/queries";
import { useTranslation } from "~/i18n/use-translation";
import type { Point } from "./geometry";
import { idsOf, isChosen, type Selection } from "./selection";
import type { AssetDrag } from "./use-asset-drag";

type AssetGhostProps = {
  drag: AssetDrag;
  /** From the corner of the canvas. */
  at: Point;
  index: ZoneModelIndex;
  selection: Selection;
  /** The zone below the pointer; null = none; undefined = beside the canvas. */
  targetId: string | null | undefined;
};

/** What is in the hand, and where it would go. */
export function AssetGhost({ drag, at, index, selection, targetId }: AssetGhostProps) {
  const { t } = useTranslation("diagram");
  const count = isChosen(selection, { kind: "asset", id: drag.assetId })
    ? idsOf(selection, "asset").length
    : 1;
  const zoneId = index.assetById.get(drag.assetId)?.zoneId ?? null;
  return (
    <div className="asset-ghost" style={{ left: at.x, top: at.y }} aria-hidden>
      <span className="asset-tile">
        <span className="asset-name">{count > 1 ? t("zone.assets", { count }) : drag.name}</span>
      </span>
      <span className="ghost-target">{targetText()}</span>
    </div>
  );

  function targetText(): string {
    if (targetId === undefined) return t("ghost.stays");
    if (targetId === null) return t("ghost.out");
    const name = index.zoneById.get(targetId)?.name ?? "";
    return targetId === zoneId && count === 1 ? t("ghost.stays") : t("ghost.into", { name });
  }
}
