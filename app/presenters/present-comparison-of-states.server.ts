import { type Caller, requirePermission } from "~/use-cases/use-case.server";
import { type ComparisonFilter, compareStates } from "./compared-states.server";
import { findModelOf } from "./model-parts.server";
import { findState, listStates } from "./model-states.server";

export type StatesQuery = ComparisonFilter & { from: string | null; to: string | null };

/**
 * What differs between any two states of a model. `states` are the two themselves, for whoever draws them; they are no
 * part of the page.
 */
export async function presentComparisonOfStates(caller: Caller, modelId: string, query: StatesQuery) {
  requirePermission(caller.actor, "revision.read");
  const model = await findModelOf(caller, modelId);
  const { names, newest, before, revisions } = await listStates(caller, model);
  const [from, to] = await Promise.all([
    findState(caller, model, query.from ?? before),
    findState(caller, model, query.to ?? newest),
  ]);
  const page = {
    modelId,
    modelName: model.name,
    from: from.name,
    to: to.name,
    names,
    published: revisions.map(({ number, publishedAt }) => ({
      name: String(number),
      publishedAt: publishedAt.toISOString(),
    })),
    ...(await compareStates(caller, modelId, [from.content, to.content], query)),
  };
  return { page, states: { before: from.content, after: to.content } };
}
