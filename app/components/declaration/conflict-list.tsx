import { AnswerBadge } from "~/components/answer-badge";
import { Button } from "~/components/button";
import { Callout } from "~/components/callout";
import type { Answer } from "~/domain/declaration/declaration";
import { useTranslation } from "~/i18n/use-translation";
import type { AnswerQueue, QueueEvent } from "./answer-queue";
import { toAnchor } from "./sheet";

type Dispatch = (event: QueueEvent) => void;
type ConflictListProps = {
  queue: AnswerQueue;
  isHydrated: boolean;
  /** Rows on the page: with scripts each asks in its own place. */
  shown: ReadonlyArray<{ id: string }>;
  dispatch: Dispatch;
};

/** Rows that two people answered differently and that stand nowhere else on the page. */
export function ConflictList({ queue, isHydrated, shown, dispatch }: ConflictListProps) {
  const { t } = useTranslation("declaration");
  const rows = Object.entries(queue.conflicts).filter(
    ([id]) => !isHydrated || shown.every((row) => row.id !== id),
  );
  if (rows.length === 0) return null;
  return (
    <Callout tone="warning" title={t("conflict.title", { count: rows.length })} live>
      <p>{isHydrated ? t("conflict.text") : t("conflict.textForm")}</p>
      <ul className="conflicts">
        {rows.map(([requirementId, stored]) => (
          <li key={requirementId}>
            <strong>{requirementId}</strong>
            <ConflictChoice
              requirementId={requirementId}
              stored={stored}
              yours={queue.pending[requirementId]?.answer ?? null}
              dispatch={isHydrated ? dispatch : undefined}
            />
          </li>
        ))}
      </ul>
    </Callout>
  );
}

type ConflictChoiceProps = {
  requirementId: string;
  stored: Answer | null;
  yours: Answer | null;
  dispatch: Dispatch | undefined;
};

/** Both answers, and which one stays. Nothing is overwritten before that is said. */
export function ConflictChoice({ requirementId, stored, yours, dispatch }: ConflictChoiceProps) {
  const { t } = useTranslation("declaration");
  return (
    <div className="conflict">
      <OneAnswer label={t("conflict.theirs")} answer={stored} />
      <OneAnswer label={t("conflict.yours")} answer={yours} />
      {dispatch ? (
        <span className="actions">
          <Button size="small" onClick={() => dispatch({ type: "resolved", requirementId, keep: "theirs" })}>
            {t("conflict.keepTheirs", { requirementId })}
          </Button>
          <Button size="small" onClick={() => dispatch({ type: "resolved", requirementId, keep: "mine" })}>
            {t("conflict.keepMine", { requirementId })}
          </Button>
        </span>
      ) : null}
    </div>
  );
}

function OneAnswer({ label, answer }: { label: string; answer: Answer | null }) {
  const { t } = useTranslation("declaration");
  return (
    <span className="conflict-answer">
      {label}: <AnswerBadge answer={answer?.value ?? "unanswered"} />{" "}
      {answer?.note ? <q>{answer.note}</q> : null}
      {answer?.evidenceIds?.length ? ` ${t("cited.count", { count: answer.evidenceIds.length })}` : null}
    </span>
  );
}

/** Rows that the server will not take as they are, also those that another filter hides. */
export function RejectedList({ queue, dispatch }: Pick<ConflictListProps, "queue" | "dispatch">) {
  const { t } = useTranslation("declaration");
  const rows = Object.keys(queue.rejected);
  if (rows.length === 0) return null;
  return (
    <Callout tone="danger" title={t("rejected.title", { count: rows.length })} live>
      <ul className="conflicts">
        {rows.map((requirementId) => (
          <li key={requirementId} className="conflict">
            <a href={`#${toAnchor(requirementId)}`}>{requirementId}</a>
            <OneAnswer label={t("conflict.yours")} answer={queue.pending[requirementId]?.answer ?? null} />
            <Button size="small" onClick={() => dispatch({ type: "discarded", requirementId })}>
              {t("rejected.discard", { requirementId })}
            </Button>
          </li>
        ))}
      </ul>
    </Callout>
  );
}
