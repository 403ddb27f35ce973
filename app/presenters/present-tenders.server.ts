import { mayDo } from "~/domain/access/permissions";
import { tenderProgress } from "~/domain/procurement/tender";
import { type Caller, requirePermission } from "~/use-cases/use-case.server";
import { listTenderRequests, listTenders } from "~db/repositories/tenders";

/** So many to a page. */
const PAGE = 50;

/** The hospital's tenders, newest first, a page at a time, each with how far it is. */
export async function presentTenders(caller: Caller, { before = null }: { before?: string | null } = {}) {
  const { actor, database } = caller;
  requirePermission(actor, "tender.read");
  const { organisationId } = actor;
  const found = await listTenders(database.read, organisationId, { limit: PAGE + 1, before });
  const tenders = found.slice(0, PAGE);
  const requests = await listTenderRequests(
    database.read,
    organisationId,
    tenders.map(({ id }) => id),
  );
  return {
    tenders: tenders.map(({ id, name, state, dueOn, createdAt }) => {
      const own = requests.filter(({ tenderId }) => tenderId === id);
      return {
        ...{ id, name, state, dueOn, createdAt: createdAt.toISOString() },
        suppliers: new Set(own.map(({ supplierId }) => supplierId)).size,
        progress: tenderProgress(own.map((request) => request.state)),
      };
    }),
    older: found.length > PAGE ? (tenders.at(-1)?.id ?? null) : null,
    mayCreate: mayDo(actor, "tender.create"),
  };
}
