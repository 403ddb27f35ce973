import type { CountermeasureStanding } from "~/domain/countermeasure/countermeasure";
import type { Confidence } from "~/domain/requirement/component-requirement";
import type { RiskPart } from "~/domain/risk/assessment-parts";
import type { DerivedTarget } from "~/domain/risk/derive-target";
import type { OpenRating } from "~/domain/risk/open-ratings";
import type { PartitionFacts } from "~/domain/risk/partition-facts";
import type { ResidualRisk } from "~/domain/risk/residual-risk";
import type { RiskAssessment } from "~/domain/risk/risk-assessment";
import type { RiskMatrix } from "~/domain/risk/risk-matrix";
import type { AcceptanceStanding, TargetedElement, TargetField } from "~/domain/risk/target-record";
import type { FoundationalRequirement, SlVector } from "~/domain/security-level/security-level";

type Reasons = Readonly<Partial<Record<FoundationalRequirement, string>>>;

export type OfferedChoice = {
  id: string;
  name: string;
  description: string;
  foundationalRequirements: Reasons;
  isUsual: boolean;
};

/** What the guided assessment shows: `presentRisk` answers it. */
export type RiskPageParts = {
  modelId: string;
  state: "drawing" | "submitted";
  mayEdit: boolean;
  /** What is shown is what this person accepted then; null = the draft is shown. */
  accepted: {
    by: string;
    at: string;
    note: string;
    version: number | null;
    withdrawn: Withdrawal | null;
  } | null;
  element: TargetedElement & {
    name: string;
    typeName: string | null;
    worstConsequence: string | null;
    effectiveTarget: SlVector | null;
  };
  /** null = what was accepted is shown: today's partition says nothing of it. */
  partition: PartitionFacts | null;
  target: { slTarget: SlVector | null; slTargetRationale: string; fingerprint: string };
  hasAssessment: boolean;
  assessment: RiskAssessment;
  tokens: Readonly<Record<RiskPart, string>>;
  matrix: RiskMatrix;
  matrixVersion: number;
  earlier: { version: number; vector: SlVector | null } | null;
  derived: DerivedTarget;
  residual: ResidualRisk;
  open: ReadonlyArray<OpenRating>;
  suggestion: {
    /** null = what both ends of a conduit ask for. */
    name: string | null;
    slTarget: SlVector;
    reasoning: Reasons | null;
    basis: string;
    confidence: Confidence | null;
  } | null;
  offered: ReadonlyArray<OfferedChoice>;
  bases: { threats: { basis: string; confidence: Confidence }; formula: { confidence: Confidence } };
  ledger: ReadonlyArray<{
    id: string;
    title: string;
    standing: CountermeasureStanding;
    expiresOn: string | null;
    requirementIds: ReadonlyArray<string>;
    on: string | null;
  }>;
  acceptance: AcceptanceParts;
};

export type Withdrawal = { at: string; reason: string };

export type AcceptanceParts = {
  standing: AcceptanceStanding;
  /** Newest first. */
  accepted: ReadonlyArray<{
    id: string;
    by: string;
    at: string;
    note: string;
    slTarget: SlVector;
    /** Taken back by whoever accepted; null while it holds. */
    withdrawn: Withdrawal | null;
  }>;
  changes: ReadonlyArray<{ by: string; at: string; fields: ReadonlyArray<TargetField> }>;
  authors: ReadonlyArray<string>;
  isLead: boolean;
  isAuthor: boolean;
  mayAccept: boolean;
  mayWithdraw: boolean;
};
