import "./findings.css";
import { useMemo, useState } from "react";
import { Button } from "~/components/button";
import { SEVERITIES } from "~/components/model/finding-count";
import { useRuleWords } from "~/components/model/use-rule-words";
import { Panel } from "~/components/panel";
import { SelectField } from "~/components/select-field";
import type { ZoneModelIndex } from "~/domain/zone-model/queries";
import type { SortedFindings } from "~/domain/zone-model/waivers";
import { useTranslation } from "~/i18n/use-translation";
import type { FindingTools } from "./finding-entry";
import { FindingGroupView } from "./finding-group";
import { type FindingFilter, groupedFindings } from "./grouped-findings";
import { WaivedList, type WaiverAuthors } from "./waived-list";

type FindingsListProps = {
  sorted: SortedFindings;
  index: ZoneModelIndex;
  tools: FindingTools;
  authors: WaiverAuthors;
  onEscape(): void;
};

/** What the model rules say, rule by rule, the worst first. Choosing one draws its cause on the canvas. */
export function FindingsList({ sorted, index, tools, authors, onEscape }: FindingsListProps) {
  const { t } = useTranslation("diagram");
  const words = useRuleWords();
  const [filter, setFilter] = useState<FindingFilter>({ severity: null, ruleId: null });
  const { open } = sorted;
  const groups = useMemo(() => groupedFindings(open, filter), [open, filter]);
  const rules = useMemo(() => groupedFindings(open, { severity: null, ruleId: null }), [open]);
  const countOf = (severity: FindingFilter["severity"]) =>
    severity === null ? open.length : open.filter((finding) => finding.severity === severity).length;
  return (
    <Panel title={t("findings.title")} id="findings">
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the buttons inside have the focus */}
      <div
        onKeyDown={({ key }) => {
          if (key === "Escape") onEscape();
        }}
      >
        {open.length === 0 ? <p className="editor-none">{t("findings.none")}</p> : null}
        {open.length > 0 ? (
          <div className="finding-filter">
            <fieldset>
              <legend className="sr-only">{t("findings.bySeverity")}</legend>
              {[null, ...SEVERITIES].map((severity) => (
                <Button
                  key={severity ?? ""}
                  size="small"
                  aria-pressed={filter.severity === severity}
                  disabled={severity !== null && countOf(severity) === 0}
                  onClick={() => setFilter((before) => ({ ...before, severity }))}
                >
                  {severity
                    ? t(`model:finding.count.${severity}`, { count: countOf(severity) })
                    : t("findings.all", { count: countOf(null) })}
                </Button>
              ))}
            </fieldset>
            <SelectField
              name="finding-rule"
              label={t("findings.byRule")}
              placeholder={t("findings.allRules")}
              value={filter.ruleId ?? ""}
              options={rules.map(({ rule, findings }) => ({
                value: rule.id,
                label: t("findings.ruleCount", { title: words.title(rule.id), count: findings.length }),
              }))}
              onChange={({ target }) =>
                setFilter((before) => ({ ...before, ruleId: target.value === "" ? null : target.value }))
              }
            />
          </div>
        ) : null}
        {open.length > 0 && groups.length === 0 ? (
          <p className="editor-none">{t("findings.filteredOut")}</p>
        ) : null}
        <div className="finding-groups">
          {groups.map((group) => (
            <FindingGroupView key={group.rule.id} group={group} index={index} tools={tools} />
          ))}
        </div>
        <WaivedList sorted={sorted} index={index} tools={tools} authors={authors} />
      </div>
    </Panel>
  );
}
