import { DataTable } from "~/components/data-table";
import { DateText } from "~/components/date-text";
import { EmptyState } from "~/components/empty-state";
import { Progress } from "~/components/progress";
import { StateBadge } from "~/components/state-badge";
import { useTranslation } from "~/i18n/use-translation";
import { DeclarationLink } from "./declaration-link";
import type { DeclarationSummary } from "./summaries";

type Row = DeclarationSummary & { productName: string; releaseVersion: string; view: string };

/** Versions of declarations, how far each is and where it stands. */
export function DeclarationTable({ declarations }: { declarations: ReadonlyArray<Row> }) {
  const { t } = useTranslation("declaration");
  return (
    <DataTable
      caption={t("list.caption")}
      captionHidden
      rows={declarations}
      rowKey={({ id }) => id}
      empty={
        <EmptyState icon="document" title={t("list.none")}>
          {t("list.noneText")}
        </EmptyState>
      }
      columns={[
        {
          id: "product",
          header: t("common:product"),
          rowHeader: true,
          wrap: true,
          cell: ({ productName, releaseVersion }) =>
            t("overview.release", { product: productName, release: releaseVersion }),
        },
        {
          id: "declaration",
          header: t("common:declaration"),
          cell: (declaration) => (
            <span className="inline-flex items-center gap-2">
              <DeclarationLink declaration={declaration} />
              {declaration.view === "withdrawn" ? <StateBadge state="withdrawn" /> : null}
            </span>
          ),
        },
        {
          id: "progress",
          header: t("signing.answered"),
          cell: ({ answered, applicable }) => (
            <Progress label={t("signing.answered")} labelHidden value={answered} max={applicable} />
          ),
        },
        {
          id: "changed",
          header: t("list.changed"),
          cell: ({ updatedAt }) => <DateText value={updatedAt} time />,
        },
      ]}
    />
  );
}
