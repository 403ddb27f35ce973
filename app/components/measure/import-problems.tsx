import type { MeasureKey } from "~/domain/measure/measure-key";
import type { ImportPlan } from "~/formats/measures-workbook/plan";
import { type CellProblem, MOST_PROBLEMS } from "~/formats/measures-workbook/read";
import { useTranslation } from "~/i18n/use-translation";
import { DataTable } from "../data-table";
import { Section } from "../section";

type ImportProblemsProps = {
  plan: ImportPlan;
  problems: ReadonlyArray<CellProblem>;
  nameOf: (place: MeasureKey["place"]) => string;
};
type Told = { cell: string; code: CellProblem["code"] | "not-required" | "reason-missing"; value: string };

/** Rows and cells that nobody can use, each with its place and what to do. */
export function ImportProblems({ plan, problems, nameOf }: ImportProblemsProps) {
  const { t } = useTranslation("measure");
  const told: ReadonlyArray<Told> = [
    ...problems.map(({ row, column, code, value }) => ({ cell: `${column}${row}`, code, value })),
    ...plan.lost.slice(0, MOST_PROBLEMS).map(({ row, code, measureId, place }) => ({
      ...{ cell: `A${row}`, code, value: [measureId, nameOf(place)].filter(Boolean).join(" · ") },
    })),
  ];
  if (told.length === 0) return null;
  const isCut = problems.length === MOST_PROBLEMS || plan.lost.length > MOST_PROBLEMS;
  return (
    <Section title={t("import.lost")} description={t("import.lostText")}>
      <DataTable
        caption={t("import.lost")}
        captionHidden
        rows={told}
        rowKey={({ cell, code }) => `${cell} ${code}`}
        columns={[
          { id: "cell", header: t("import.cell"), rowHeader: true, cell: ({ cell }) => cell },
          {
            ...{ id: "problem", header: t("import.problem"), wrap: true },
            cell: ({ code }) => t(`import.problems.${code}`),
          },
          { id: "value", header: t("import.value"), wrap: true, cell: ({ value }) => value },
        ]}
      />
      {isCut ? <p className="text-muted">{t("import.more")}</p> : null}
    </Section>
  );
}
