import { Form } from "@remix-run/react";
import { useState } from "react";

import type { MeasureKey } from "~/domain/measure/measure-key";
import { fieldsToPost, type ImportPlan, type PlannedLine } from "~/formats/measures-workbook/plan";
import { useTranslation } from "~/i18n/use-translation";
import { Badge } from "../badge";
import { Button } from "../button";
import { DataTable } from "../data-table";
import { EmptyState } from "../empty-state";
import { FormActions } from "../form-actions";
import { Section } from "../section";
import { SubmitButton } from "../submit-button";
import { ChangeLines } from "./measure-history";

type ImportPreviewProps = {
  plan: ImportPlan;
  titles: Readonly<Record<string, string>>;
  nameOf: (place: MeasureKey["place"]) => string;
  mostChanges: number;
};
const TONES = { fills: "success", replaces: "warning", stale: "danger" } as const;

/** What only fills in is ticked; what would replace something is for the person to choose. */
export function ImportPreview({ plan, titles, nameOf, mostChanges }: ImportPreviewProps) {
  const { t } = useTranslation("measure");
  const { planned, lost, unchanged } = plan;
  const fills = planned.filter(({ effect }) => effect === "fills").map(({ row }) => row);
  const [chosen, setChosen] = useState<ReadonlySet<number>>(new Set(fills));
  const set = (row: number, isOn: boolean) => {
    const next = new Set(chosen);
    if (isOn) next.add(row);
    else next.delete(row);
    setChosen(next);
  };
  const taken = planned.filter(({ row }) => chosen.has(row)).slice(0, mostChanges);
  if (planned.length === 0)
    return <EmptyState title={t("import.nothing")}>{t("import.nothingText")}</EmptyState>;
  return (
    <Section
      title={t("import.preview")}
      description={t("import.summary", { planned: planned.length, unchanged, lost: lost.length })}
    >
      <div className="actions">
        <Button size="small" onClick={() => setChosen(new Set(fills))}>
          {t("import.tickFills")}
        </Button>
        <Button size="small" onClick={() => setChosen(new Set(planned.map(({ row }) => row)))}>
          {t("import.tickAll")}
        </Button>
        <Button size="small" onClick={() => setChosen(new Set())}>
          {t("import.tickNone")}
        </Button>
      </div>
      <DataTable
        caption={t("import.preview")}
        captionHidden
        rows={planned}
        rowKey={({ row }) => String(row)}
        columns={[
          {
            ...{ id: "tick", header: t("import.tickAll"), headerHidden: true },
            cell: ({ row, measureId }) => (
              <input
                type="checkbox"
                className="tick-box"
                aria-label={t("import.tick", { row, measure: measureId })}
                checked={chosen.has(row)}
                onChange={({ target }) => set(row, target.checked)}
              />
            ),
          },
          { id: "row", header: t("import.row"), align: "end" as const, cell: ({ row }) => row },
          {
            ...{ id: "measure", header: t("field.measure"), rowHeader: true, wrap: true },
            cell: ({ measureId, place }) => (
              <>
                {measureId} <span className="block">{titles[measureId]}</span>
                <span className="block text-muted text-sm">{nameOf(place)}</span>
              </>
            ),
          },
          {
            ...{ id: "changes", header: t("import.change"), wrap: true },
            cell: ({ changes }) => <ChangeLines changes={changes} />,
          },
          {
            ...{ id: "effect", header: t("import.effect"), wrap: true },
            cell: ({ effect }) => <Badge tone={TONES[effect]}>{t(`import.effects.${effect}`)}</Badge>,
          },
        ]}
      />
      <Form method="post" className="grid gap-3">
        <input type="hidden" name="changes" value={JSON.stringify(taken.map(toPost))} />
        {chosen.size > mostChanges ? <p>{t("import.tooMany", { count: mostChanges })}</p> : null}
        <FormActions>
          <SubmitButton disabled={taken.length === 0}>
            {t("import.apply", { count: taken.length })}
          </SubmitButton>
        </FormActions>
      </Form>
    </Section>
  );
}

function toPost(line: PlannedLine) {
  return { place: line.place, measureId: line.measureId, version: line.current, fields: fieldsToPost(line) };
}
