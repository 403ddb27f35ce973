import type { ReactNode } from "react";
import type { CountermeasureStanding } from "~/domain/countermeasure/countermeasure";
import { useTranslation } from "~/i18n/use-translation";
import { paths } from "~/paths";
import { DataTable } from "../data-table";
import { DateText } from "../date-text";
import { Link } from "../link";
import { LastDay } from "./last-day";
import { StandingBadge } from "./standing-badge";

type CountermeasureRow = {
  id: string;
  title: string;
  standing: CountermeasureStanding;
  modelName: string;
  elementKind: "zone" | "conduit";
  elementName: string | null;
  requirementIds: ReadonlyArray<string>;
  expiresOn: string | null;
  proposedByName: string | null;
  proposedAt: string;
};

type CountermeasureTableProps = { countermeasures: ReadonlyArray<CountermeasureRow>; empty: ReactNode };

export function CountermeasureTable({ countermeasures, empty }: CountermeasureTableProps) {
  const { t } = useTranslation("countermeasure");
  return (
    <DataTable
      caption={t("list.caption")}
      captionHidden
      rows={countermeasures}
      rowKey={({ id }) => id}
      empty={empty}
      columns={[
        {
          id: "title",
          header: t("field.title"),
          rowHeader: true,
          wrap: true,
          cell: ({ id, title }) => <Link to={paths.countermeasure(id)}>{title}</Link>,
        },
        {
          id: "state",
          header: t("common:state"),
          cell: ({ standing }) => <StandingBadge standing={standing} />,
        },
        {
          id: "place",
          header: t("field.place"),
          wrap: true,
          cell: ({ elementKind, elementName, modelName }) => (
            <>
              {elementName ?? t("gone")}{" "}
              <span className="block text-muted text-sm">
                {t(`kind.${elementKind}`)} · {modelName}
              </span>
            </>
          ),
        },
        {
          id: "rows",
          header: t("list.rows"),
          cell: ({ requirementIds }) => (
            <span title={requirementIds.join(", ")}>
              {t("list.rowCount", { count: requirementIds.length })}
            </span>
          ),
        },
        { id: "until", header: t("field.expiresOn"), cell: ({ expiresOn }) => <LastDay value={expiresOn} /> },
        { id: "by", header: t("field.proposedBy"), cell: ({ proposedByName }) => proposedByName ?? "–" },
        {
          id: "at",
          header: t("field.proposedAt"),
          cell: ({ proposedAt }) => <DateText value={proposedAt} />,
        },
      ]}
    />
  );
}
