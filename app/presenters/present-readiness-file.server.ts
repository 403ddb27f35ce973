import type { HospitalFact } from "~/domain/readiness/hospital-rules";
import type { ProductFact } from "~/domain/readiness/product-rules";
import type { ClauseReading } from "~/domain/readiness/readiness";
import type { Confidence } from "~/domain/requirement/component-requirement";
import { writeWorkbook } from "~/formats/workbook/write-workbook";
import { type Caller, requirePermission } from "~/use-cases/use-case.server";
import type { Framework } from "./readiness-clauses.server";

type Clause = Omit<ClauseReading<HospitalFact | ProductFact>, "rows"> & {
  name: string;
  summary: string;
  part: string | null;
  confidence: Confidence;
  rows: ReadonlyArray<{
    id: string;
    title: string;
    standing: ClauseReading<HospitalFact | ProductFact>["rows"][number]["standing"];
  }>;
};
type Shown = ReadonlyArray<{ framework: Framework; clauses: ReadonlyArray<Clause> }>;

/** The words of the file, in the reader's language; the same lines as the page. */
export type ReadinessWords = {
  sheet: string;
  advice: string;
  heads: ReadonlyArray<string>;
  cells: (framework: Framework, clause: Clause) => ReadonlyArray<string>;
};

/** The page as a workbook; that it is no legal advice stands in its last line. */
export async function presentReadinessFile(caller: Caller, frameworks: Shown, words: ReadinessWords) {
  requirePermission(caller.actor, "readiness.export");
  const rows = frameworks.flatMap(({ framework, clauses }) =>
    clauses.map((clause) => words.cells(framework, clause)),
  );
  return {
    name: `readiness-${caller.now.toISOString().slice(0, 10)}.xlsx`,
    type: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    body: await writeWorkbook(words.sheet, [words.heads, ...rows, [words.advice]]),
  };
}
