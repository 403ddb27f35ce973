import { useTranslation } from "~/i18n/use-translation";
import { paths } from "~/paths";
import { DataTable, type Sort } from "../data-table";
import { EmptyState } from "../empty-state";
import { Link } from "../link";
import { OfferTick } from "../offers/compare-form";
import { type ListedFit, useFitColumns } from "./fit-columns";
import { useSortHref } from "./use-sort-href";

type CandidateRow = {
  declarationId: string;
  productName: string;
  releaseVersion: string;
  supplierName: string;
  fit: ListedFit;
};
type CandidateTableProps = {
  modelId: string;
  zone: { id: string; name: string };
  rows: ReadonlyArray<CandidateRow>;
  sort: Sort | null;
};

/** Every product for one zone; each line leads to the whole assessment and to the other zones for the product. */
export function CandidateTable({ modelId, zone, rows, sort }: CandidateTableProps) {
  const { t } = useTranslation("questions");
  const fitColumns = useFitColumns<CandidateRow>();
  const sortHref = useSortHref();
  return (
    <DataTable
      caption={t("candidates.caption")}
      captionHidden
      rows={rows}
      rowKey={({ declarationId }) => declarationId}
      sort={sort ?? undefined}
      sortHref={sortHref}
      empty={<EmptyState title={t("fit.noMatch")}>{t("fit.noMatchText")}</EmptyState>}
      columns={[
        {
          id: "compare",
          header: t("offers:links.compare"),
          headerHidden: true,
          cell: ({ declarationId, productName, releaseVersion }) => (
            <OfferTick declarationId={declarationId} product={`${productName} ${releaseVersion}`} />
          ),
        },
        {
          id: "product",
          header: t("candidates.product"),
          rowHeader: true,
          sortable: true,
          wrap: true,
          cell: ({ declarationId, productName, releaseVersion, supplierName }) => (
            <>
              <Link
                to={paths.assessment(modelId, zone.id, declarationId)}
                aria-label={t("fit.open", { product: `${productName} ${releaseVersion}`, zone: zone.name })}
              >
                {productName} {releaseVersion}
              </Link>
              <span className="block font-normal text-muted text-xs">{supplierName}</span>
            </>
          ),
        },
        ...fitColumns,
        {
          id: "elsewhere",
          header: t("links.placement"),
          cell: ({ declarationId }) => <Link to={paths.placement(declarationId)}>{t("ways.elsewhere")}</Link>,
        },
      ]}
    />
  );
}
