import { useState } from "react";
import { useTranslation } from "~/i18n/use-translation";
import { Button } from "../button";
import { Disclosure } from "../disclosure";
import { TextField } from "../text-field";
import { useIsHydrated } from "../use-is-hydrated";
import { type PostedValues, textOf } from "./posted-values";

type NewSuppliersProps = {
  isNeeded: boolean;
  fields: Readonly<Record<string, ReadonlyArray<string>>>;
  values: PostedValues;
};

/** What there is to fill in where nobody can press “one more”. */
const ROWS_WITHOUT_SCRIPT = 3;
const MOST_ROWS = 50;

const nameOf = (row: number, field: "name" | "email") => `newSuppliers.${row}.${field}`;

/** Suppliers who are not on the portal yet are asked all the same: a row each. */
export function NewSuppliers({ isNeeded, fields, values }: NewSuppliersProps) {
  const { t } = useTranslation("request");
  const isHydrated = useIsHydrated();
  const filled = filledRows(values);
  const [rows, setRows] = useState(Math.max(1, filled));
  const shown = isHydrated ? rows : Math.max(ROWS_WITHOUT_SCRIPT, filled + 1);
  const hasError = Object.keys(fields).some((field) => field.startsWith("newSuppliers"));
  return (
    <Disclosure summary={t("form.newSupplier")} defaultOpen={isNeeded || filled > 0 || hasError} boxed>
      <div className="grid gap-4">
        <p className="text-muted">{t("form.newSupplierText")}</p>
        {Array.from({ length: shown }, (_, row) => (
          // Rows are told apart by their place alone: none is taken away.
          // biome-ignore lint/suspicious/noArrayIndexKey: see above
          <div key={row} className="grid gap-4 md:grid-cols-2">
            <TextField
              name={nameOf(row, "name")}
              label={labelOf(t("form.newSupplierName"), row)}
              defaultValue={textOf(values, nameOf(row, "name"))}
              errors={fields[nameOf(row, "name")]}
              maxLength={120}
            />
            <TextField
              name={nameOf(row, "email")}
              type="email"
              label={labelOf(t("form.newSupplierEmail"), row)}
              defaultValue={textOf(values, nameOf(row, "email"))}
              errors={fields[nameOf(row, "email")]}
              maxLength={254}
            />
          </div>
        ))}
        {isHydrated && rows < MOST_ROWS ? (
          <div>
            <Button size="small" icon="plus" onClick={() => setRows(rows + 1)}>
              {t("form.oneMoreSupplier")}
            </Button>
          </div>
        ) : null}
      </div>
    </Disclosure>
  );
}

function labelOf(label: string, row: number): string {
  return row === 0 ? label : `${label} (${row + 1})`;
}

function filledRows(values: PostedValues): number {
  const filled = Array.from({ length: MOST_ROWS }, (_, row) => row).filter(
    (row) => textOf(values, nameOf(row, "name")) || textOf(values, nameOf(row, "email")),
  );
  return (filled.at(-1) ?? -1) + 1;
}

/** What the head of the form calls the fields of the rows. */
export function newSupplierLabels(name: string, email: string): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Array.from({ length: MOST_ROWS }, (_, row) => [
      [nameOf(row, "name"), labelOf(name, row)],
      [nameOf(row, "email"), labelOf(email, row)],
    ]).flat(),
  );
}
