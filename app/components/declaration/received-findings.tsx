import { Form, useSearchParams } from "@remix-run/react";
import type { ReactNode } from "react";
import { Badge } from "~/components/badge";
import { ButtonLink } from "~/components/button-link";
import { Callout } from "~/components/callout";
import { DateText } from "~/components/date-text";
import type { DialogueTarget, ShownDialogue } from "~/components/dialogue/dialogue";
import { FindingQuestions } from "~/components/dialogue/finding-questions";
import { ThreadList } from "~/components/dialogue/thread-list";
import { Disclosure } from "~/components/disclosure";
import { Panel } from "~/components/panel";
import { SEVERITY_TONES } from "~/components/procurement/finding-entry";
import { useMessage } from "~/components/procurement/use-message";
import { SubmitButton } from "~/components/submit-button";
import type { Message, Severity } from "~/domain/assessment/assessment";
import type { DeclarationState } from "~/domain/declaration/declaration";
import type { FoundationalRequirement } from "~/domain/security-level/security-level";
import { useTranslation } from "~/i18n/use-translation";
import { paths } from "~/paths";
import { Link } from "../link";
import { topicsOf } from "./fact-checks";
import { toAnchor } from "./sheet";

type OpenPoint = {
  id: string;
  checkId: string;
  severity: Severity;
  reason: Message;
  ways: ReadonlyArray<Message>;
  rows: ReadonlyArray<{
    requirementId: string;
    foundationalRequirement: FoundationalRequirement | null;
  }>;
  isDone: boolean;
};

type ReceivedFindingsProps = {
  requestId: string;
  spokenOf: {
    id: string;
    version: number;
    state: DeclarationState;
    productName: string;
    releaseVersion: string;
  } | null;
  findings: ReadonlyArray<OpenPoint>;
  returned: { reason: string; at: string; version: number; releaseId: string; draftId: string | null } | null;
  dialogue: ShownDialogue;
  mayCorrect: boolean;
};

/** What is open of a request in one declaration, point by point, with what was asked and where to change it. */
export function ReceivedFindings(props: ReceivedFindingsProps) {
  const { requestId, spokenOf, findings, returned, dialogue, mayCorrect } = props;
  const { t } = useTranslation("declaration");
  const [search] = useSearchParams();
  const { threads, otherName, mayAsk } = dialogue;
  const target: DialogueTarget = {
    action: paths.receivedRequestQuestions(requestId),
    returnTo: paths.receivedRequest(requestId),
  };
  const listed = new Set(findings.map(({ id }) => id));
  const others = threads.filter(({ findingId }) => findingId === null || !listed.has(findingId));
  const askAll = mayAsk ? (
    <ButtonLink to={paths.receivedRequestQuestions(requestId, { returnTo: target.returnTo })} icon="question">
      {t("dialogue:ask")}
    </ButtonLink>
  ) : undefined;
  return (
    <Panel
      id="open-points"
      title={returned ? t("openPoints.returnedTitle") : t("openPoints.title")}
      description={
        spokenOf
          ? t("selfCheck.name", {
              product: spokenOf.productName,
              release: spokenOf.releaseVersion,
              version: spokenOf.version,
            })
          : undefined
      }
      actions={askAll}
    >
      {returned ? (
        <ReturnNote returned={returned} otherName={otherName} requestId={requestId} mayCorrect={mayCorrect} />
      ) : null}
      {others.length > 0 ? (
        <section className="grid gap-2">
          <h3 className="subsection-title">{t("dialogue:all")}</h3>
          <ThreadList threads={others} otherName={otherName} target={target} />
        </section>
      ) : null}
      {spokenOf && findings.length === 0 ? <p>{t("openPoints.none")}</p> : null}
      {spokenOf && findings.length > 0 ? (
        <Disclosure
          key={spokenOf.id}
          summary={t("openPoints.count", { count: findings.filter(({ isDone }) => !isDone).length })}
          defaultOpen={
            returned !== null || search.has("declaration") || threads.some(({ duty }) => duty !== null)
          }
        >
          <ul className="grid gap-4">
            {findings.map((point) => (
              <OpenPointEntry
                key={point.id}
                point={point}
                {...{ declarationId: spokenOf.id, requestId }}
                questions={
                  <FindingQuestions
                    threads={threads.filter(({ findingId }) => findingId === point.id)}
                    otherName={otherName}
                    target={target}
                    askHref={
                      mayAsk && !point.isDone
                        ? paths.receivedRequestQuestions(requestId, {
                            finding: point.id,
                            declaration: spokenOf.id,
                            returnTo: target.returnTo,
                          })
                        : null
                    }
                  />
                }
              />
            ))}
          </ul>
        </Disclosure>
      ) : null}
    </Panel>
  );
}

type ReturnNoteProps = Pick<ReceivedFindingsProps, "requestId" | "mayCorrect"> & {
  returned: NonNullable<ReceivedFindingsProps["returned"]>;
  otherName: string;
};

function ReturnNote({ returned, otherName, requestId, mayCorrect }: ReturnNoteProps) {
  const { t } = useTranslation("declaration");
  const { draftId, version, reason, at, releaseId } = returned;
  const correct = mayCorrect ? (
    <Form method="post">
      <input type="hidden" name="intent" value="correct" />
      <input type="hidden" name="releaseId" value={releaseId} />
      <SubmitButton icon="copy">{t("openPoints.correct")}</SubmitButton>
    </Form>
  ) : undefined;
  return (
    <Callout
      tone="warning"
      title={t("openPoints.returned", { hospital: otherName, version })}
      action={
        draftId ? (
          <ButtonLink to={`${paths.declaration(draftId)}?request=${encodeURIComponent(requestId)}`}>
            {t("openPoints.continue")}
          </ButtonLink>
        ) : (
          correct
        )
      }
    >
      <p className="comment-text">{reason}</p>
      <p className="text-muted text-sm">
        <DateText value={at} time />
      </p>
      <p>{t(draftId ? "openPoints.howDraft" : "openPoints.how")}</p>
    </Callout>
  );
}

type OpenPointEntryProps = {
  point: OpenPoint;
  declarationId: string;
  requestId: string;
  questions: ReactNode;
};

function OpenPointEntry({ point, declarationId, requestId, questions }: OpenPointEntryProps) {
  const { t } = useTranslation("declaration");
  const write = useMessage();
  const topics = topicsOf(point) ?? [];
  return (
    <li className="grid gap-1">
      <p>
        {point.isDone ? (
          <Badge tone="success" icon="check">
            {t("openPoints.done")}
          </Badge>
        ) : (
          <Badge tone={SEVERITY_TONES[point.severity]}>{t(`assessment:severity.${point.severity}`)}</Badge>
        )}{" "}
        {write(point.reason)}
      </p>
      {point.isDone || point.ways.length === 0 ? null : (
        <ul className="list-disc ps-5">
          {point.ways.map((way) => (
            <li key={way.key}>{write(way)}</li>
          ))}
        </ul>
      )}
      {point.isDone ? null : (
        <p className="apart-links">
          {point.rows.map((row) => (
            <Link key={row.requirementId} to={hrefOfRow(row, declarationId)}>
              {row.requirementId}
            </Link>
          ))}
          {topics.map((topic) => (
            <Link
              key={topic}
              to={
                topic === "evidence"
                  ? paths.declarationEvidence(declarationId)
                  : paths.declarationFacts(declarationId, { group: topic, request: requestId })
              }
            >
              {t("factCheck.go", {
                topic: topic === "evidence" ? t("tab.evidence") : t(`facts:group.${topic}`),
              })}
            </Link>
          ))}
        </p>
      )}
      {questions}
    </li>
  );
}

function hrefOfRow(
  { requirementId, foundationalRequirement }: OpenPoint["rows"][number],
  declarationId: string,
): string {
  const fr = foundationalRequirement ?? undefined;
  return `${paths.declaration(declarationId, fr ? { fr } : {})}#${toAnchor(requirementId)}`;
}
