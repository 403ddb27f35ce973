import type { ComponentRequirement, ComponentType } from "../requirement/component-requirement";
import type { FoundationalRequirement, SecurityLevel, SlVector } from "../security-level/security-level";
import type { IsoDate } from "../shared/iso-date";

/** A clause of a standard that a rule or check implements. */
export type Clause = { standard: string; ref: string };

/**
 * Everything a product must show to enter one zone. Only what `assess` needs: nothing of the hospital's
 * topology, so that it may cross to a supplier.
 */
export type RequirementProfile = {
  slTarget: SlVector;
  requirements: ReadonlyArray<ProfileRequirement>;
  catalogueVersion: string;
};

/** The part of a catalogue row that decides; titles and provenance stay out of the fingerprint. */
export type ProfileRequirement = Pick<
  ComponentRequirement,
  "id" | "foundationalRequirement" | "appliesTo" | "minSl"
>;

/** How one foundational requirement came out. */
export type ReachState = "reached" | "reached-with-countermeasures" | "short" | "undecided";

export type FoundationalResult = {
  foundationalRequirement: FoundationalRequirement;
  target: SecurityLevel;
  /** What the product reaches on its own, configured as documented. */
  native: SecurityLevel;
  withCountermeasures: SecurityLevel;
  state: ReachState;
  /** Rows up to the target that are missing even with countermeasures, lowest level first, then by number. */
  missing: ReadonlyArray<MissingRow>;
  /** Rows up to the target that rest on a countermeasure the zone must provide, in the same order. */
  countermeasures: ReadonlyArray<string>;
};

/** Why a row does not count, even where countermeasures are accepted. */
export type MissingReason = "not-met" | "unanswered" | "not-applicable-without-reason";
export type MissingRow = { requirementId: string; minSl: SecurityLevel; reason: MissingReason };

export type Verdict = "conforms" | "conforms-with-conditions" | "does-not-conform" | "incomplete";

/** What a finding is about; the worst open outcome decides the verdict. */
export type FindingOutcome = "conforms" | "conforms-with-conditions" | "incomplete" | "does-not-conform";
/** `note` is worth knowing and never decides: its outcome is `conforms`. */
export type Severity = "none" | "note" | "condition" | "open" | "gap";

/** A sentence as key (`<namespace>:<path>`) and parameters: the message files hold the words. */
export type Message = { key: string; params: Readonly<Record<string, string | number>> };

export type Finding = {
  /** `<check id>:<what it is about>`, unique within one assessment. */
  id: string;
  checkId: string;
  clauses: ReadonlyArray<Clause>;
  outcome: FindingOutcome;
  severity: Severity;
  foundationalRequirement: FoundationalRequirement | null;
  requirementIds: ReadonlyArray<string>;
  expected: Message;
  declared: Message;
  reason: Message;
  /** What would close it, and who can do that. */
  waysToClose: ReadonlyArray<WayToClose>;
};

export type WayToClose = { by: "supplier" | "hospital"; message: Message };

export type Assessment = {
  asOf: IsoDate;
  componentTypes: ReadonlyArray<ComponentType>;
  slTarget: SlVector;
  slCapability: { native: SlVector; withCountermeasures: SlVector };
  results: ReadonlyArray<FoundationalResult>;
  findings: ReadonlyArray<Finding>;
  verdict: Verdict;
  /** Ids of the findings that caused the verdict. */
  decidedBy: ReadonlyArray<string>;
  catalogueVersion: string;
  ruleSetVersion: string;
  fingerprint: string;
};

/** An assessment that nothing will rest on: for lists and comparisons. */
export type Judgement = Omit<Assessment, "fingerprint">;
