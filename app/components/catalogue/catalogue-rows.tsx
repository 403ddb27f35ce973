import { type Column, DataTable } from "~/components/data-table";
import { VerifyMark } from "~/components/verify-mark";
import {
  COMPONENT_TYPES,
  type ComponentType,
  type Confidence,
} from "~/domain/requirement/component-requirement";
import { useTranslation } from "~/i18n/use-translation";

type Row = {
  id: string;
  title: string;
  minSl: number | null;
  componentTypes: ReadonlyArray<ComponentType> | null;
  confidence: Confidence;
  conflict: boolean;
  note: string | null;
  sources: ReadonlyArray<string>;
  isPart: boolean;
};
type Props = { caption: string; rows: ReadonlyArray<Row>; hasLevels: boolean; hasComponentTypes: boolean };

export function CatalogueRows({ caption, rows, hasLevels, hasComponentTypes }: Props) {
  const { t } = useTranslation("catalogue");
  const levels: Column<Row> = {
    id: "minSl",
    header: t("minSl"),
    align: "center",
    cell: (row) => row.minSl ?? "–",
  };
  const types: Column<Row> = {
    id: "types",
    header: t("appliesTo"),
    wrap: true,
    cell: ({ componentTypes }) =>
      componentTypes?.length === COMPONENT_TYPES.length
        ? t("allTypes")
        : (componentTypes ?? []).map((type) => t(`components:componentType.${type}`)).join(", "),
  };
  return (
    <DataTable
      caption={caption}
      captionHidden
      rows={rows}
      rowKey={(row) => row.id}
      columns={[
        {
          id: "id",
          header: t("id"),
          rowHeader: true,
          cell: (row) => (
            <span id={`row-${row.id.replaceAll(" ", "-")}`} className={row.isPart ? "pl-4" : undefined}>
              {row.id}
            </span>
          ),
        },
        {
          id: "title",
          header: t("titleColumn"),
          wrap: true,
          cell: (row) => (
            <>
              {row.title}{" "}
              <VerifyMark confidence={row.confidence} conflict={row.conflict} note={row.note ?? undefined} />
            </>
          ),
        },
        ...(hasLevels ? [levels] : []),
        ...(hasComponentTypes ? [types] : []),
        { id: "sources", header: t("source"), cell: (row) => row.sources.join(" ") },
      ]}
    />
  );
}
