import { classNames } from "~/components/class-names";
import { Icon } from "~/components/icon";
import { levelStripSize } from "~/components/level-strip-geometry";
import { LevelStripGraphic } from "~/components/level-strip-graphic";
import { VERDICT_LOOKS } from "~/components/verdict-badge";
import { ViewChip } from "../../overlays/view-chip";
import { VisitorMark } from "../../presence/visitors";
import { SEVERITY_ICONS } from "../../severity";
import type { ZoneNodeContent } from "../../to-flow";
import { useZoneWords } from "../../use-element-words";
import { FarStrip } from "./far-strip";

const STRIP = levelStripSize("small", false);

type ZoneTitleProps = {
  content: ZoneNodeContent;
  isSelected: boolean;
  isNear: boolean;
  /** Too small to be read: there to be found, pressed and read out, and nothing is drawn. */
  isTiny: boolean;
};

/** The title bar; a button, so that Tab reaches every zone. */
export function ZoneTitle({ content, isSelected, isNear, isTiny }: ZoneTitleProps) {
  const wordsOf = useZoneWords();
  const { zone, totals, view } = content;
  const assetCount = totals?.assets ?? content.assetCount;
  const findingCount = totals?.findings ?? content.findingCount;
  const productCount = totals?.products ?? content.productCount;
  const worst = totals ? totals.worst : content.worst;
  const worstVerdict = totals ? totals.worstVerdict : content.worstVerdict;
  const { name, assets, findings, products } = wordsOf({
    ...{ name: zone.name, slTarget: zone.slTarget, view, hidden: totals?.zones ?? null },
    ...{ assets: assetCount, findings: findingCount, worst, products: productCount, worstVerdict },
  });
  return (
    <button
      type="button"
      className={classNames("zone-title", !isNear && "is-far")}
      aria-label={name}
      aria-current={isSelected ? "true" : undefined}
      title={isNear ? zone.name : undefined}
    >
      {isTiny ? null : (
        <span className="zone-name">
          {isNear ? <Icon name="zone" /> : null}
          <span className="zone-words">{zone.name}</span>
        </span>
      )}
      {isTiny ? null : (
        <span className="zone-facts">
          <VisitorMark kind="zone" id={zone.id} />
          {zone.slTarget && (isNear || !view || view.kind === "achieved") ? (
            <svg
              className="zone-strip"
              width={STRIP.width}
              height={STRIP.height}
              viewBox={`0 0 ${STRIP.width} ${STRIP.height}`}
              aria-hidden
              focusable="false"
            >
              {view?.kind === "achieved" ? (
                <LevelStripGraphic
                  target={zone.slTarget}
                  reached={view.alone}
                  withCountermeasures={view.vector}
                  size="small"
                />
              ) : isNear ? (
                <LevelStripGraphic target={zone.slTarget} size="small" />
              ) : (
                <FarStrip target={zone.slTarget} />
              )}
            </svg>
          ) : null}
          {view && (isNear || view.kind !== "achieved") ? <ViewChip view={view} isNear={isNear} /> : null}
          {isNear && !view && assetCount > 0 && !totals ? (
            <span className="zone-count" title={assets}>
              <Icon name="asset" />
              {assetCount}
            </span>
          ) : null}
          {worstVerdict && products && !view ? (
            <span className={`zone-verdict verdict-${VERDICT_LOOKS[worstVerdict].tone}`} title={products}>
              <Icon name={VERDICT_LOOKS[worstVerdict].icon} />
              {isNear ? productCount : null}
            </span>
          ) : null}
          {worst ? (
            <span className={`zone-mark mark-${worst}`} title={findings}>
              <Icon name={SEVERITY_ICONS[worst]} />
              {isNear ? findingCount : null}
            </span>
          ) : null}
        </span>
      )}
    </button>
  );
}
