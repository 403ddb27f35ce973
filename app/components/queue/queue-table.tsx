import type { ReactNode } from "react";
import type { QueueEntry, QueueKind } from "~/domain/procurement/queue";
import { useTranslation } from "~/i18n/use-translation";
import { paths } from "~/paths";
import { Badge } from "../badge";
import { DataTable } from "../data-table";
import { DateText } from "../date-text";
import { Link } from "../link";

export type Waiting = QueueEntry & { isOverdue: boolean };

const OPENS: Readonly<Record<QueueKind, (id: string) => string>> = {
  "answered-request": paths.request,
  "waiting-request": paths.request,
  notice: paths.receivedNotice,
  "decision-to-review": paths.decision,
  condition: paths.decision,
  "requested-exception": paths.exception,
  "exception-to-review": paths.exception,
  "proposed-countermeasure": paths.countermeasure,
  "submitted-revision": (modelId) => paths.review(modelId),
  "returned-submission": (modelId) => paths.review(modelId),
  question: (requestId) => paths.requestQuestions(requestId),
  comment: (modelId) => `${paths.review(modelId)}#comments`,
};

/** A line for each that waits; its first cell leads to where the next step is taken. */
export function QueueTable({ entries, empty }: { entries: ReadonlyArray<Waiting>; empty: ReactNode }) {
  const { t } = useTranslation("queue");
  return (
    <DataTable
      caption={t("caption")}
      captionHidden
      rows={entries}
      rowKey={({ key }) => key}
      empty={empty}
      columns={[
        {
          ...{ id: "what", header: t("what"), rowHeader: true, wrap: true },
          cell: ({ kind, id, title, about }) => (
            <>
              <Link to={OPENS[kind](id)}>{title}</Link>
              {about === "" ? null : <span className="block font-normal text-muted text-xs">{about}</span>}
            </>
          ),
        },
        { id: "kind", header: t("kindHeader"), cell: ({ kind }) => t(`kind.${kind}`) },
        { id: "place", header: t("place"), wrap: true, cell: ({ zone }) => zone?.name ?? "" },
        { id: "supplier", header: t("supplier"), cell: ({ supplier }) => supplier?.name ?? "" },
        { id: "party", header: t("waitsFor"), cell: ({ party }) => t(`party.${party}`) },
        {
          ...{ id: "due", header: t("due") },
          cell: ({ dueOn, since, isOverdue }) =>
            dueOn === null ? (
              <span className="text-muted">
                {t("since")} <DateText value={since} />
              </span>
            ) : (
              <span className="flex flex-wrap items-center gap-2">
                <DateText value={dueOn} />
                {isOverdue ? (
                  <Badge tone="danger" icon="warning">
                    {t("overdue")}
                  </Badge>
                ) : null}
              </span>
            ),
        },
      ]}
    />
  );
}
