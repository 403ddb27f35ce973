import type { Confidence } from "~/domain/requirement/component-requirement";
import type { RiskMatrix } from "~/domain/risk/risk-matrix";
import type { FoundationalRequirement } from "~/domain/security-level/security-level";
import { deepFreeze } from "./freeze";
import matrix from "./risk-matrix.json";
import threats from "./threats.json";

/** Something that Cordon offers to rate. Suggestions of this project, never a complete list. */
export type OfferedThreat = {
  id: string;
  name: string;
  description: string;
  /** Whose countermeasures work against it, and why. */
  foundationalRequirements: Readonly<Partial<Record<FoundationalRequirement, string>>>;
  /** Ids of the reference zone types where it is usual. */
  zoneTypes: ReadonlyArray<string>;
  /** The conduits where it is usual, by their marks. */
  conduits: ReadonlyArray<"any" | "wireless" | "remote-access" | "temporary">;
};
type Suggested<Content> = Content & { basis: string; confidence: Confidence };

// TypeScript reads the members of JSON as plain strings; tests/catalogue/risk.test.ts checks both files.
const THREATS = deepFreeze(threats as unknown as Suggested<{ threats: ReadonlyArray<OfferedThreat> }>);
const MATRIX = deepFreeze(matrix as unknown as Suggested<{ matrix: RiskMatrix }>);

export const OFFERED_THREATS: ReadonlyArray<OfferedThreat> = THREATS.threats;
export const OFFERED_THREAT_BY_ID: ReadonlyMap<string, OfferedThreat> = new Map(
  OFFERED_THREATS.map((threat) => [threat.id, threat]),
);
/** Version 0 of every hospital's matrix. */
export const DEFAULT_RISK_MATRIX: RiskMatrix = MATRIX.matrix;

export type RiskBasis = { basis: string; confidence: Confidence };
/** Where the suggestions come from, and how sure they are. */
export const THREAT_BASIS: RiskBasis = { basis: THREATS.basis, confidence: THREATS.confidence };
export const MATRIX_BASIS: RiskBasis = { basis: MATRIX.basis, confidence: MATRIX.confidence };

type ConduitMarks = { wireless: boolean; remoteAccess: boolean; temporary: boolean };

/** Whether a threat is usual in a kind of zone. */
export function isUsualInZone(threat: OfferedThreat, referenceType: string | null): boolean {
  return referenceType !== null && threat.zoneTypes.includes(referenceType);
}

/** Whether a threat is usual on a conduit with these marks. */
export function isUsualOnConduit({ conduits }: OfferedThreat, marks: ConduitMarks): boolean {
  const isMarked = {
    any: true,
    wireless: marks.wireless,
    "remote-access": marks.remoteAccess,
    temporary: marks.temporary,
  };
  return conduits.some((mark) => isMarked[mark]);
}
