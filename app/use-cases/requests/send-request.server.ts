import type { Actor } from "~/domain/access/role";
import { saveNewRequest } from "~db/repositories/intake-requests";
import { isMailLimitReached, type MailStep } from "../mail/queue-letter.server";
import type { AddressedSupplier } from "./addressed-supplier.server";
import type { AskedZone } from "./asked-zone.server";
import { inviteToRequest, tellSupplier } from "./tell-supplier.server";

type ToSend = {
  hospitalName: string;
  zone: AskedZone;
  supplier: AddressedSupplier;
  subject: string;
  message: string;
  dueOn: string;
};

/**
 * Writes one request down, invites whoever has no account, and writes the letters. What this lets the hospital see of
 * the supplier is for the caller to judge. Undefined where an address may be sent no more letters today.
 */
export async function sendRequest(
  step: MailStep,
  { organisationId, personId }: Actor,
  { hospitalName, zone, supplier, subject, message, dueOn }: ToSend,
): Promise<string | undefined> {
  const { db, now, newId } = step;
  const id = newId();
  const { modelId, zoneId, revisionNumber, snapshot } = zone;
  const { supplierId, name, addresses } = supplier;
  await saveNewRequest(db, organisationId, {
    ...{ organisationId, id, modelId, revisionNumber, zoneId, supplierId, subject, message, dueOn, snapshot },
    ...{ state: "sent", declarationId: null, declineReason: "" },
    ...{ createdBy: personId, createdAt: now, updatedAt: now },
  });
  const hospital = { id: organisationId, name: hospitalName };
  const asked = { hospital, requestId: id, supplierId, subject, dueOn };
  for (const email of addresses) {
    if (await isMailLimitReached(step, organisationId, email)) return undefined;
    await inviteToRequest(step, asked, { name, email, invitedBy: personId });
  }
  await tellSupplier(step, asked);
  return id;
}
