import { mayDo } from "~/domain/access/permissions";
import { type Caller, requirePermission } from "~/use-cases/use-case.server";
import { listSuppliers } from "~db/repositories/organisations";
import { type MailOf, mailOf } from "./mail-of.server";

/** Whom the hospital may ask. */
export async function presentSuppliers({ actor, database }: Caller, portalMail: MailOf = "none") {
  requirePermission(actor, "supplier.read");
  const suppliers = await listSuppliers(database.read, actor.organisationId);
  const mail = await mailOf(database.read, actor.organisationId, portalMail);
  return {
    ...{ mail, suppliers, mayInvite: mayDo(actor, "supplier.invite") },
    mayTakeEvidence: mayDo(actor, "evidence-pack.export"),
  };
}
