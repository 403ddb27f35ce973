import { EMPTY_ZONE_MODEL } from "~/domain/zone-model/zone-model";
import { type Caller, requirePermission } from "~/use-cases/use-case.server";
import { findLatestRevision } from "~db/repositories/revisions";
import { isBroken } from "./affected-devices.server";
import { commentParts } from "./comment-parts.server";
import { type ComparisonFilter, compareStates } from "./compared-states.server";
import { findModelOf } from "./model-parts.server";
import { publicationParts } from "./publication-parts.server";
import { publishingEffects } from "./publishing-effects.server";

/** The table of the model has the others. */
const MAX_FINDINGS = 100;

/**
 * Everything that whoever submits or approves has to know of the next revision: what differs from the one before, what
 * is open or accepted in writing, what breaks by name, and what people say. `states` are for whoever draws them.
 */
export async function presentReview(caller: Caller, modelId: string, filter: ComparisonFilter) {
  const { actor, database } = caller;
  requirePermission(actor, "revision.read");
  const model = await findModelOf(caller, modelId);
  const latest = await findLatestRevision(database.read, actor.organisationId, modelId);
  const before = latest?.content ?? EMPTY_ZONE_MODEL;
  const number = (latest?.number ?? 0) + 1;
  const [{ open, ...publication }, comments, comparison, effects] = await Promise.all([
    publicationParts(caller, model, latest),
    commentParts(caller, modelId),
    compareStates(caller, modelId, [before, model.draft], filter),
    publishingEffects(caller, { modelId, number, before: latest?.content ?? null, after: model.draft }),
  ]);
  const page = {
    ...publication,
    latestNumber: latest?.number ?? null,
    openFindings: open
      .slice(0, MAX_FINDINGS)
      .map(({ id, ruleId, params, severity, element }) => ({ id, ruleId, params, severity, element })),
    openFindingCount: open.length,
    comparison,
    effects: { ...effects, brokenDevices: comparison.devices.filter(isBroken).length },
    comments,
  };
  return { page, states: { before, after: model.draft } };
}
