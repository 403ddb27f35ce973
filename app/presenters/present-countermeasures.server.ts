import { mayDo } from "~/domain/access/permissions";
import {
  type CountermeasureStanding,
  EXPIRING_WITHIN_DAYS,
  STANDINGS,
  standingOn,
} from "~/domain/countermeasure/countermeasure";
import { addDays, type IsoDate, toIsoDate } from "~/domain/shared/iso-date";
import { indexModel, type ZoneModelIndex } from "~/domain/zone-model/queries";
import { type Caller, requirePermission } from "~/use-cases/use-case.server";
import {
  type CountermeasurePage,
  type CountermeasureRecord,
  findCountermeasure,
  listCountermeasures,
} from "~db/repositories/countermeasures";
import { listPeopleByIds } from "~db/repositories/people";
import { listLatestRevisions } from "~db/repositories/revisions";
import { listDrafts, listZoneModels } from "~db/repositories/zone-models";
import { elementName } from "./zone-ledger.server";

const PAGE = 50;

export type CountermeasuresQuery = {
  state: string | null;
  model: string | null;
  /** Id of the entry that ended the page before. */
  after: string | null;
};

/** The ledger of the hospital, newest proposal first. */
export async function presentCountermeasures(caller: Caller, query: CountermeasuresQuery) {
  const { actor, database, now } = caller;
  requirePermission(actor, "countermeasure.read");
  const db = database.read;
  const { organisationId } = actor;
  const asOf = toIsoDate(now);
  const state = STANDINGS.find((one) => one === query.state) ?? null;
  const [models, last] = await Promise.all([
    listZoneModels(db, organisationId),
    query.after ? findCountermeasure(db, organisationId, query.after) : undefined,
  ]);
  const modelId = models.find(({ id }) => id === query.model)?.id;
  const found = await listCountermeasures(db, organisationId, {
    ...(state ? narrowed(state, asOf) : {}),
    modelId,
    after: last,
    limit: PAGE + 1,
  });
  const page = found.slice(0, PAGE);
  const [nameOf, people] = await Promise.all([
    placeNames(caller),
    listPeopleByIds(
      db,
      page.map(({ proposedBy }) => proposedBy),
    ),
  ]);
  return {
    countermeasures: page.map((entry) => ({
      id: entry.id,
      title: entry.title,
      standing: standingOn(entry, asOf),
      modelName: models.find(({ id }) => id === entry.modelId)?.name ?? "",
      elementKind: entry.elementKind,
      /** Null where neither the latest revision nor the draft has it any more. */
      elementName: nameOf(entry),
      requirementIds: entry.requirementIds,
      expiresOn: entry.expiresOn,
      proposedByName: people.find(({ id }) => id === entry.proposedBy)?.name ?? null,
      proposedAt: entry.proposedAt.toISOString(),
    })),
    models: models.map(({ id, name }) => ({ id, name })),
    filter: { state, modelId: modelId ?? null },
    next: found.length > PAGE ? (page.at(-1)?.id ?? null) : null,
    mayPropose: mayDo(actor, "countermeasure.propose"),
    canPropose: models.length > 0,
  };
}

/** The state in the table, and the range of last days that makes the standing; what ends soon is in force too. */
function narrowed(standing: CountermeasureStanding, asOf: IsoDate): Partial<CountermeasurePage> {
  switch (standing) {
    case "proposed":
    case "refused":
    case "withdrawn":
      return { state: standing };
    case "in-force":
      return { state: "accepted", lastDay: { from: asOf } };
    case "expiring":
      return { state: "accepted", lastDay: { from: asOf, to: addDays(asOf, EXPIRING_WITHIN_DAYS) } };
    case "expired":
      return { state: "accepted", lastDay: { to: addDays(asOf, -1) } };
  }
}

type Placed = Pick<CountermeasureRecord, "modelId" | "elementKind" | "elementId">;

/** Names from the latest revision, else from the draft. */
async function placeNames({ actor, database }: Caller): Promise<(entry: Placed) => string | null> {
  const [revisions, drafts] = await Promise.all([
    listLatestRevisions(database.read, actor.organisationId),
    listDrafts(database.read, actor.organisationId),
  ]);
  const published = new Map(revisions.map(({ modelId, content }) => [modelId, indexModel(content)]));
  const drawn = new Map([...drafts].map(([modelId, content]) => [modelId, indexModel(content)]));
  const nameIn = (index: ZoneModelIndex | undefined, entry: Placed) => index && elementName(index, entry);
  return (entry) =>
    nameIn(published.get(entry.modelId), entry) ?? nameIn(drawn.get(entry.modelId), entry) ?? null;
}
