import { dutiesOf, SUPPLIER_DUTIES } from "~/domain/access/overview";
import { mayDo } from "~/domain/access/permissions";
import { toIsoDate } from "~/domain/shared/iso-date";
import { type Caller, requirePermission } from "~/use-cases/use-case.server";
import { listDeclarations, type NamedDeclaration } from "~db/repositories/declarations";
import { countReceivedRequests, listReceivedRequests } from "~db/repositories/intake-requests";
import { listOwnSections } from "~db/repositories/section-assignments";
import { expiringEntries } from "./expiring-entries.server";
import { inOrderOf } from "./overview-entries.server";
import { presentPeopleDuties } from "./overview-people.server";
import { presentSupplierDuties } from "./overview-supplier.server";
import { offeredReleases, ofReleases } from "./present-expiring.server";
import { filterOf, toRequestRow } from "./present-received-requests.server";
import { answerOf, progressOfRequest, standingOf } from "./release-standings.server";

/** Longer lists are cut; the count says so, and its page has all. */
const SHOWN = 10;

/** What needs the supplier today, by what the caller's roles allow, and where its products stand. */
export async function presentSupplierOverview(caller: Caller) {
  const { actor, database, now } = caller;
  requirePermission(actor, "received-request.read");
  requirePermission(actor, "declaration.read");
  const today = toIsoDate(now);
  const duties = dutiesOf(actor, SUPPLIER_DUTIES);
  const declarations = await listDeclarations(database.read, actor.organisationId);
  const offered = await offeredReleases(caller);
  const expiring = expiringEntries(ofReleases(declarations, offered), today);
  const waiting = await presentSupplierDuties(caller, duties, { declarations, expiring });
  const people = await presentPeopleDuties(caller, duties);
  const requests = await listReceivedRequests(database.read, actor.organisationId);
  const answers = offered.releases.flatMap(({ id }) => answerOf(declarations, id) ?? []);
  return {
    sections: inOrderOf(duties, [...waiting, ...people]),
    open: await presentOpenRequests(caller, answers),
    standings: offered.products.flatMap(({ id, name }) =>
      offered.releases
        .filter(({ productId }) => productId === id)
        .map((release) => ({
          ...{ productId: id, productName: name, releaseVersion: release.version },
          ...standingOf({ releaseId: release.id, declarations }, requests, today),
        })),
    ),
    ownSections: await listOwnSections(database.read, actor.organisationId, actor.personId),
    hasProducts: offered.hasProducts,
    mayCreateProduct: mayDo(actor, "product.create"),
  };
}

/** What is asked and not answered yet, soonest due first, each with how far its answer is. */
async function presentOpenRequests(
  { actor, database, now }: Caller,
  answers: ReadonlyArray<NamedDeclaration>,
) {
  const scope = [database.read, actor.organisationId, filterOf("open", now)] as const;
  const requests = await listReceivedRequests(...scope, { limit: SHOWN, order: "due" });
  return {
    count: await countReceivedRequests(...scope),
    requests: requests.map((request) => ({
      ...toRequestRow(request, now),
      progress: progressOfRequest(request, answers, toIsoDate(now)),
    })),
  };
}
