import { useSearchParams } from "@remix-run/react";
import { AnswerBadge } from "~/components/answer-badge";
import { Badge } from "~/components/badge";
import { EmptyState } from "~/components/empty-state";
import { VerifyMark } from "~/components/verify-mark";
import { computeCapability } from "~/domain/assessment/capability";
import { progressOf } from "~/domain/declaration/progress";
import { useTranslation } from "~/i18n/use-translation";
import "./answer-sheet.css";
import { CapabilityPanel, NextLevel } from "./capability-panel";
import type { FiledEvidence } from "./cited-evidence";
import { FoundationalNav } from "./foundational-nav";
import { type Sheet, selectRows, toAnchor, toSheetView } from "./sheet";
import { SheetFilters } from "./sheet-filters";

/** The same sheet to read: signed, or a draft of somebody who may not answer. */
export function SignedSheet({ sheet }: { sheet: Sheet }) {
  const { t } = useTranslation("declaration");
  const [search] = useSearchParams();
  const view = toSheetView(search);
  const { rows, declaration } = sheet;
  const { answers, evidence } = declaration.content;
  const capability = computeCapability(rows, declaration.content);
  const shown = selectRows(rows, view, declaration.content);
  return (
    <div className="sheet">
      <CapabilityPanel capability={capability} asked={sheet.requests.find(({ id }) => id === view.request)} />
      <SheetFilters requests={sheet.requests} />
      <div className="sheet-body">
        <FoundationalNav
          current={view.fr}
          progress={progressOf(declaration.content, rows)}
          capability={capability}
        />
        <section aria-labelledby="sheet-title">
          <h2 id="sheet-title" className="section-title">
            {view.fr} {t(`components:fr.${view.fr}.name`)}
          </h2>
          <NextLevel fr={view.fr} {...{ rows, capability }} declared={declaration.content} />
          {shown.length === 0 ? (
            <EmptyState title={t("sheet.noRows")}>{t("sheet.noRowsText")}</EmptyState>
          ) : null}
          <ul className="sheet-form">
            {shown.map((row) => (
              <li
                key={row.id}
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
