import type { AnswerValue } from "~/domain/declaration/declaration";
import type { FactDifference } from "~/domain/declaration/difference";
import { type SlVector, toNotation } from "~/domain/security-level/security-level";
import { useTranslation } from "~/i18n/use-translation";
import { AnswerBadge } from "../answer-badge";
import { DataTable } from "../data-table";
import { FactValue } from "../declaration/fact-value";
import { Panel } from "../panel";

type SaidAnswer = { value: AnswerValue | "unanswered"; note: string };
type Titled = { id: string; title: string };
export type SaidOtherwiseProps = {
  answers: ReadonlyArray<{ requirementId: string; title: string; before: SaidAnswer; after: SaidAnswer }>;
  claim: { before: SlVector | null; after: SlVector | null } | null;
  facts: ReadonlyArray<FactDifference>;
  evidence: {
    added: ReadonlyArray<Titled>;
    removed: ReadonlyArray<Titled>;
    changed: ReadonlyArray<Titled>;
  };
};

/** Answers, facts and evidence that differ between two declarations. */
export function SaidOtherwise({ answers, claim, facts, evidence }: SaidOtherwiseProps) {
  const { t } = useTranslation("questions");
  const levels = (vector: SlVector | null) => (vector ? toNotation(vector) : t("comparison.noClaim"));
  const pieces = (["added", "changed", "removed"] as const).filter((kind) => evidence[kind].length > 0);
  const isSilent = answers.length + facts.length + pieces.length === 0 && claim === null;
  return (
    <Panel title={t("comparison.declared")}>
      {isSilent ? <p>{t("comparison.nothingDeclared")}</p> : null}
      {claim ? (
        <p>{t("comparison.claim", { before: levels(claim.before), after: levels(claim.after) })}</p>
      ) : null}
      {answers.length > 0 ? (
        <DataTable
          caption={t("comparison.answersCaption", { count: answers.length })}
          rows={answers}
          rowKey={({ requirementId }) => requirementId}
          columns={[
            {
              id: "row",
              header: t("comparison.row"),
              rowHeader: true,
              wrap: true,
              cell: ({ requirementId, title }) => (
                <>
                  {requirementId} <span className="font-normal">{title}</span>
                </>
              ),
            },
            {
              id: "before",
              header: t("comparison.before"),
              wrap: true,
              cell: ({ before }) => <Said answer={before} />,
            },
            {
              id: "after",
              header: t("comparison.after"),
              wrap: true,
              cell: ({ after }) => <Said answer={after} />,
            },
          ]}
        />
      ) : null}
      {facts.length > 0 ? (
        <DataTable
          caption={t("comparison.facts", { count: facts.length })}
          rows={facts}
          rowKey={({ key }) => key}
          columns={[
            {
              id: "fact",
              header: t("comparison.factName"),
              rowHeader: true,
              wrap: true,
              cell: ({ key }) => t(`facts:field.${key}`),
            },
            {
              id: "before",
              header: t("comparison.before"),
              wrap: true,
              cell: ({ key, before }) => <FactValue factKey={key} value={before} />,
            },
            {
              id: "after",
              header: t("comparison.after"),
              wrap: true,
              cell: ({ key, after }) => <FactValue factKey={key} value={after} />,
            },
          ]}
        />
      ) : null}
      {pieces.length > 0 ? (
        <section className="grid gap-1">
          <h3 className="subsection-title">{t("comparison.evidence")}</h3>
          <ul className="list-disc ps-5">
            {pieces.flatMap((kind) =>
              evidence[kind].map(({ id, title }) => (
                <li key={`${kind} ${id}`}>
                  {t("comparison.fact", { name: title, kind: t(`comparison.${kind}`) })}
                </li>
              )),
            )}
          </ul>
        </section>
      ) : null}
    </Panel>
  );
}

function Said({ answer: { value, note } }: { answer: SaidAnswer }) {
  return (
    <span className="grid justify-items-start gap-1">
      <AnswerBadge answer={value} />
      {note ? <span className="text-sm">{note}</span> : null}
    </span>
  );
}
