import type { Verdict } from "../assessment/assessment";
import type { ModelStanding } from "../assessment/placed-products";
import { assetsIn, type ZoneModelIndex } from "../zone-model/queries";
import type { DecisionKind } from "./decision";

/** Where a product stands that is linked to an asset of a zone. */
export const APPROVAL_STANDINGS = [
  "approved",
  "approved-with-conditions",
  /** Approved, but as the zone is drawn it does not conform, and no exception accepts that. */
  "approved-but-short",
  "rejected",
  "returned",
  /** Nobody has decided, and it does not conform as the zone is drawn. */
  "does-not-conform",
  /** Nobody has decided. */
  "never-assessed",
] as const;
export type ApprovalStanding = (typeof APPROVAL_STANDINGS)[number];

/** The decision in force on one release in one zone. */
export type StandingDecision = {
  zoneId: string;
  releaseId: string;
  decisionId: string;
  kind: DecisionKind;
  restsOnException: boolean;
};

/** What somebody has decided comes first; `verdict` is that of today, null where there is nothing to judge. */
export function approvalStandingOf(
  decision: Pick<StandingDecision, "kind" | "restsOnException"> | undefined,
  verdict: Verdict | null,
): ApprovalStanding {
  if (decision === undefined) return verdict === "does-not-conform" ? "does-not-conform" : "never-assessed";
  switch (decision.kind) {
    case "reject":
      return "rejected";
    case "return-for-changes":
      return "returned";
    case "approve":
    case "approve-with-conditions": {
      if (verdict === "does-not-conform" && !decision.restsOnException) return "approved-but-short";
      return decision.kind === "approve" ? "approved" : "approved-with-conditions";
    }
  }
}

/** By zone and release; zones in which nothing is linked to a release are not in it. */
export type ZoneApprovals = ReadonlyMap<string, ReadonlyMap<string, ApprovalStanding>>;

export const NO_APPROVALS: ZoneApprovals = new Map();

/**
 * Where every product stands in the zones it stands in. A zone in which all stand as in `previous` keeps its map, so that
 * only what changed is drawn again.
 */
export function approvalsOf(
  index: ZoneModelIndex,
  standing: ModelStanding,
  decisions: ReadonlyArray<StandingDecision>,
  previous: ZoneApprovals = NO_APPROVALS,
): ZoneApprovals {
  const decided = new Map(decisions.map((one) => [`${one.zoneId} ${one.releaseId}`, one]));
  const fresh = new Map<string, ReadonlyMap<string, ApprovalStanding>>();
  for (const { id: zoneId } of index.model.zones) {
    const own = new Map<string, ApprovalStanding>();
    const products = standing.get(zoneId)?.products ?? [];
    for (const { productReleaseId: releaseId } of assetsIn(index, zoneId)) {
      if (releaseId === null || own.has(releaseId)) continue;
      const verdict = products.find((product) => product.releaseId === releaseId)?.verdict ?? null;
      own.set(releaseId, approvalStandingOf(decided.get(`${zoneId} ${releaseId}`), verdict));
    }
    if (own.size === 0) continue;
    const before = previous.get(zoneId);
    fresh.set(zoneId, before && isSame(before, own) ? before : own);
  }
  const isAsBefore =
    fresh.size === previous.size && [...fresh].every(([zoneId, own]) => previous.get(zoneId) === own);
  return isAsBefore ? previous : fresh;
}

function isSame<Value>(a: ReadonlyMap<string, Value>, b: ReadonlyMap<string, Value>): boolean {
  return a.size === b.size && [...a].every(([key, value]) => b.get(key) === value);
}
