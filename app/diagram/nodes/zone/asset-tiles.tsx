import { memo } from "react";
import { APPROVAL_LOOKS } from "~/components/approval-badge";
import { classNames } from "~/components/class-names";
import { Icon } from "~/components/icon";
import { useTranslation } from "~/i18n/use-translation";
import { TILE } from "../../measures";
import { SEVERITY_ICONS } from "../../severity";
import type { AssetTile } from "../../to-flow";

type AssetTilesProps = {
  tiles: ReadonlyArray<AssetTile>;
  hidden: number;
  chosen: ReadonlySet<string> | undefined;
  cause: ReadonlySet<string> | undefined;
  /** Where each product stands is written out, not only marked. */
  isSpelledOut: boolean;
};

/**
 * The assets of a zone as plain boxes. They are picked and dragged through the canvas, which listens for
 * `data-asset-id`; the keyboard reaches them in the panel of their zone.
 */
export const AssetTiles = memo(function AssetTiles({
  tiles,
  hidden,
  chosen,
  cause,
  isSpelledOut,
}: AssetTilesProps) {
  const { t } = useTranslation("diagram");
  return (
    <>
      {tiles.map(({ asset, x, y, worst, approval, isAffected }) => (
        <div
          key={asset.id}
          className={classNames(
            "asset-tile nodrag",
            worst && `asset-${worst}`,
            isAffected && "is-affected",
            // A finger that takes it does not move the view.
            chosen?.has(asset.id) && "is-selected nopan",
            cause?.has(asset.id) && "is-cause",
          )}
          data-asset-id={asset.id}
          style={{ left: x, top: y, width: TILE.width, height: TILE.height }}
          title={[
            asset.name,
            ...(isAffected ? [t("overlay:view.affected")] : []),
            ...(approval ? [t(`components:approval.${approval}`)] : []),
          ].join(": ")}
        >
          {isAffected ? <Icon name="warning" /> : null}
          {worst ? <Icon name={SEVERITY_ICONS[worst]} /> : null}
          <span className="asset-name">
            {asset.name}
            {isAffected ? <span className="asset-approval">{t("overlay:view.affected")}</span> : null}
            {approval && isSpelledOut ? (
              <span className="asset-approval">{t(`components:approval.${approval}`)}</span>
            ) : null}
          </span>
          {asset.quantity > 1 ? (
            <span className="asset-quantity">{t("zone.quantity", { count: asset.quantity })}</span>
          ) : null}
          {/* The name of what is affected needs the room; the hover and the panel have the rest. */}
          {asset.wireless && !isAffected ? <Icon name="wireless" /> : null}
          {approval && !isAffected ? (
            <span className={`view-chip view-chip-${APPROVAL_LOOKS[approval].tone}`}>
              <Icon name={APPROVAL_LOOKS[approval].icon} label={t(`components:approval.${approval}`)} />
            </span>
          ) : null}
        </div>
      ))}
      {hidden > 0 ? <span className="zone-more">{t("zone.more", { count: hidden })}</span> : null}
    </>
  );
});
