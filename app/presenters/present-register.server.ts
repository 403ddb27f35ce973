import { toIsoDate } from "~/domain/shared/iso-date";
import { type Caller, requirePermission } from "~/use-cases/use-case.server";
import { countRegister } from "~db/repositories/register";
import { listLatestRevisions } from "~db/repositories/revisions";
import { isFillingRegister } from "./register-filling.server";
import { isDerived, type RegisterQuery, readState, toWanted, viewRegister } from "./register-view.server";

const PAGE = 50;
/** To find what needs review, so many are looked at to fill a page. */
const SCAN = 500;
/** Counted no further: beyond it the page says “more than”. */
const COUNT_BOUND = 1000;

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
    models: revisions.map(({ modelId, modelName }) => ({ id: modelId, name: modelName })),
    zones: chosen?.content.zones.map(({ id, name }) => ({ id, name })) ?? [],
    /** null where it would have to be worked out for each. */
    count: isDerived(state) ? null : await countRegister(...scope, toWanted(caller, query), COUNT_BOUND),
    countBound: COUNT_BOUND,
    today: toIsoDate(caller.now),
    isFilling: await isFillingRegister(caller),
  };
}
