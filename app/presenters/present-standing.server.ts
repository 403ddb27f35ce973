import { toIsoDate } from "~/domain/shared/iso-date";
import { type Caller, requirePermission } from "~/use-cases/use-case.server";
import { listReceivedRequests } from "~db/repositories/intake-requests";
import { draftStanding } from "./declaration-standing.server";
import { findWithNames, isOpenRequest } from "./present-declaration.server";

/** How the answers of a draft stand just now; the page of the draft asks again after every save. */
export async function presentStanding({ actor, database, now }: Caller, declarationId: string) {
  requirePermission(actor, "declaration.read");
  const { declaration } = await findWithNames(database.read, actor.organisationId, declarationId);
  const requests = await listReceivedRequests(database.read, actor.organisationId);
  return draftStanding(declaration.content, requests.filter(isOpenRequest), toIsoDate(now));
}
