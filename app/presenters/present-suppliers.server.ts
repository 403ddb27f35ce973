import { mayDo } from "~/domain/access/permissions";
import { type Caller, requirePermission } from "~/use-cases/use-case.server";
import { listSuppliers } from "~db/repositories/organisations";

/** Whom the hospital may ask. */
export async function presentSuppliers({ actor, database }: Caller) {
  requirePermission(actor, "supplier.read");
  return { suppliers: await listSuppliers(database.read), mayInvite: mayDo(actor, "supplier.invite") };
}
