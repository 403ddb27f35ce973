import { Button } from "~/components/button";
import { Callout } from "~/components/callout";
import { CheckboxField } from "~/components/checkbox-field";
import { DataTable } from "~/components/data-table";
import { RadioCards } from "~/components/radio-cards";
import { Section } from "~/components/section";
import { SelectField } from "~/components/select-field";
import type { Table } from "~/formats/delimited/table";
import { INVENTORY_FIELDS, type InventoryField } from "~/formats/inventory/fields";
import { DUPLICATE_CHOICES, type InventoryPlan, ZONE_CHOICES } from "~/formats/inventory/plan";
import { useTranslation } from "~/i18n/use-translation";
import type { ImportContext } from "./import-wizard";
import type { TableSource } from "./inventory-steps";

type ColumnsStepProps = Pick<ImportContext, "state" | "change"> & {
  source: TableSource;
  table: Table;
  plan: InventoryPlan;
  setPlan: (changes: Partial<InventoryPlan>) => void;
};

const EXAMPLES = 3;
const HEADS_TO_CHOOSE = 10;
const NAMING: ReadonlyArray<InventoryField> = ["name", "product", "manufacturer", "serial"];

/** What each column holds, guessed and open to change, and what to do where the file and the model differ. */
export function ColumnsStep({ state, change, source, table, plan, setPlan }: ColumnsStepProps) {
  const { t } = useTranslation("transfer");
  const { columns, headIndex } = plan;
  const data = table.rows.slice(headIndex + 1);
  const rows = columns.map((field, column) => ({
    column,
    field,
    heading:
      table.rows[headIndex]?.cells[column]?.slice(0, 40) || t("columns.column", { number: column + 1 }),
    examples: [...new Set(data.slice(0, 50).flatMap(({ cells }) => cells[column] || []))].slice(0, EXAMPLES),
  }));
  const pick = (column: number, value: string) => {
    const field = INVENTORY_FIELDS.find((known) => known === value) ?? null;
    // A field stands once: choosing it here takes it from where it was.
    setPlan({
      columns: columns.map((now, at) => (at === column ? field : now === field ? null : now)),
    });
  };
  return (
    <>
      <Section title={t("columns.title")} description={t("columns.text")}>
        {source.encoding === "windows-1250" ? <Callout tone="info">{t("source.encoding")}</Callout> : null}
        {columns.some((field) => field !== null && NAMING.includes(field)) &&
        columns.includes("name") ? null : (
          <Callout tone="warning" title={t("columns.noName")}>
            {t("columns.noNameText")}
          </Callout>
        )}
        <div className="flex flex-wrap gap-4">
          {source.sheets.length > 1 ? (
            <SelectField
              name="sheet"
              label={t("source.sheet")}
              hint={t("source.sheetText")}
              value={String(state.sheet)}
              onChange={(event) => change({ sheet: Number(event.target.value), plan: null, page: 0 })}
              options={source.sheets.map(({ name }, index) => ({ value: String(index), label: name }))}
            />
          ) : null}
          <SelectField
            name="head"
            label={t("columns.head")}
            value={String(headIndex)}
            onChange={(event) => setPlan({ headIndex: Number(event.target.value) })}
            options={[
              { value: "-1", label: t("columns.headNone") },
              ...table.rows.slice(0, HEADS_TO_CHOOSE).map(({ number, cells }, index) => ({
                value: String(index),
                label: t("columns.headRow", { number, cells: cells.join(", ").slice(0, 60) }),
              })),
            ]}
          />
        </div>
        <DataTable
          caption={t("columns.caption")}
          captionHidden
          rows={rows}
          rowKey={({ column }) => String(column)}
          columns={[
            { id: "heading", header: t("columns.caption"), rowHeader: true, cell: ({ heading }) => heading },
            {
              id: "holds",
              header: t("columns.holds"),
              cell: ({ column, field, heading }) => (
                <select
                  className="input select min-w-40"
                  aria-label={`${t("columns.holds")}: ${heading}`}
                  value={field ?? ""}
                  onChange={(event) => pick(column, event.target.value)}
                >
                  <option value="">{t("columns.unused")}</option>
                  {INVENTORY_FIELDS.map((known) => (
                    <option key={known} value={known}>
                      {t(`field.${known}`)}
                    </option>
                  ))}
                </select>
              ),
            },
            {
              id: "example",
              header: t("columns.example"),
              wrap: true,
              cell: ({ examples }) => <span className="text-muted">{examples.join(" · ")}</span>,
            },
          ]}
        />
      </Section>
      <RadioCards
        name="unknownZones"
        legend={t("columns.unknownZones")}
        columns={3}
        value={plan.unknownZones}
        onChange={(value) => setPlan({ unknownZones: ZONE_CHOICES.find((one) => one === value) ?? "create" })}
        options={ZONE_CHOICES.map((value) => ({ value, label: t(`columns.zone.${value}`) }))}
      />
      <RadioCards
        name="duplicates"
        legend={t("columns.duplicates")}
        hint={t("columns.duplicatesHint")}
        columns={3}
        value={plan.duplicates}
        onChange={(value) =>
          setPlan({ duplicates: DUPLICATE_CHOICES.find((one) => one === value) ?? "skip" })
        }
        options={DUPLICATE_CHOICES.map((value) => ({ value, label: t(`columns.duplicate.${value}`) }))}
      />
      <CheckboxField
        name="linksProducts"
        label={t("columns.linksProducts")}
        hint={t("columns.linksProductsHint")}
        checked={plan.linksProducts}
        onChange={(event) => setPlan({ linksProducts: event.target.checked })}
      />
      <div className="actions">
        <Button variant="primary" onClick={() => change({ step: "preview", page: 0, plan })}>
          {t("import.next")}
        </Button>
        <Button variant="quiet" onClick={() => change({ step: "source" })}>
          {t("import.back")}
        </Button>
      </div>
    </>
  );
}
