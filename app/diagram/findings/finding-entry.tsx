import { useState } from "react";
import { Badge } from "~/components/badge";
import { Button } from "~/components/button";
import { Disclosure } from "~/components/disclosure";
import { SeverityBadge } from "~/components/model/finding-count";
import { useRuleWords } from "~/components/model/use-rule-words";
import type { ModelFinding } from "~/domain/zone-model/rules/rule";
import type { Waiver } from "~/domain/zone-model/zone-model";
import { formatDay } from "~/i18n/format";
import { useLanguage } from "~/i18n/use-language";
import { useTranslation } from "~/i18n/use-translation";
import type { EditorActions } from "../editor-actions";
import { WaiveForm } from "./waive-form";

/** What can be done with a finding, wherever it is listed. */
export type FindingTools = Pick<EditorActions, "commit"> & {
  mayEdit: boolean;
  /** The server's day. */
  today: string;
  tracedId: string | null;
  trace(finding: ModelFinding): void;
  /** Waivers that ended, by the id of the finding that is open again. */
  lapsed: ReadonlyMap<string, Waiver>;
};

type FindingEntryProps = {
  finding: ModelFinding;
  tools: FindingTools;
  /** Where no heading above says it. */
  isExplained?: boolean;
};

/** One open finding: choosing it draws its cause; it can be fixed in one step where one exists, or waived. */
export function FindingEntry({ finding, tools, isExplained = false }: FindingEntryProps) {
  const { t } = useTranslation("diagram");
  const language = useLanguage();
  const words = useRuleWords();
  const [isWaiving, setIsWaiving] = useState(false);
  const { mayEdit, commit, today, lapsed } = tools;
  const { severity, fix } = finding;
  const expiredOn = lapsed.get(finding.id)?.expiresOn;
  return (
    <li className="finding">
      <button
        type="button"
        className="finding-pick"
        aria-pressed={tools.tracedId === finding.id}
        onClick={() => tools.trace(finding)}
      >
        <SeverityBadge severity={severity} />
        <span>{words.sentence(finding)}</span>
      </button>
      <div className="finding-more">
        {isExplained ? (
          <Disclosure summary={words.title(finding.ruleId)}>
            <RuleExplanation ruleId={finding.ruleId} />
          </Disclosure>
        ) : null}
        {expiredOn ? (
          <Badge tone="warning" icon="temporary">
            {t("model:finding.lapsed", { date: formatDay(expiredOn, language) })}
          </Badge>
        ) : null}
        {mayEdit && !isWaiving ? (
          <div className="finding-steps">
            {fix ? (
              <Button size="small" icon="check" onClick={() => commit(fix)}>
                {t("findings.apply")}
              </Button>
            ) : null}
            <Button size="small" variant="quiet" onClick={() => setIsWaiving(true)}>
              {t("model:finding.waive")}
            </Button>
          </div>
        ) : null}
      </div>
      {mayEdit && isWaiving ? (
        <WaiveForm
          finding={finding}
          today={today}
          onWaive={(waiver) => {
            if (commit([{ type: "add-waiver", waiver }])) setIsWaiving(false);
          }}
          onCancel={() => setIsWaiving(false)}
        />
      ) : null}
    </li>
  );
}

export function RuleExplanation({ ruleId }: { ruleId: string }) {
  const { t } = useTranslation("diagram");
  const words = useRuleWords();
  return (
    <>
      <p>
        <strong>{t("findings.why")}.</strong> {words.why(ruleId)}
      </p>
      <p>
        <strong>{t("findings.fix")}.</strong> {words.fix(ruleId)}
      </p>
      <p>{words.clauses(ruleId).join(", ")}</p>
    </>
  );
}
