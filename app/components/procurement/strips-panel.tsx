import type { SlVector } from "~/domain/security-level/security-level";
import { useTranslation } from "~/i18n/use-translation";
import { LevelStrip } from "../level-strip";
import { LevelStripLegend } from "../level-strip-legend";
import { Panel } from "../panel";

type StripsPanelProps = {
  slTarget: SlVector;
  slCapability: { native: SlVector; withCountermeasures: SlVector };
};

/** The zone's target against the product alone, and against the product with what the zone provides. */
export function StripsPanel({ slTarget, slCapability }: StripsPanelProps) {
  const { t } = useTranslation("assessment");
  return (
    <Panel title={t("strips.title")} description={t("strips.description")}>
      <div className="flex flex-wrap gap-x-10 gap-y-4">
        <figure className="grid gap-1">
          <LevelStrip
            size="large"
            labels
            title={t("strips.native")}
            target={slTarget}
            reached={slCapability.native}
          />
          <figcaption className="text-sm">{t("strips.native")}</figcaption>
        </figure>
        <figure className="grid gap-1">
          <LevelStrip
            size="large"
            labels
            title={t("strips.withCountermeasures")}
            target={slTarget}
            reached={slCapability.native}
            withCountermeasures={slCapability.withCountermeasures}
          />
          <figcaption className="text-sm">{t("strips.withCountermeasures")}</figcaption>
        </figure>
      </div>
      <LevelStripLegend />
    </Panel>
  );
}
