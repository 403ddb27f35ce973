import { Form, useSearchParams } from "@remix-run/react";
import { useMemo } from "react";
import { EmptyState } from "~/components/empty-state";
import { SubmitButton } from "~/components/submit-button";
import { computeCapability } from "~/domain/assessment/capability";
import { progressOf } from "~/domain/declaration/progress";
import { useTranslation } from "~/i18n/use-translation";
import { paths } from "~/paths";
import { type AnswerQueue, shownAnswers } from "./answer-queue";
import { AnswerRow } from "./answer-row";
import "./answer-sheet.css";
import { CapabilityPanel, NextLevel } from "./capability-panel";
import { ConflictList, RejectedList } from "./conflict-list";
import { FoundationalNav } from "./foundational-nav";
import { SaveBar } from "./save-bar";
import { type Sheet, selectRows, toSheetView } from "./sheet";
import { SheetFilters } from "./sheet-filters";
import { useAnswerSaving } from "./use-answer-saving";
import { useIsHydrated } from "./use-is-hydrated";

type AnswerSheetProps = { sheet: Sheet; initial: Pick<AnswerQueue, "pending" | "conflicts"> };

/** The answers of a draft by FR. With scripts every row saves itself; without, the rows of one FR are one form. */
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
  // Filtered by what was loaded: a row must not vanish under the hand that answers it.
  const shown = useMemo(
    () =>
      selectRows(
        rows,
        { fr: view.fr, show: view.show, level: view.level, request: null },
        { answers: loaded, facts },
      ),
    [rows, view.fr, view.show, view.level, loaded, facts],
  );
  return (
    <div className="sheet">
      <div className="sheet-head">
        <CapabilityPanel capability={capability} asked={asked} />
        {isHydrated ? <SaveBar queue={queue} updatedAt={declaration.updatedAt} onRetry={retry} /> : null}
      </div>
      <SheetFilters requests={sheet.requests} />
      <ConflictList queue={queue} isHydrated={isHydrated} shown={shown} dispatch={dispatch} />
      <RejectedList queue={queue} dispatch={dispatch} />
      <div className="sheet-body">
        <FoundationalNav current={view.fr} progress={progressOf(declared, rows)} capability={capability} />
        <section aria-labelledby="sheet-title">
          <h2 id="sheet-title" className="section-title">
            {view.fr} {t(`components:fr.${view.fr}.name`)}
          </h2>
          <NextLevel fr={view.fr} {...{ rows, declared, capability }} />
          {shown.length === 0 ? (
            <EmptyState title={t("sheet.noRows")}>{t("sheet.noRowsText")}</EmptyState>
          ) : null}
          <Form method="post" className="sheet-form" key={view.fr}>
            <input type="hidden" name="intent" value="answer" />
            {shown.map((row, index) => (
              <AnswerRow
                key={row.id}
                row={row}
                evidence={declaration.content.evidence}
                index={index}
                answer={answers[row.id] ?? null}
                before={queue.stored[row.id] ?? null}
                isAsked={asked !== undefined && row.minSl <= asked.slTarget[row.foundationalRequirement]}
                isHydrated={isHydrated}
                errors={queue.rejected[row.id]}
                conflict={queue.conflicts[row.id]}
                dispatch={dispatch}
                onAnswer={answer}
              />
            ))}
            {isHydrated || shown.length === 0 ? null : <SubmitButton>{t("sheet.save")}</SubmitButton>}
          </Form>
        </section>
      </div>
    </div>
  );
}
