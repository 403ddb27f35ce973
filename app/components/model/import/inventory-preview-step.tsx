import { type ReactNode, useMemo, useState } from "react";
import { Button } from "~/components/button";
import { Callout } from "~/components/callout";
import { DataTable } from "~/components/data-table";
import { Section } from "~/components/section";
import type { Table } from "~/formats/delimited/table";
import { writeDelimited } from "~/formats/delimited/write";
import { commandsOfInventory } from "~/formats/inventory/commands";
import { type InventoryPlan, type InventoryPreview, ZONE_CHOICES } from "~/formats/inventory/plan";
import { useTranslation } from "~/i18n/use-translation";
import type { ImportContext } from "./import-wizard";
import { newId } from "./new-id";
import { PreviewTable, useReason } from "./preview-table";
import { saveText } from "./save-text";
import type { ShownPreview } from "./use-inventory-preview";

type InventoryPreviewStepProps = ImportContext & {
  table: Table;
  plan: InventoryPlan;
  setPlan: (changes: Partial<InventoryPlan>) => void;
  result: ShownPreview;
  /** How far the next one is. */
  working: ReactNode;
};

const OUTCOMES = ["add", "update", "skip", "refuse"] as const;

/** What becomes of every row, with the refused ones to take home and repair. */
export function InventoryPreviewStep(props: InventoryPreviewStepProps) {
  const { draft, state, change, save, running, table, plan, setPlan, result, working } = props;
  const { t } = useTranslation("transfer");
  const reasonOf = useReason(table.rows[plan.headIndex]?.cells ?? []);
  const [shown, setShown] = useState<(typeof OUTCOMES)[number] | "all">("all");
  const { rows, counts, unknownZones } = result.preview;
  const visible = useMemo(
    () => (shown === "all" ? rows : rows.filter(({ outcome }) => outcome === shown)),
    [rows, shown],
  );
  const newZones = new Set(
    rows.flatMap(({ outcome, zone }) => (outcome === "add" && zone.kind === "new" ? zone.key : [])),
  );
  const changes = counts.add + counts.update + newZones.size;
  const download = () => {
    const head = table.rows[plan.headIndex]?.cells ?? plan.columns.map(() => "");
    const refused = rows.filter(({ outcome }) => outcome === "refuse");
    const text = writeDelimited([
      [...padded(head, plan.columns.length), t("preview.reason")],
      ...refused.map(({ cells, problems }) => [
        ...padded(cells, plan.columns.length),
        problems.map(reasonOf).join(" "),
      ]),
    ]);
    saveText(t("preview.downloadName"), text);
  };
  return (
    <Section title={t("preview.title")}>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset would need a legend where the row has its label */}
      <div className="chips" role="group" aria-label={t("preview.show")}>
        <span className="chips-label" aria-hidden>
          {t("preview.show")}
        </span>
        <ul>
          {(["all", ...OUTCOMES] as const).map((outcome) => (
            <li key={outcome}>
              <button
                type="button"
                className="chip"
                aria-pressed={shown === outcome}
                aria-current={shown === outcome ? "true" : undefined}
                onClick={() => {
                  setShown(outcome);
                  change({ page: 0 });
                }}
              >
                {t(`preview.${outcome}`)}
                <span className="tab-count">{outcome === "all" ? rows.length : counts[outcome]}</span>
              </button>
            </li>
          ))}
        </ul>
      </div>
      {unknownZones.length > 0 ? <UnknownZones zones={unknownZones} plan={plan} setPlan={setPlan} /> : null}
      <PreviewTable
        rows={visible}
        headings={table.rows[plan.headIndex]?.cells ?? []}
        page={state.page}
        setPage={(page) => change({ page })}
      />
      {changes === 0 ? (
        <Callout tone="info" title={t("preview.nothing")}>
          {t("preview.nothingText")}
        </Callout>
      ) : null}
      {working}
      {running ?? (
        <div className="actions">
          <Button
            variant="primary"
            disabled={changes === 0 || !result.isCurrent}
            onClick={() => save("inventory", commandsOfInventory(rows, result.plan, draft, newId))}
          >
            {t("preview.import", { count: changes })}
          </Button>
          {counts.refuse > 0 ? (
            <Button icon="download" onClick={download}>
              {t("preview.download")}
            </Button>
          ) : null}
          <Button variant="quiet" onClick={() => change({ step: "columns" })}>
            {t("import.back")}
          </Button>
        </div>
      )}
    </Section>
  );
}

function padded(cells: ReadonlyArray<string>, length: number): ReadonlyArray<string> {
  return Array.from({ length }, (_, index) => cells[index] ?? "");
}

type UnknownZonesProps = Pick<InventoryPreviewStepProps, "plan" | "setPlan"> & {
  zones: InventoryPreview["unknownZones"];
};

function UnknownZones({ zones, plan, setPlan }: UnknownZonesProps) {
  const { t } = useTranslation("transfer");
  const pick = (key: string, value: string) => {
    const choice = ZONE_CHOICES.find((one) => one === value);
    if (choice) setPlan({ zones: { ...plan.zones, [key]: choice } });
  };
  return (
    <DataTable
      caption={t("preview.unknownZonesCaption")}
      rows={zones}
      rowKey={({ key }) => key}
      columns={[
        { id: "zone", header: t("preview.zone"), rowHeader: true, cell: ({ name }) => name.slice(0, 60) },
        { id: "rows", header: t("preview.rows"), align: "end", cell: ({ rows }) => rows },
        {
          id: "choice",
          header: t("preview.choice"),
          cell: ({ key, name, choice }) => (
            <select
              className="input select min-w-36"
              aria-label={`${t("preview.choice")}: ${name}`}
              value={choice}
              onChange={(event) => pick(key, event.target.value)}
            >
              {ZONE_CHOICES.map((value) => (
                <option key={value} value={value}>
                  {t(`columns.zoneOne.${value}`)}
                </option>
              ))}
            </select>
          ),
        },
      ]}
    />
  );
}
