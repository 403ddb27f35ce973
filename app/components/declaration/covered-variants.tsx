import { DataTable } from "~/components/data-table";
import { Disclosure } from "~/components/disclosure";
import type { Variant } from "~/domain/declaration/variants";
import { useTranslation } from "~/i18n/use-translation";

type CoveredVariantsProps = {
  /** Undefined where the supplier has not said. */
  variants: ReadonlyArray<Variant> | undefined;
};

/** What the same answers hold for besides the product by its own name; nothing where there is nothing. */
export function CoveredVariants({ variants = [] }: CoveredVariantsProps) {
  const { t } = useTranslation("declaration");
  if (variants.length === 0) return null;
  const or = (text: string) => (text === "" ? t("variants.none") : text);
  return (
    <Disclosure summary={t("variants.title", { count: variants.length })} boxed>
      <p className="field-hint">{t("variants.text")}</p>
      <DataTable
        caption={t("facts:field.variants")}
        captionHidden
        rows={variants}
        rowKey={({ name }) => name}
        columns={[
          {
            id: "name",
            header: t("facts:column.variants.name"),
            rowHeader: true,
            wrap: true,
            cell: ({ name }) => name,
          },
          {
            id: "model",
            header: t("facts:column.variants.model"),
            wrap: true,
            cell: ({ model }) => or(model),
          },
          { id: "udi", header: t("facts:column.variants.udiDi"), wrap: true, cell: ({ udiDi }) => or(udiDi) },
        ]}
      />
    </Disclosure>
  );
}
