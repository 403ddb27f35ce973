import type { FoundationalResult } from "../../assessment";
import { messagesOf, type RowCheck, rowParams } from "../../check";

const id = "gap-is-compensated";
const say = messagesOf(id);

/**
 * What the ledger of the zone makes up for holds as long as the countermeasure does (IEC 62443-4-2 CCSC 2): it
 * raises SL-A and never the product's SL-C, so the product conforms on this condition. One finding per countermeasure.
 */
export const gapIsCompensated: RowCheck = {
  kind: "rows",
  id,
  clauses: [
    { standard: "iec-62443-4-2", ref: "CCSC 2" },
    { standard: "iec-62443-3-2", ref: "ZCR 5.13" },
  ],
  evaluate: ({ profile, results }) =>
    profile.countermeasures
      .map((countermeasure) => ({ countermeasure, rows: rowsOf(results, countermeasure.id) }))
      .filter(({ rows }) => rows.length > 0)
      .sort((a, b) => (a.countermeasure.id < b.countermeasure.id ? -1 : 1))
      .map(({ countermeasure, rows }) => {
        const params = {
          title: countermeasure.title,
          until: countermeasure.expiresOn ?? "",
          ...rowParams(rows),
        };
        const lasts = countermeasure.expiresOn === null ? "without-end" : "until";
        return {
          about: countermeasure.id,
          outcome: "conforms-with-conditions",
          foundationalRequirement: null,
          requirementIds: rows,
          expected: say("expected", params),
          declared: say("declared", params),
          reason: say(`reason.${lasts}`, params),
          waysToClose: [
            { by: "hospital", message: say("close.keep", params) },
            { by: "supplier", message: say("close.meet", params) },
          ],
        };
      }),
};

function rowsOf(results: ReadonlyArray<FoundationalResult>, countermeasureId: string): ReadonlyArray<string> {
  return results.flatMap(({ compensated }) =>
    compensated.filter((row) => row.countermeasureId === countermeasureId).map((row) => row.requirementId),
  );
}
