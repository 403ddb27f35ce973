import type { ReactNode } from "react";
import { Callout } from "~/components/callout";
import { EmptyState } from "~/components/empty-state";
import { SeverityBadge } from "~/components/model/finding-count";
import { type PublicationOutcome, PublicationPanel } from "~/components/model/publication-panel";
import { useRuleWords } from "~/components/model/use-rule-words";
import { Section } from "~/components/section";
import type { StepUp } from "~/domain/access/step-up";
import type { ModelFinding } from "~/domain/zone-model/rules/rule";
import { useTranslation } from "~/i18n/use-translation";
import { paths } from "~/paths";
import { Link } from "../link";
import type { CommentOutcome } from "./comment-form";
import { CommentSection, type ElementThread } from "./comment-section";
import { DeviceSection } from "./device-table";
import { DifferenceSection } from "./difference-section";
import { ElementComments } from "./element-comments";
import { PublishingEffects } from "./publishing-effects";
import { ChangedWaivers } from "./waiver-table";

type Finding = Pick<ModelFinding, "id" | "ruleId" | "params" | "severity" | "element">;

type ReviewViewProps = {
  page: Omit<Parameters<typeof PublicationPanel>[0], "outcome" | "stepUp"> & {
    latestNumber: number | null;
    openFindings: ReadonlyArray<Finding>;
    openFindingCount: number;
    comparison: Omit<Parameters<typeof DifferenceSection>[0], "description" | "more"> &
      Parameters<typeof DeviceSection>[0] &
      Parameters<typeof ChangedWaivers>[0];
    effects: Parameters<typeof PublishingEffects>[0];
    comments: {
      threads: ReadonlyArray<ElementThread>;
      settled: ReadonlyArray<ElementThread>;
      mayComment: boolean;
      maySettle: boolean;
    };
  };
  drawing: ReactNode;
  comment: CommentOutcome;
  publication: PublicationOutcome;
  stepUp: StepUp;
};

/** The next revision as whoever submits or approves has to see it. */
export function ReviewView({ page, drawing, comment, publication, stepUp }: ReviewViewProps) {
  const { t } = useTranslation("review");
  const { modelId, comparison, comments, latestNumber, submission, hasChanges } = page;
  const may = { comment: comments.mayComment, settle: comments.maySettle };
  const shown = new Set(comparison.rows.map(({ kind, id }) => `${kind}:${id}`));
  const keyOf = ({ element }: ElementThread) => (element ? `${element.kind}:${element.id}` : "");
  const threadsOf = (key: string) => comments.threads.filter((thread) => keyOf(thread) === key);
  const since =
    latestNumber === null ? t("review.sinceNothing") : t("review.since", { number: latestNumber });
  return (
    <>
      {submission ? null : (
        <Callout tone="info" title={t("review.ofDraft")}>
          {t(page.may.submit ? "review.ofDraftText" : "review.readOnly")}
        </Callout>
      )}
      <PublicationPanel {...page} outcome={publication} stepUp={stepUp} />
      {hasChanges ? (
        <>
          <PublishingEffects {...page.effects} />
          {drawing}
          <DifferenceSection
            {...comparison}
            description={since}
            more={{
              header: t("comments.title"),
              cell: ({ kind, id, name }) => (
                <ElementComments
                  element={{ kind, id, name }}
                  threads={threadsOf(`${kind}:${id}`)}
                  may={may}
                  outcome={comment}
                />
              ),
            }}
          />
          <ChangedWaivers waivers={comparison.waivers} />
          <DeviceSection {...comparison} />
        </>
      ) : (
        <EmptyState title={t("review.nothing")} icon="check">
          {t("review.nothingText")}
        </EmptyState>
      )}
      <CommentSection
        threads={comments.threads.filter((thread) => !shown.has(keyOf(thread)))}
        openCount={comments.threads.length}
        settled={comments.settled}
        may={may}
        outcome={comment}
      />
      <OpenFindings modelId={modelId} findings={page.openFindings} count={page.openFindingCount} />
    </>
  );
}

type OpenFindingsProps = { modelId: string; findings: ReadonlyArray<Finding>; count: number };

function OpenFindings({ modelId, findings, count }: OpenFindingsProps) {
  const { t } = useTranslation("review");
  const words = useRuleWords();
  if (count === 0) return null;
  return (
    <Section title={t("review.findings", { count })} description={t("review.findingsText")}>
      <ul className="grid gap-2">
        {findings.map((finding) => (
          <li key={finding.id} className="flex items-start gap-2">
            <SeverityBadge severity={finding.severity} />
            <Link to={`${paths.modelTable(modelId, { element: finding.element.id })}#element`}>
              {words.sentence(finding)}
            </Link>
          </li>
        ))}
      </ul>
      {count > findings.length ? (
        <p className="text-muted">
          <Link to={`${paths.modelTable(modelId)}#findings`}>
            {t("review.moreFindings", { count: count - findings.length })}
          </Link>
        </p>
      ) : null}
    </Section>
  );
}
