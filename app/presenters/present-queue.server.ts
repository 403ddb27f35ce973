import {
  cutUnder,
  filterQueue,
  pageOfQueue,
  QUEUE_DUES,
  QUEUE_KINDS,
  QUEUE_PARTIES,
  type QueueFilter,
} from "~/domain/procurement/queue";
import { toIsoDate } from "~/domain/shared/iso-date";
import { type Caller, requirePermission } from "~/use-cases/use-case.server";
import { listLatestRevisions } from "~db/repositories/revisions";
import { listWaitingEntries } from "./waiting-entries.server";

const PAGE = 50;
const WORDS_AT_MOST = 200;

export type QueueQuery = Readonly<Record<keyof QueueFilter, string | null>> & {
  /** Where the page before ended. */
  after: string | null;
};

/** Everything that waits for somebody, soonest due first; `zone` narrows where a model is chosen. */
export async function presentQueue(caller: Caller, query: QueueQuery) {
  const { actor, database, now } = caller;
  requirePermission(actor, "request.read");
  const today = toIsoDate(now);
  const revisions = await listLatestRevisions(database.read, actor.organisationId);
  const { entries, cut } = await listWaitingEntries(caller, { revisions });
  const model = revisions.find(({ modelId }) => modelId === query.model);
  const filter: QueueFilter = {
    kind: QUEUE_KINDS.find((one) => one === query.kind) ?? null,
    party: QUEUE_PARTIES.find((one) => one === query.party) ?? null,
    model: query.model,
    zone: model ? query.zone : null,
    supplier: query.supplier,
    due: QUEUE_DUES.find((one) => one === query.due) ?? null,
    find: query.find?.slice(0, WORDS_AT_MOST) ?? null,
  };
  const found = filterQueue(entries, filter, today);
  const page = pageOfQueue(found, query.after, PAGE);
  const suppliers = new Map(
    entries.flatMap(({ supplier }) => (supplier ? [[supplier.id, supplier.name]] : [])),
  );
  const countOf = (kind: QueueFilter["kind"]) => filterQueue(entries, { ...filter, kind }, today).length;
  return {
    entries: page.entries.map(({ key, ...entry }) => ({
      ...{ ...entry, key, isOverdue: entry.dueOn !== null && entry.dueOn < today },
    })),
    next: page.next,
    count: found.length,
    total: entries.length,
    filter,
    isFirst: query.after === null,
    /** Those that have any under the other filters. */
    kinds: QUEUE_KINDS.map((kind) => ({ kind, count: countOf(kind) })).filter(
      ({ kind, count }) => count > 0 || kind === filter.kind,
    ),
    cut: cutUnder(filter, entries, cut, today),
    models: revisions.map(({ modelId, modelName }) => ({ id: modelId, name: modelName })),
    zones: model?.content.zones.map(({ id, name }) => ({ id, name })) ?? [],
    suppliers: [...suppliers]
      .map(([id = "", name = ""]) => ({ id, name }))
      .toSorted((a, b) => (a.name < b.name ? -1 : 1)),
  };
}
