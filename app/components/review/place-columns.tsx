import type { Column } from "~/components/data-table";
import { useTranslation } from "~/i18n/use-translation";
import { Link } from "../link";

type Placed = { zoneName: string; productName: string; releaseVersion: string };

/** Which product in which zone a row is about; the product leads to what `pathOf` says. */
export function usePlaceColumns<Row extends Placed>(
  pathOf: (row: Row) => string,
): ReadonlyArray<Column<Row>> {
  const { t } = useTranslation("review");
  return [
    { id: "zone", header: t("devices.zone"), wrap: true, cell: ({ zoneName }) => zoneName },
    {
      id: "product",
      header: t("common:product"),
      rowHeader: true,
      wrap: true,
      cell: (row) => (
        <Link to={pathOf(row)}>
          {row.productName} {row.releaseVersion}
        </Link>
      ),
    },
  ];
}
