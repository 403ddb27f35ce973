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

/** What row checks look at; what several of them need is computed once. */
export type RowContext = {
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
 * table and of its texts in the message files `checks`. A check with nothing to say returns no findings.
 */
type CheckHead = { id: string; clauses: ReadonlyArray<Clause> };

/** Compares answers to rows with the target, FR by FR. */
export type RowCheck = CheckHead & {
  kind: "rows";
  evaluate(context: RowContext): ReadonlyArray<CheckFinding>;
};

/**
 * Compares one part of a declaration with one part of a profile. The two parts are named by functions, and nothing
 * else can be looked at: so pairs with equal demand and equal subject share one result, and the engine evaluates
 * each combination once whatever the number of zones and products.
 */
export type FactCheck<Demand = unknown, Subject = unknown> = CheckHead & {
  kind: "facts";
  /** What the zone demands, as JSON; null = nothing, the check is silent. */
  demandOf(profile: RequirementProfile): Demand | null;
  /** What the product says to it, as JSON; the same content in the same form. */
  subjectOf(declaration: DeclarationContent): Subject;
  evaluate(demand: Demand, subject: Subject, asOf: IsoDate): ReadonlyArray<CheckFinding>;
};

export type Check = RowCheck | FactCheck;

/** Forgets the types of demand and subject, which only the check itself needs. */
export function factCheck<Demand, Subject>(check: Omit<FactCheck<Demand, Subject>, "kind">): FactCheck {
  // evaluate only ever gets what the same check's demandOf and subjectOf returned.
  return { kind: "facts", ...check } as unknown as FactCheck;
}

export const SEVERITY_OF: Readonly<Record<FindingOutcome, Severity>> = {
  conforms: "none",
  "conforms-with-conditions": "condition",
  incomplete: "open",
  "does-not-conform": "gap",
};

/** The check's findings, each with its id, check and severity. */
export function runCheck(check: Check, context: RowContext): ReadonlyArray<Finding> {
  return findingsOf(check, context).map((finding) => signFinding(check, finding));
}

function findingsOf(check: Check, context: RowContext): ReadonlyArray<CheckFinding> {
  if (check.kind === "rows") return check.evaluate(context);
  const demand = check.demandOf(context.profile);
  return demand === null ? [] : check.evaluate(demand, check.subjectOf(context.declaration), context.asOf);
}

/** Member by member, which is quicker than to copy the rest of an object: an assessment has a hundred of them. */
export function signFinding(check: Check, finding: CheckFinding): Finding {
  const signed: Finding = {
    id: `${check.id}:${finding.about}`,
    checkId: check.id,
    clauses: check.clauses,
    severity: finding.severity ?? SEVERITY_OF[finding.outcome],
    outcome: finding.outcome,
    foundationalRequirement: finding.foundationalRequirement,
    requirementIds: finding.requirementIds,
    expected: finding.expected,
    declared: finding.declared,
    reason: finding.reason,
    waysToClose: finding.waysToClose,
  };
  if (finding.evidenceIds) signed.evidenceIds = finding.evidenceIds;
  return signed;
}

/** Messages of one check: `say("reason.short", { … })` is the key `checks:<check id>.reason.short`. */
export function messagesOf(checkId: string) {
  // Made once: a key is looked up whenever its sentence is spoken, and a string that was looked up before is found sooner.
  const keys = new Map<string, string>();
  return (path: string, params: Message["params"] = {}): Message => {
    const key = keys.get(path) ?? `checks:${checkId}.${path}`;
    keys.set(path, key);
    return { key, params };
  };
}

/** Requirement ids as one parameter of a sentence, with `count` for the plural. */
export function rowParams(requirementIds: ReadonlyArray<string>): { rows: string; count: number } {
  return { rows: requirementIds.join(", "), count: requirementIds.length };
}
