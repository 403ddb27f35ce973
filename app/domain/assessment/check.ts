import type { DeclarationContent } from "../declaration/declaration";
import type { IsoDate } from "../shared/iso-date";
import type {
  Clause,
  Finding,
  FindingOutcome,
  FoundationalResult,
  Message,
  RequirementProfile,
  Severity,
} from "./assessment";
import type { SlCapability } from "./capability";

/** Everything a check may look at. Checks share it, so what several of them need is computed once. */
export type CheckContext = {
  profile: RequirementProfile;
  declaration: DeclarationContent;
  capability: SlCapability;
  /** Seven, in the standard's order. */
  results: ReadonlyArray<FoundationalResult>;
  asOf: IsoDate;
};

/** A finding before it is signed with its check: `about` is unique within the check. */
export type CheckFinding = Omit<Finding, "id" | "checkId" | "clauses" | "severity"> & {
  about: string;
  /** Only for what is worth knowing without deciding; otherwise the outcome gives the severity. */
  severity?: "note";
};

/**
 * One rule of the assessment. Its id is the sentence that should be true, the name of its file, of its scenario
 * table and of its texts in the message file `checks`. A check with nothing to say returns no findings.
 */
export type Check = {
  id: string;
  clauses: ReadonlyArray<Clause>;
  evaluate(context: CheckContext): ReadonlyArray<CheckFinding>;
};

const SEVERITY_OF: Readonly<Record<FindingOutcome, Severity>> = {
  conforms: "none",
  "conforms-with-conditions": "condition",
  incomplete: "open",
  "does-not-conform": "gap",
};

/** The check's findings, each with its id, check and severity. */
export function runCheck(check: Check, context: CheckContext): ReadonlyArray<Finding> {
  return check.evaluate(context).map(({ about, severity, ...finding }) => ({
    id: `${check.id}:${about}`,
    checkId: check.id,
    clauses: check.clauses,
    severity: severity ?? SEVERITY_OF[finding.outcome],
    ...finding,
  }));
}

/** Messages of one check: `say("reason.short", { … })` is the key `checks:<check id>.reason.short`. */
export function messagesOf(checkId: string) {
  return (path: string, params: Message["params"] = {}): Message => ({
    key: `checks:${checkId}.${path}`,
    params,
  });
}

/** Requirement ids as one parameter of a sentence, with `count` for the plural. */
export function rowParams(requirementIds: ReadonlyArray<string>): { rows: string; count: number } {
  return { rows: requirementIds.join(", "), count: requirementIds.length };
}
