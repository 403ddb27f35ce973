import { KeyValue } from "~/components/key-value";
import { LevelStrip } from "~/components/level-strip";
import { Panel } from "~/components/panel";
import { toNotation } from "~/domain/security-level/security-level";
import { useTranslation } from "~/i18n/use-translation";
import type { RiskPageParts } from "./risk-parts";

/** What the element has to reach and why: in the draft, or as it was accepted. */
export function TargetPanel({ page }: { page: RiskPageParts }) {
  const { t } = useTranslation("risk");
  const { element, target, accepted } = page;
  const shown = element.effectiveTarget;
  return (
    <Panel level={3} title={t(accepted ? "accepted.target" : "target.now")}>
      <KeyValue
        entries={[
          {
            term: t("common:target"),
            value: shown ? (
              <span className="risk-compare">
                <LevelStrip target={shown} labels title={element.name} />
                <span>{toNotation(shown)}</span>
                {target.slTarget ? null : <span className="text-muted">{t("target.fromEnds")}</span>}
              </span>
            ) : (
              t("common:notSet")
            ),
          },
          {
            term: t("target.rationale"),
            value: (
              <span className="whitespace-pre-line">{target.slTargetRationale || t("common:none")}</span>
            ),
          },
        ]}
      />
    </Panel>
  );
}
