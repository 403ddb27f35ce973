import type { FilePlace } from "~/domain/declaration/import-plan";
import { useTranslation } from "~/i18n/use-translation";

/** Where in a file, as a person finds it there. */
export function PlaceText({ place }: { place: FilePlace | null }) {
  const { t } = useTranslation("import");
  if (place === null) return <span className="text-muted">{t("place.file")}</span>;
  if ("pointer" in place)
    return <code className="import-place">{place.pointer === "" ? "/" : place.pointer}</code>;
  if ("path" in place) return <code className="import-place">{place.path}</code>;
  if ("line" in place) return <>{t("place.line", { line: place.line })}</>;
  const { sheet, row, column } = place;
  const cell = column === null ? t("place.row", { row }) : t("place.cell", { cell: `${column}${row}` });
  return <>{sheet === null ? cell : t("place.onSheet", { sheet, cell })}</>;
}
