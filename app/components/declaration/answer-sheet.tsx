import { Form, useSearchParams } from "@remix-run/react";
import { Fragment, useMemo } from "react";
import { EmptyState } from "~/components/empty-state";
import { SubmitButton } from "~/components/submit-button";
import type { Message } from "~/domain/assessment/assessment";
import { computeCapability } from "~/domain/assessment/capability";
import { progressOf } from "~/domain/declaration/progress";
import { topicProgressOf } from "~/domain/declaration/topics";
import { useTranslation } from "~/i18n/use-translation";
import { paths } from "~/paths";
import { type AnswerQueue, shownAnswers } from "./answer-queue";
import { AnswerRow } from "./answer-row";
import "./answer-sheet.css";
import { useIsHydrated } from "../use-is-hydrated";
import { BulkAnswers } from "./bulk-answers";
import { CapabilityPanel, NextLevel } from "./capability-panel";
import { ConflictList, RejectedList } from "./conflict-list";
import { FoundationalNav } from "./foundational-nav";
import { RequestProgressList } from "./request-progress";
import { SaveBar } from "./save-bar";
import { type DeclarationStanding, type Sheet, selectRows, toSheetView, withHeadings } from "./sheet";
import { SheetFilters } from "./sheet-filters";
import { RowGroupTitle, SheetTitle } from "./sheet-headings";
import { TopicNav } from "./topic-nav";
import { useAnswerSaving } from "./use-answer-saving";
import { useStanding } from "./use-standing";

type AnswerSheetProps = { sheet: Sheet; initial: Pick<AnswerQueue, "pending" | "conflicts"> };

/** The answers of a draft by FR or topic. With scripts every row saves itself; without, the rows on the page are one form. */
export function AnswerSheet({ sheet, initial }: AnswerSheetProps) {
  const { t } = useTranslation("declaration");
  const [search] = useSearchParams();
  const view = toSheetView(search);
  const isHydrated = useIsHydrated();
  const { declaration, rows } = sheet;
  const { answers: loaded, componentTypes, facts } = declaration.content;
  const { queue, answer, retry, dispatch } = useAnswerSaving({
    url: paths.declarationAnswers(declaration.id),
    queueKey: sheet.queueKey,
    answers: loaded,
    saveVersion: declaration.saveVersion,
    isEnabled: isHydrated && sheet.mayAnswer,
    initial,
  });
  const answers = shownAnswers(queue);
  const declared = { componentTypes, answers, facts };
  const capability = computeCapability(rows, declared);
  const asked = sheet.requests.find(({ id }) => id === view.request);
  const { fr, topic, show, level, order } = view;
  // Filtered by what was loaded: a row must not vanish under the hand that answers it.
  const shown = useMemo(
    () => selectRows(rows, { fr, topic, show, level, order }, { answers: loaded, facts }, sheet.standing),
    [rows, fr, topic, show, level, order, loaded, facts, sheet.standing],
  );
  const standing = useStanding(sheet, queue);
  const contradictions = useMemo(() => reasonsByRow(standing), [standing]);
  return (
    <div className="sheet">
      <div className="sheet-head">
        <CapabilityPanel capability={capability} asked={asked} />
        {isHydrated ? <SaveBar queue={queue} updatedAt={declaration.updatedAt} onRetry={retry} /> : null}
      </div>
      <RequestProgressList requests={standing?.requests ?? []} />
      <SheetFilters requests={sheet.requests} standing={standing} />
      <ConflictList queue={queue} isHydrated={isHydrated} shown={shown} dispatch={dispatch} />
      <RejectedList queue={queue} dispatch={dispatch} />
      <div className="sheet-body">
        <div className="fr-nav">
          <FoundationalNav
            current={topic ? null : fr}
            progress={progressOf(declared, rows)}
            sections={sheet.sections}
            {...{ capability }}
          />
          <TopicNav current={topic} progress={topicProgressOf(declared, rows)} />
        </div>
        <section aria-labelledby="sheet-title">
          <SheetTitle view={view} />
          {topic ? null : <NextLevel {...{ fr, rows, declared, capability }} />}
          {shown.length === 0 ? (
            <EmptyState title={t("sheet.noRows")}>{t("sheet.noRowsText")}</EmptyState>
          ) : null}
          {isHydrated && sheet.mayAnswer ? (
            <BulkAnswers key={`bulk-${topic ?? fr}`} shown={shown} answers={answers} onAnswer={answer} />
          ) : null}
          <Form method="post" className="sheet-form" key={topic ?? fr}>
            <input type="hidden" name="intent" value="answer" />
            {withHeadings(shown, view).map(({ row, heading }, index) => (
              <Fragment key={row.id}>
                {heading ? <RowGroupTitle group={heading} /> : null}
                <AnswerRow
                  declarationId={declaration.id}
                  row={row}
                  evidence={declaration.content.evidence}
                  index={index}
                  answer={answers[row.id] ?? null}
                  before={queue.stored[row.id] ?? null}
                  isAsked={asked !== undefined && row.minSl <= asked.slTarget[row.foundationalRequirement]}
                  isHydrated={isHydrated}
                  errors={queue.rejected[row.id]}
                  contradictions={contradictions.get(row.id)}
                  conflict={queue.conflicts[row.id]}
                  dispatch={dispatch}
                  onAnswer={answer}
                />
              </Fragment>
            ))}
            {isHydrated || shown.length === 0 ? null : <SubmitButton>{t("sheet.save")}</SubmitButton>}
          </Form>
        </section>
      </div>
    </div>
  );
}

function reasonsByRow(standing: DeclarationStanding | null): ReadonlyMap<string, ReadonlyArray<Message>> {
  const byRow = new Map<string, Array<Message>>();
  for (const { requirementIds, reason } of standing?.contradictions ?? [])
    for (const id of requirementIds) byRow.set(id, [...(byRow.get(id) ?? []), reason]);
  return byRow;
}
