import { isApplicable } from "../../../requirement/component-requirement";
import type { WayToClose } from "../../assessment";
import { factCheck, messagesOf, rowParams } from "../../check";
import {
  type DeniableRow,
  type DeniedAnswers,
  type DeniedRows,
  deniableRows,
  deniedAnswers,
} from "../../fact-statements";

const id = "facts-agree-with-answers";
const say = messagesOf(id);

/** Rows that cannot be met beside a fact; beside a radio CR 2.2 cannot be “not applicable”. Our own reading. */
export const DENIED_BY_FACT: DeniedRows = {
  "accounts-shared": ["CR 1.1 RE(1)"],
  "one-factor": ["CR 1.1 RE(2)"],
  "credentials-fixed": ["CR 1.5"],
  "credentials-in-clear": ["CR 1.5"],
  "has-radio": ["CR 2.2"],
  "session-stays-open": ["CR 2.5"],
  "no-log": ["CR 2.8"],
  "clock-alone": ["CR 2.11 RE(1)"],
  "anybody-can-connect": ["CR 3.1 RE(1)"],
  "no-malware-protection": ["SAR 3.2", "EDR 3.2", "HDR 3.2", "NDR 3.2"],
  "no-updates": ["EDR 3.10", "HDR 3.10", "NDR 3.10"],
  "updates-unsigned": ["EDR 3.10 RE(1)", "HDR 3.10 RE(1)", "NDR 3.10 RE(1)"],
  "people-in-clear": ["CR 4.1"],
  "log-stays": ["CR 6.1 RE(1)"],
};

const DENIABLE: ReadonlySet<string> = new Set(Object.values(DENIED_BY_FACT).flat());

/**
 * Where what the supplier states of the product and what it answers cannot both be true, one of the two is wrong
 * (product.md §4.5). Which one the supplier must settle: a condition, as with the MDS2; above the target a note.
 */
export const factsAgreeWithAnswers = factCheck<ReadonlyArray<DeniableRow>, DeniedAnswers>({
  id,
  clauses: [{ standard: "iec-62443-4-2", ref: "SL-C" }],
  demandOf: (profile) => deniableRows(profile, DENIABLE),
  subjectOf: (declaration) => deniedAnswers(declaration, DENIED_BY_FACT),
  evaluate: (rows, subject) => {
    if (subject === null) return [];
    const applicable = rows.filter((row) => isApplicable(row, subject.componentTypes));
    return subject.denied.flatMap(({ statement, rows: denied }) => {
      const contradicted = applicable.filter((row) => denied.includes(row.id));
      return findingsOn(statement, contradicted);
    });
  },
});

function findingsOn(statement: string, contradicted: ReadonlyArray<DeniableRow>) {
  const demanded = contradicted.filter((row) => row.isDemanded);
  const isDemanded = demanded.length > 0;
  const rows = isDemanded ? demanded : contradicted;
  const [first] = rows;
  if (first === undefined) return [];
  const requirementIds = rows.map((row) => row.id);
  const params = { statement, ...rowParams(requirementIds) };
  const wayOf = (name: string) => say(`close.${name}`, params);
  const way = (by: WayToClose["by"], name: string): WayToClose => ({ by, message: wayOf(name) });
  const ask = isDemanded ? [way("hospital", "ask")] : [];
  return [
    {
      about: statement,
      outcome: isDemanded ? ("conforms-with-conditions" as const) : ("conforms" as const),
      ...(isDemanded ? {} : { severity: "note" as const }),
      foundationalRequirement: first.foundationalRequirement,
      requirementIds,
      expected: say("expected"),
      declared: say(`declared.${statement}`),
      reason: say(isDemanded ? "reason.contradicts" : "reason.above-target", params),
      waysToClose: [way("supplier", "correct-answer"), way("supplier", "correct-facts"), ...ask],
    },
  ];
}
