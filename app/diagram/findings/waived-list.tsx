import { Badge } from "~/components/badge";
import { Button } from "~/components/button";
import { useRuleWords } from "~/components/model/use-rule-words";
import type { ZoneModelIndex } from "~/domain/zone-model/queries";
import type { ModelFinding } from "~/domain/zone-model/rules/rule";
import { isInForce, type SortedFindings } from "~/domain/zone-model/waivers";
import type { Waiver } from "~/domain/zone-model/zone-model";
import { formatDay } from "~/i18n/format";
import { useLanguage } from "~/i18n/use-language";
import { useTranslation } from "~/i18n/use-translation";
import { isThere } from "../element-ref";
import type { FindingTools } from "./finding-entry";

/** Who waived and when, by the id of the waiver, as far as the history had it when the page was read. */
export type WaiverAuthors = Readonly<Record<string, { personName: string; at: string }>>;

type WaivedListProps = {
  sorted: SortedFindings;
  index: ZoneModelIndex;
  tools: FindingTools;
  authors: WaiverAuthors;
};

/** What was accepted in writing: reason, until when, by whom, and the way back. Ended ones say so. */
export function WaivedList({ sorted, index, tools, authors }: WaivedListProps) {
  const { t } = useTranslation("model");
  const { waivers } = index.model;
  if (waivers.length === 0) return null;
  const findingOf = new Map(sorted.waived.map(({ finding, waiver }) => [waiver.id, finding]));
  return (
    <section className="finding-group">
      <h3 className="subsection-title">{t("waiver.title", { count: sorted.waived.length })}</h3>
      <ul>
        {waivers.map((waiver) => (
          <WaivedEntry
            key={waiver.id}
            waiver={waiver}
            finding={findingOf.get(waiver.id)}
            isElementThere={isThere(index, waiver.element)}
            tools={tools}
            author={authors[waiver.id]}
          />
        ))}
      </ul>
    </section>
  );
}

type WaivedEntryProps = {
  waiver: Waiver;
  finding: ModelFinding | undefined;
  isElementThere: boolean;
  tools: FindingTools;
  author: WaiverAuthors[string] | undefined;
};

function WaivedEntry({ waiver, finding, isElementThere, tools, author }: WaivedEntryProps) {
  const { t } = useTranslation("model");
  const language = useLanguage();
  const words = useRuleWords();
  const { id, element, reason, expiresOn } = waiver;
  const date = formatDay(expiresOn, language);
  const state = !isInForce(waiver, tools.today) ? "expired" : finding ? "in-force" : "idle";
  const sentence = finding ? words.sentence(finding) : words.title(waiver.ruleId);
  return (
    <li className="finding">
      {finding ? (
        <button
          type="button"
          className="finding-pick"
          aria-pressed={tools.tracedId === finding.id}
          onClick={() => tools.trace(finding)}
        >
          <span>{sentence}</span>
        </button>
      ) : (
        <p className="finding-gone">{sentence}</p>
      )}
      <div className="finding-more">
        <p>
          {reason}
          {" · "}
          {t("waiver.untilDay", { date })}
          {author
            ? ` · ${t("waiver.byPerson", { name: author.personName, date: formatDay(author.at, language) })}`
            : null}
        </p>
        {state === "in-force" ? null : (
          <Badge tone={state === "expired" ? "warning" : "neutral"} icon="temporary">
            {isElementThere || state === "expired" ? t(`waiver.state.${state}`, { date }) : t("waiver.gone")}
          </Badge>
        )}
        {tools.mayEdit ? (
          <Button
            size="small"
            icon="undo"
            onClick={() => tools.commit([{ type: "delete-waiver", waiverId: id, element }])}
          >
            {t("waiver.takeBack")}
          </Button>
        ) : null}
      </div>
    </li>
  );
}
