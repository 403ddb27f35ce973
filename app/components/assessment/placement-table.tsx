import { useTranslation } from "~/i18n/use-translation";
import { paths } from "~/paths";
import { DataTable, type Sort } from "../data-table";
import { EmptyState } from "../empty-state";
import { Link } from "../link";
import { type ListedFit, useFitColumns } from "./fit-columns";
import { useSortHref } from "./use-sort-href";

type PlacementRow = {
  modelId: string;
  modelName: string;
  zoneId: string;
  zoneName: string;
  fit: ListedFit;
};
type PlacementTableProps = {
  product: { declarationId: string; productName: string };
  rows: ReadonlyArray<PlacementRow>;
  sort: Sort | null;
};

/** Every zone for one product; each line leads to the whole assessment. */
export function PlacementTable({ product, rows, sort }: PlacementTableProps) {
  const { t } = useTranslation("questions");
  const fitColumns = useFitColumns<PlacementRow>();
  const sortHref = useSortHref();
  return (
    <DataTable
      caption={t("placement.caption")}
      captionHidden
      rows={rows}
      rowKey={({ modelId, zoneId }) => `${modelId} ${zoneId}`}
      sort={sort ?? undefined}
      sortHref={sortHref}
      empty={<EmptyState title={t("fit.noMatch")}>{t("fit.noMatchText")}</EmptyState>}
      columns={[
        {
          id: "zone",
          header: t("placement.zone"),
          rowHeader: true,
          sortable: true,
          wrap: true,
          cell: ({ modelId, modelName, zoneId, zoneName }) => (
            <>
              <Link
                to={paths.assessment(modelId, zoneId, product.declarationId)}
                aria-label={t("fit.open", { product: product.productName, zone: zoneName })}
              >
                {zoneName}
              </Link>
              <span className="block font-normal text-muted text-xs">{modelName}</span>
            </>
          ),
        },
        ...fitColumns,
      ]}
    />
  );
}
