import type { ReactNode } from "react";
import type { MeasureContent, MeasureKind, MeasureOrigin } from "~/domain/measure/measure";
import type { Confidence } from "~/domain/requirement/component-requirement";
import { useTranslation } from "~/i18n/use-translation";
import { paths } from "~/paths";
import { Badge } from "../badge";
import { type Column, DataTable } from "../data-table";
import { DateText } from "../date-text";
import { Link } from "../link";
import { TickBox } from "../model/ticked";
import { VerifyMark } from "../verify-mark";
import { MeasureBadge } from "./measure-badge";

export type MeasureRow = {
  key: string;
  place: { modelId: string; zoneId: string } | null;
  zoneName: string;
  measureId: string;
  title: string;
  kind: MeasureKind;
  group: string;
  minSl: number | null;
  confidence: Confidence;
  conflict: boolean;
  note: string;
  content: MeasureContent;
  from: MeasureOrigin;
  isOverdue: boolean;
};
type MeasureTableProps = {
  rows: ReadonlyArray<MeasureRow>;
  hasPlace: boolean;
  mayRecord: boolean;
  empty: ReactNode;
};

export function MeasureTable({ rows, hasPlace, mayRecord, empty }: MeasureTableProps) {
  const { t } = useTranslation("measure");
  const placeOf = ({ place, zoneName }: MeasureRow) => (place ? zoneName : t("hospital"));
  const tick: Column<MeasureRow> = {
    ...{ id: "tick", header: t("bulk.all"), headerHidden: true },
    cell: (row) => (
      <TickBox value={row.key} label={t("list.tick", { measure: row.measureId, place: placeOf(row) })} />
    ),
  };
  const placeColumn: Column<MeasureRow> = {
    ...{ id: "place", header: t("field.zone"), wrap: true, cell: placeOf },
  };
  return (
    <DataTable
      caption={t("list.caption")}
      captionHidden
      rows={rows}
      rowKey={({ key }) => key}
      empty={empty}
      columns={[
        ...(mayRecord ? [tick] : []),
        {
          ...{ id: "measure", header: t("field.measure"), rowHeader: true, wrap: true },
          cell: (row) => (
            <>
              <Link to={paths.measure(row.place, row.measureId)}>{row.measureId}</Link>{" "}
              <VerifyMark confidence={row.confidence} conflict={row.conflict} note={row.note || undefined} />
              <span className="block">{row.title}</span>
              <span className="block text-muted text-sm">
                {[
                  t(`kind.${row.kind}`),
                  row.group,
                  row.minSl === null ? "" : t("list.level", { level: row.minSl }),
                ]
                  .filter(Boolean)
                  .join(" · ")}
              </span>
            </>
          ),
        },
        ...(hasPlace ? [placeColumn] : []),
        {
          ...{ id: "state", header: t("field.state") },
          cell: ({ content, from, isOverdue, place }) => (
            <>
              <MeasureBadge state={content.state} />
              {isOverdue ? (
                <span className="block">
                  <Badge tone="danger" icon="temporary">
                    {t("overdue")}
                  </Badge>
                </span>
              ) : null}
              {from === "hospital" && place ? (
                <span className="block text-muted text-sm">{t("fromHospital")}</span>
              ) : null}
            </>
          ),
        },
        {
          ...{ id: "owner", header: t("field.owner"), wrap: true },
          cell: ({ content }) => content.owner || t("empty"),
        },
        {
          ...{ id: "due", header: t("field.dueOn") },
          cell: ({ content }) => (content.dueOn ? <DateText value={content.dueOn} /> : t("empty")),
        },
        {
          ...{ id: "maturity", header: t("field.maturity"), align: "center" as const },
          cell: ({ content }) => content.maturity ?? t("empty"),
        },
        {
          ...{ id: "evidence", header: t("field.evidence"), wrap: true },
          cell: ({ content: { state, evidence, reason } }) => {
            if (reason) return reason;
            if (evidence) return evidence.length > 160 ? `${evidence.slice(0, 160)}…` : evidence;
            return state === "in-place" ? <em>{t("noEvidence")}</em> : t("empty");
          },
        },
      ]}
    />
  );
}
