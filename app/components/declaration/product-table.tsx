import { Badge } from "~/components/badge";
import { DataTable } from "~/components/data-table";
import { EmptyState } from "~/components/empty-state";
import { LevelStrip } from "~/components/level-strip";
import { NumberText } from "~/components/number-text";
import { useTranslation } from "~/i18n/use-translation";
import { paths } from "~/paths";
import { Link } from "../link";
import { DeclarationLink } from "./declaration-link";
import type { ProductSummary } from "./summaries";

type ProductTableProps = { products: ReadonlyArray<ProductSummary>; action: React.ReactElement | undefined };

/** Every product with what its newest release declares. */
export function ProductTable({ products, action }: ProductTableProps) {
  const { t } = useTranslation("declaration");
  return (
    <DataTable
      caption={t("product.caption")}
      captionHidden
      rows={products}
      rowKey={(product) => product.id}
      empty={
        <EmptyState icon="product" title={t("product.none")} action={action}>
          {t("product.noneText")}
        </EmptyState>
      }
      columns={[
        {
          id: "name",
          header: t("product.name"),
          rowHeader: true,
          wrap: true,
          cell: ({ id, name, isArchived }) => (
            <span className="inline-flex flex-wrap items-center gap-2">
              <Link to={paths.product(id)}>{name}</Link>
              {isArchived ? <Badge>{t("archive.archived")}</Badge> : null}
            </span>
          ),
        },
        {
          id: "types",
          header: t("types.legend"),
          wrap: true,
          cell: ({ componentTypes }) =>
            componentTypes.map((type) => t(`components:componentType.${type}`)).join(", "),
        },
        { id: "release", header: t("product.newestRelease"), cell: ({ newestRelease }) => newestRelease },
        {
          id: "releases",
          header: t("product.releases"),
          align: "end",
          cell: ({ releaseCount }) => <NumberText value={releaseCount} />,
        },
        {
          id: "declared",
          header: t("product.declared"),
          cell: ({ signed, name }) =>
            signed ? (
              <LevelStrip
                size="small"
                title={name}
                reached={signed.capability.native}
                withCountermeasures={signed.capability.withCountermeasures}
              />
            ) : (
              <span className="text-muted">{t("product.nothingSigned")}</span>
            ),
        },
        {
          id: "declaration",
          header: t("product.declarations"),
          cell: ({ signed, draft }) => (
            <span className="flex flex-wrap gap-x-4 gap-y-1">
              {signed ? <DeclarationLink declaration={signed} /> : null}
              {draft ? <DeclarationLink declaration={draft} /> : null}
            </span>
          ),
        },
      ]}
    />
  );
}
