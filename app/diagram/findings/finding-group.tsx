import { useState } from "react";
import { Button } from "~/components/button";
import { Disclosure } from "~/components/disclosure";
import { useRuleWords } from "~/components/model/use-rule-words";
import { fixAll } from "~/domain/zone-model/fix-all";
import type { ZoneModelIndex } from "~/domain/zone-model/queries";
import { useTranslation } from "~/i18n/use-translation";
import { FindingEntry, type FindingTools, RuleExplanation } from "./finding-entry";
import type { FindingGroup } from "./grouped-findings";

/** More at once are read by nobody. */
const SHOWN_FIRST = 8;
const SHOWN_MORE = 40;

type FindingGroupProps = { group: FindingGroup; index: ZoneModelIndex; tools: FindingTools };

/** All findings of one rule, with what the rule is for, and one gesture for all that have a one-step fix. */
export function FindingGroupView({ group, index, tools }: FindingGroupProps) {
  const { t } = useTranslation("diagram");
  const words = useRuleWords();
  const [shown, setShown] = useState(SHOWN_FIRST);
  const { rule, findings, fixable } = group;
  const hidden = findings.length - shown;
  const fixThem = () => {
    const commands = fixAll(
      index.model,
      rule,
      fixable.map(({ id }) => id),
    );
    if (commands.length > 0) tools.commit(commands);
  };
  return (
    <section className="finding-group">
      <div className="finding-heading">
        <h3 className="subsection-title">
          {t("findings.ruleCount", { title: words.title(rule.id), count: findings.length })}
        </h3>
        {tools.mayEdit && fixable.length > 1 ? (
          <Button size="small" icon="check" onClick={fixThem}>
            {t("findings.fixAll", { count: fixable.length })}
          </Button>
        ) : null}
      </div>
      <div className="finding-rule">
        <Disclosure summary={words.clauses(rule.id).join(", ")}>
          <RuleExplanation ruleId={rule.id} />
        </Disclosure>
      </div>
      <ul>
        {findings.slice(0, shown).map((finding) => (
          <FindingEntry key={finding.id} finding={finding} tools={tools} />
        ))}
      </ul>
      {hidden > 0 ? (
        <Button size="small" variant="quiet" onClick={() => setShown(shown + SHOWN_MORE)}>
          {t("findings.showMore", { count: Math.min(hidden, SHOWN_MORE) })}
        </Button>
      ) : null}
    </section>
  );
}
