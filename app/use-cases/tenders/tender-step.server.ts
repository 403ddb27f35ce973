import type { Actor } from "~/domain/access/role";
import { WAITING_FOR_SUPPLIER } from "~/domain/procurement/tender";
import { AppError } from "~/domain/shared/app-error";
import type { Db } from "~db/client";
import { findOrganisation } from "~db/repositories/organisations";
import { findTender, listTenderRequests, type Tender, type TenderRequest } from "~db/repositories/tenders";

/** A tender of the actor's hospital with those of its requests that wait for their supplier. */
export async function findOwnTender(
  db: Db,
  { organisationId }: Actor,
  tenderId: string,
): Promise<{ tender: Tender; waiting: ReadonlyArray<TenderRequest> }> {
  const tender = await findTender(db, organisationId, tenderId);
  if (!tender) throw new AppError("not-found", "there is no such tender");
  const requests = await listTenderRequests(db, organisationId, [tenderId]);
  return { tender, waiting: requests.filter(({ state }) => WAITING_FOR_SUPPLIER.includes(state)) };
}

/** How a letter names what it is about. */
export async function toAsked(db: Db, { organisationId }: Actor) {
  const hospital = await findOrganisation(db, organisationId);
  return ({ requestId, supplierId, subject, dueOn }: TenderRequest) => ({
    hospital: { id: organisationId, name: hospital?.name ?? "" },
    ...{ requestId, supplierId, subject, dueOn },
  });
}
