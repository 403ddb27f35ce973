import type { FLOW_DIRECTIONS, FLOW_PEERS, FLOW_TRANSPORTS, Regime } from "../declaration/fact-values";
import type { Policy } from "../policy/policy";
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
  /** Thresholds that hold for the zone, resolved: where a value comes from does not decide. */
  policy: Policy;
  /** What the conduits of the zone permit; null = not known, e.g. in a check by file. */
  channels: ReadonlyArray<PermittedChannel> | null;
  /** What the zone and its conduits make up for. */
  countermeasures: ReadonlyArray<AcceptedCountermeasure>;
  /** Parts of the catalogue that decide; the same array for every profile of one catalogue. */
  mds2Questions: ReadonlyArray<ProfileMds2Question>;
  milestones: ReadonlyArray<LegalMilestone>;
};

/** One flow that a conduit of the zone permits. Says nothing of where the other end stands but its kind. */
export type PermittedChannel = {
  protocol: string;
  transport: (typeof FLOW_TRANSPORTS)[number];
  /** `443`, `8000-8010`, empty = any. */
  ports: string;
  /** Seen from the zone: a product in it opens the connection, is connected to, or both. */
  direction: (typeof FLOW_DIRECTIONS)[number];
  peer: (typeof FLOW_PEERS)[number];
  /** null = nobody has said. */
  encrypted: boolean | null;
  authenticated: boolean | null;
};

/** A compensating countermeasure of the ledger that a second person has accepted (IEC 62443-4-2 CCSC 2). */
export type AcceptedCountermeasure = {
  id: string;
  title: string;
  /** Rows that it makes up for. */
  requirementIds: ReadonlyArray<string>;
  /** First and last day on which it counts; null = without end. */
  acceptedOn: IsoDate;
  expiresOn: IsoDate | null;
};

export type ProfileMds2Question = {
  id: string;
  /** The secure answer; `context` = neither is. */
  favourable: "Yes" | "No" | "context";
  /** Rows that cannot be met where the other answer is true. */
  requirementIds: ReadonlyArray<string>;
};

/** From this day on a law asks something of a product of this regime. */
export type LegalMilestone = {
  /** e.g. `eu-cra:reporting` */
  id: string;
  regime: Regime;
  instrument: string;
  article: string;
  appliesFrom: IsoDate;
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
  /** Rows up to the target for which the supplier names a countermeasure of the zone, in the same order. */
  countermeasures: ReadonlyArray<string>;
  /** Rows up to the target that the ledger of the zone makes up for today, in the same order. */
  compensated: ReadonlyArray<CompensatedRow>;
  /** SL-A that the product brings into this zone today: what counts alone or is made up for by the ledger. */
  achieved: SecurityLevel;
};

export type CompensatedRow = { requirementId: string; countermeasureId: string };

/** Why a row does not count, even where countermeasures are accepted. */
export type MissingReason = "not-met" | "unanswered" | "not-applicable-without-reason";
export type MissingRow = { requirementId: string; minSl: SecurityLevel; reason: MissingReason };

export type Verdict = "conforms" | "conforms-with-conditions" | "does-not-conform" | "incomplete";

/** What a finding is about; the worst open outcome decides the verdict. */
export type FindingOutcome = "conforms" | "conforms-with-conditions" | "incomplete" | "does-not-conform";
/** `note` is worth knowing and never decides: its outcome is `conforms`. */
export type Severity = "none" | "note" | "condition" | "open" | "gap";

/**
 * A sentence as key (`<namespace>:<path>`) and parameters: the message files hold the words. A list names values of
 * facts (`facts:word.<value>`); whoever speaks the sentence puts their words in.
 */
export type Message = { key: string; params: Readonly<Record<string, MessageParam>> };
export type MessageParam = string | number | ReadonlyArray<string>;

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
  /** Ids of the evidence of the declaration that the finding rests on. */
  evidenceIds?: ReadonlyArray<string>;
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
