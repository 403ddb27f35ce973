import { useMemo } from "react";
import { guessColumns } from "~/formats/inventory/guess-columns";
import type { InventoryPlan } from "~/formats/inventory/plan";
import { useTranslation } from "~/i18n/use-translation";
import { ColumnsStep } from "./columns-step";
import type { ImportContext } from "./import-wizard";
import { InventoryPreviewStep } from "./inventory-preview-step";
import type { ImportSource } from "./read-source";
import { RunProgress } from "./run-progress";
import { useInventoryPreview } from "./use-inventory-preview";

export type TableSource = Extract<ImportSource, { kind: "table" }>;

/** An inventory: what its columns hold, then what becomes of each row. */
export function InventorySteps({ source, ...context }: ImportContext & { source: TableSource }) {
  const { state, change, draft, releases } = context;
  const { t } = useTranslation("transfer");
  const sheet = source.sheets[state.sheet] ?? source.sheets[0];
  const table = useMemo(() => sheet ?? { name: "", rows: [] }, [sheet]);
  const guessed = useMemo(() => firstPlan(guessColumns(table)), [table]);
  const plan = state.plan ?? guessed;
  const setPlan = (changes: Partial<InventoryPlan>) => change({ plan: { ...plan, ...changes } });
  const isPreview = state.step === "preview";
  const { shown, share } = useInventoryPreview({ table, plan, draft, releases }, isPreview);
  if (!isPreview)
    return <ColumnsStep {...context} source={source} table={table} plan={plan} setPlan={setPlan} />;
  const back = () => change({ step: "columns" });
  const working =
    share === null ? null : <RunProgress label={t("preview.working")} share={share} onCancel={back} />;
  if (!shown) return working;
  return <InventoryPreviewStep {...context} {...{ table, plan, setPlan, working }} result={shown} />;
}

function firstPlan({ headIndex, columns }: ReturnType<typeof guessColumns>): InventoryPlan {
  return { headIndex, columns, unknownZones: "create", zones: {}, duplicates: "skip", linksProducts: true };
}
