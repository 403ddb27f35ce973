import { useSearchParams } from "@remix-run/react";
import { Fragment } from "react";
import { AnswerBadge } from "~/components/answer-badge";
import { Badge } from "~/components/badge";
import { EmptyState } from "~/components/empty-state";
import { VerifyMark } from "~/components/verify-mark";
import { computeCapability } from "~/domain/assessment/capability";
import { progressOf } from "~/domain/declaration/progress";
import { topicProgressOf } from "~/domain/declaration/topics";
import { useTranslation } from "~/i18n/use-translation";
import "./answer-sheet.css";
import { CapabilityPanel, NextLevel } from "./capability-panel";
import type { FiledEvidence } from "./cited-evidence";
import { FoundationalNav } from "./foundational-nav";
import { type Sheet, selectRows, toAnchor, toSheetView, withHeadings } from "./sheet";
import { SheetFilters } from "./sheet-filters";
import { RowGroupTitle, SheetTitle } from "./sheet-headings";
import { TopicNav } from "./topic-nav";

/** The same sheet to read: signed, or a draft of somebody who may not answer. */
export function SignedSheet({ sheet }: { sheet: Sheet }) {
  const { t } = useTranslation("declaration");
  const [search] = useSearchParams();
  const view = toSheetView(search);
  const { rows, declaration } = sheet;
  const { answers, evidence } = declaration.content;
  const capability = computeCapability(rows, declaration.content);
  const shown = selectRows(rows, view, declaration.content, null);
  return (
    <div className="sheet">
      <CapabilityPanel capability={capability} asked={sheet.requests.find(({ id }) => id === view.request)} />
      <SheetFilters requests={sheet.requests} standing={null} />
      <div className="sheet-body">
        <div className="fr-nav">
          <FoundationalNav
            current={view.topic ? null : view.fr}
            progress={progressOf(declaration.content, rows)}
            capability={capability}
            sections={sheet.sections}
          />
          <TopicNav current={view.topic} progress={topicProgressOf(declaration.content, rows)} />
        </div>
        <section aria-labelledby="sheet-title">
          <SheetTitle view={view} />
          {view.topic ? null : (
            <NextLevel fr={view.fr} {...{ rows, capability }} declared={declaration.content} />
          )}
          {shown.length === 0 ? (
            <EmptyState title={t("sheet.noRows")}>{t("sheet.noRowsText")}</EmptyState>
          ) : null}
          <ul className="sheet-form">
            {withHeadings(shown, view).map(({ row, heading }) => (
              <Fragment key={row.id}>
                {heading ? (
                  <li>
                    <RowGroupTitle group={heading} />
                  </li>
                ) : null}
                <li
                  id={toAnchor(row.id)}
                  className={row.enhancement === null ? "answer-row" : "answer-row answer-row-enhancement"}
                >
                  <p className="answer-legend">
                    <span className="answer-id">{row.id}</span>{" "}
                    <span className="answer-title">{row.title}</span>
                  </p>
                  <div className="answer-marks">
                    <AnswerBadge answer={answers[row.id]?.value ?? "unanswered"} />
                    <Badge>{t("row.level", { level: row.minSl })}</Badge>
                    <VerifyMark confidence={row.confidence} conflict={row.conflict} note={row.note} />
                  </div>
                  {answers[row.id]?.note ? <p className="answer-said">{answers[row.id]?.note}</p> : null}
                  <Cited evidenceIds={answers[row.id]?.evidenceIds} evidence={evidence} />
                </li>
              </Fragment>
            ))}
          </ul>
        </section>
      </div>
    </div>
  );
}

function Cited({
  evidenceIds = [],
  evidence,
}: {
  evidenceIds?: ReadonlyArray<string> | undefined;
  evidence: ReadonlyArray<FiledEvidence>;
}) {
  const { t } = useTranslation("declaration");
  const titles = evidence.filter(({ id }) => evidenceIds.includes(id)).map(({ title }) => title);
  if (titles.length === 0) return null;
  return (
    <p className="answer-said">
      {t("cited.legend")}: {titles.join(", ")}
    </p>
  );
}
