import { PROFILE_KNOWLEDGE } from "~/catalogue/zone-profile";
import type { JudgingGround } from "~/domain/assessment/placed-products";
import { requirementProfile } from "~/domain/assessment/requirement-profile";
import type { StandingDecision } from "~/domain/procurement/approval-standing";
import { flatVector } from "~/domain/security-level/security-level";
import { toIsoDate } from "~/domain/shared/iso-date";
import { openProfiles } from "~/use-cases/profiles/profile-source.server";
import { type Caller, requirePermission } from "~/use-cases/use-case.server";
import { listSharedDeclarations } from "~db/repositories/declarations";
import { listStandingDecisions } from "~db/repositories/standing-decisions";
import { findModelOf } from "./model-parts.server";

/** So many documents are sent to a browser at most; beyond it the rest is named and judged on the matrix page. */
const PRODUCTS_AT_MOST = 300;

export type ModelProducts = {
  ground: JudgingGround;
  /** Where an assessment of each product is found, and products that are not judged here. */
  declarationIds: Readonly<Record<string, string>>;
  omitted: number;
  /** What is decided on the releases that stand in the draft, in any zone of the model. */
  decisions: ReadonlyArray<StandingDecision>;
};

/**
 * What the browser needs to judge the products that stand in a draft while it is drawn: the same function with the
 * same ground as on the server. The newest declarations that the hospital may see, of releases placed in the draft.
 */
export async function presentModelProducts(caller: Caller, modelId: string): Promise<ModelProducts> {
  const { actor, database, now } = caller;
  requirePermission(actor, "assessment.read");
  const model = await findModelOf(caller, modelId);
  const placed = new Set(model.draft.assets.flatMap(({ productReleaseId }) => productReleaseId ?? []));
  const [shared, { organisationPolicy, ledger }, decisions] = await Promise.all([
    listSharedDeclarations(database.read, actor.organisationId, { releaseIds: placed }),
    openProfiles(database.read, actor.organisationId),
    listStandingDecisions(database.read, actor.organisationId, modelId, [...placed]),
  ]);
  const sent = shared.slice(0, PRODUCTS_AT_MOST);
  const { requirements } = requirementProfile({ ...PROFILE_KNOWLEDGE, slTarget: flatVector(0) });
  return {
    ground: {
      modelId,
      // Rows without titles and provenance: what decides is all the browser needs.
      knowledge: { ...PROFILE_KNOWLEDGE, requirements },
      organisationPolicy,
      ledger: ledger.filter((one) => one.modelId === modelId),
      products: sent.map(({ releaseId, productName, releaseVersion, content }) => ({
        releaseId,
        name: `${productName} ${releaseVersion}`,
        content,
      })),
      asOf: toIsoDate(now),
    },
    declarationIds: Object.fromEntries(sent.map((one) => [one.releaseId, one.declarationId])),
    omitted: shared.length - sent.length,
    decisions,
  };
}
