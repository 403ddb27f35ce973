import { Form, useSearchParams } from "@remix-run/react";
import { useTranslation } from "~/i18n/use-translation";
import { paths } from "~/paths";
import { FilterChips } from "../filter-chips";
import { SelectField } from "../select-field";
import { SubmitButton } from "../submit-button";

type MatrixSupplierProps = { suppliers: ReadonlyArray<{ id: string; name: string }>; chosen: string | null };

/** More than so many would be a wall of chips. */
const CHIPS_AT_MOST = 12;

/** The filter by supplier: chips where they are few, a list to choose from where they are many. */
export function MatrixSupplier({ suppliers, chosen }: MatrixSupplierProps) {
  const { t } = useTranslation("assessment");
  const [search] = useSearchParams();
  const options = suppliers.map(({ id, name }) => ({ value: id, label: name }));
  if (suppliers.length < 2) return null;
  if (suppliers.length <= CHIPS_AT_MOST)
    return <FilterChips label={t("matrix.supplier")} param="supplier" options={options} />;
  const kept = [...search].filter(([name]) => name === "model" || name === "verdict");
  return (
    <Form method="get" action={paths.matrix()} className="flex flex-wrap items-end gap-3">
      {kept.map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <SelectField
        key={chosen}
        name="supplier"
        label={t("matrix.supplier")}
        placeholder={t("matrix.anySupplier")}
        defaultValue={chosen ?? ""}
        options={options}
      />
      <SubmitButton variant="regular">{t("matrix.showSupplier")}</SubmitButton>
    </Form>
  );
}
