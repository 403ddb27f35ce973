import { Icon } from "~/components/icon";
import { levelStripSize } from "~/components/level-strip-geometry";
import { LevelStripGraphic } from "~/components/level-strip-graphic";
import { VERDICT_LOOKS } from "~/components/verdict-badge";
import { toNotation } from "~/domain/security-level/security-level";
import { useTranslation } from "~/i18n/use-translation";
import { SEVERITY_ICONS } from "../../severity";
import type { ZoneNodeContent } from "../../to-flow";
import { FarStrip } from "./far-strip";

const STRIP = levelStripSize("small", false);

type ZoneTitleProps = { content: ZoneNodeContent; isSelected: boolean; isNear: boolean };

/** The title bar; a button, so that Tab reaches every zone. */
export function ZoneTitle({ content, isSelected, isNear }: ZoneTitleProps) {
  const { t } = useTranslation("diagram");
  const { zone, assetCount, findingCount, worst, productCount, worstVerdict } = content;
  const target = zone.slTarget
    ? t("zone.targetOf", { notation: toNotation(zone.slTarget) })
    : t("zone.noTarget");
  const findings = worst
    ? `${t("zone.findings", { count: findingCount })} (${t(`model:finding.severity.${worst}`)})`
    : t("zone.findings", { count: findingCount });
  const assets = t("zone.assets", { count: assetCount });
  const products = worstVerdict
    ? t("products.zone", { count: productCount, verdict: t(`components:verdict.${worstVerdict}`) })
    : null;
  const holds = [target, assets, products].filter((part) => part !== null).join(", ");
  const name = t("zone.description", { name: zone.name, assets: holds, findings });
  return (
    <button
      type="button"
      className={isNear ? "zone-title" : "zone-title is-far"}
      aria-label={name}
      aria-current={isSelected ? "true" : undefined}
      title={isNear ? zone.name : undefined}
    >
      <span className="zone-name">
        {isNear ? <Icon name="zone" /> : null}
        <span className="zone-words">{zone.name}</span>
      </span>
      <span className="zone-facts">
        {zone.slTarget ? (
          <svg
            className="zone-strip"
            width={STRIP.width}
            height={STRIP.height}
            viewBox={`0 0 ${STRIP.width} ${STRIP.height}`}
            aria-hidden
            focusable="false"
          >
            {isNear ? (
              <LevelStripGraphic target={zone.slTarget} size="small" />
            ) : (
              <FarStrip target={zone.slTarget} />
            )}
          </svg>
        ) : null}
        {isNear && assetCount > 0 ? (
          <span className="zone-count" title={assets}>
            <Icon name="asset" />
            {assetCount}
          </span>
        ) : null}
        {worstVerdict && products ? (
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
    </button>
  );
}
