import { completeContent, type DeclarationContent } from "../declaration/declaration";
import { NO_POLICY } from "../policy/policy";
import type { Assessment, FoundationalResult, RequirementProfile } from "./assessment";

type LaterPartsOfProfile = "policy" | "channels" | "countermeasures" | "mds2Questions" | "milestones";
type LaterPartsOfResult = "compensated" | "achieved";
/** As an earlier build may have left it. */
type Stored<Whole, Later extends keyof Whole> = Omit<Whole, Later> & Partial<Pick<Whole, Later>>;

/**
 * What was frozen by an earlier build, in today's form: parts that did not exist then were not judged then. So a page
 * can show it; its fingerprint stays the one it was frozen with.
 */
export function completeProfile(stored: Stored<RequirementProfile, LaterPartsOfProfile>): RequirementProfile {
  return {
    ...stored,
    policy: { ...NO_POLICY, ...stored.policy },
    channels: stored.channels ?? null,
    countermeasures: stored.countermeasures ?? [],
    mds2Questions: stored.mds2Questions ?? [],
    milestones: stored.milestones ?? [],
  };
}

export function completeAssessment(stored: Assessment): Assessment {
  return { ...stored, results: stored.results.map(completeResult) };
}

/** Before there was a ledger, a zone achieved what the product did alone. */
function completeResult(stored: Stored<FoundationalResult, LaterPartsOfResult>): FoundationalResult {
  return { ...stored, compensated: stored.compensated ?? [], achieved: stored.achieved ?? stored.native };
}

export function completeFrozen<
  Frozen extends { profile: RequirementProfile; declaration: DeclarationContent; result: Assessment },
>(frozen: Frozen): Frozen {
  return {
    ...frozen,
    profile: completeProfile(frozen.profile),
    declaration: completeContent(frozen.declaration),
    result: completeAssessment(frozen.result),
  };
}
