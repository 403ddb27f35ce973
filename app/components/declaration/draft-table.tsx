import { DataTable } from "~/components/data-table";
import { DateText } from "~/components/date-text";
import { EmptyState } from "~/components/empty-state";
import { Progress } from "~/components/progress";
import { useTranslation } from "~/i18n/use-translation";
import { DeclarationLink } from "./declaration-link";
import type { DeclarationSummary } from "./summaries";

type Draft = DeclarationSummary & { productName: string; releaseVersion: string };

/** What is being written now, and how far it is. */
export function DraftTable({ drafts }: { drafts: ReadonlyArray<Draft> }) {
  const { t } = useTranslation("declaration");
  return (
    <DataTable
      caption={t("overview.drafts")}
      captionHidden
      rows={drafts}
      rowKey={(draft) => draft.id}
      empty={
        <EmptyState icon="document" title={t("overview.noDrafts")}>
          {t("overview.noDraftsText")}
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
          cell: (draft) => <DeclarationLink declaration={draft} />,
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
          header: t("overview.changed"),
          cell: ({ updatedAt }) => <DateText value={updatedAt} time />,
        },
      ]}
    />
  );
}
