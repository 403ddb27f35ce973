import { toIsoDate } from "~/domain/shared/iso-date";
import { type Caller, requirePermission } from "~/use-cases/use-case.server";
import { countRegister } from "~db/repositories/register";
import { listLatestRevisions } from "~db/repositories/revisions";
import { isUnlinked } from "./linking-ground.server";
import { isFillingRegister } from "./register-filling.server";
import { isDerived, type RegisterQuery, readState, toWanted, viewRegister } from "./register-view.server";

const PAGE = 50;
/** To find what needs review, so many are looked at to fill a page. */
const SCAN = 500;
/** Counted no further: beyond it the page says “more than”. */
const COUNT_BOUND = 1000;
/** So many models with devices without a product are named. */
const MODELS_NAMED = 5;

/** What is approved where, under which conditions, until when. */
export async function presentRegister(caller: Caller, query: RegisterQuery) {
  const { actor, database } = caller;
  requirePermission(actor, "register.read");
  const state = readState(query.state);
  const { approvals, next } = await viewRegister(caller, query, { size: PAGE, scan: SCAN });
  const scope = [database.read, actor.organisationId] as const;
  const revisions = await listLatestRevisions(...scope);
  const chosen = revisions.find(({ modelId }) => modelId === query.model);
  return {
    approvals,
    next,
    filter: {
      find: query.find ?? "",
      model: query.model,
      zone: chosen ? query.zone : null,
      state,
      isFirst: query.after === null,
    },
    /** Of the published models, in which nobody can tell what a device reaches; of the chosen one alone. */
    unlinked: unlinkedIn(chosen ? [chosen] : revisions),
    models: revisions.map(({ modelId, modelName }) => ({ id: modelId, name: modelName })),
    zones: chosen?.content.zones.map(({ id, name }) => ({ id, name })) ?? [],
    /** null where it would have to be worked out for each. */
    count: isDerived(state) ? null : await countRegister(...scope, toWanted(caller, query), COUNT_BOUND),
    countBound: COUNT_BOUND,
    today: toIsoDate(caller.now),
    isFilling: await isFillingRegister(caller),
  };
}

type Published = Awaited<ReturnType<typeof listLatestRevisions>>[number];

function unlinkedIn(revisions: ReadonlyArray<Published>) {
  const models = revisions.flatMap(({ modelId, modelName, content }) => {
    const count = content.assets.filter(isUnlinked).length;
    return count > 0 ? [{ id: modelId, name: modelName, count }] : [];
  });
  const most = models.toSorted((a, b) => b.count - a.count).slice(0, MODELS_NAMED);
  return { count: models.reduce((sum, { count }) => sum + count, 0), models: most };
}
