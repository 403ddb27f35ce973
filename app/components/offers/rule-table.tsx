import type { Message } from "~/domain/assessment/assessment";
import type { FindingTopic } from "~/domain/assessment/questions/finding-topics";
import type { RuleStanding } from "~/domain/procurement/offer-rules";
import { useTranslation } from "~/i18n/use-translation";
import { EmptyState } from "../empty-state";
import { Section } from "../section";
import { RuleBadge } from "./offer-badges";
import { type NamedOffer, OfferRow, OfferTable } from "./offer-table";
import { useOfferWords } from "./offer-words";

type ShownCell = { standing: RuleStanding; findings: ReadonlyArray<{ id: string; reason: Message }> };
type RuleTableProps = {
  offers: ReadonlyArray<NamedOffer>;
  rules: ReadonlyArray<{
    checkId: string;
    topic: FindingTopic;
    differs: boolean;
    title: Message;
    cells: ReadonlyArray<ShownCell>;
  }>;
};

/** How each offer stands to the rules of the zone: policy, documents, evidence, channels. */
export function RuleTable({ offers, rules }: RuleTableProps) {
  const { t } = useTranslation("offers");
  const { sentence } = useOfferWords();
  return (
    <Section title={t("rules.title")} description={t("rules.description")}>
      {rules.length === 0 ? (
        <EmptyState title={t("rules.none")}>{t("rules.noneText")}</EmptyState>
      ) : (
        <OfferTable caption={t("rules.caption")} first={t("rules.rule")} offers={offers}>
          <tbody>
            {rules.map(({ checkId, title, differs, cells }) => (
              <OfferRow
                key={checkId}
                differs={differs}
                offers={offers}
                head={sentence(title)}
                cell={(place) => <RuleCell cell={cells[place]} />}
              />
            ))}
          </tbody>
        </OfferTable>
      )}
    </Section>
  );
}

/** A cell says so much; the assessment says all. */
const FINDINGS_AT_MOST = 4;

function RuleCell({ cell }: { cell: ShownCell | undefined }) {
  const { t } = useTranslation("offers");
  const { sentence } = useOfferWords();
  if (!cell) return null;
  const { standing, findings } = cell;
  const more = findings.length - FINDINGS_AT_MOST;
  return (
    <>
      <RuleBadge standing={standing} />
      <ul className="mt-1 grid gap-0.5 text-sm">
        {findings.slice(0, FINDINGS_AT_MOST).map(({ id, reason }) => (
          <li key={id}>{sentence(reason)}</li>
        ))}
        {more > 0 ? <li className="text-muted">{t("rules.more", { count: more })}</li> : null}
      </ul>
    </>
  );
}
