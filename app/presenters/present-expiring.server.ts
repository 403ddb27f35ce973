import { toIsoDate } from "~/domain/shared/iso-date";
import { type Caller, requirePermission } from "~/use-cases/use-case.server";
import { listDeclarations } from "~db/repositories/declarations";
import { expiringEntries } from "./expiring-entries.server";

/** Everything of a supplier that has ended or ends within 90 days. */
export async function presentExpiring({ actor, database, now }: Caller) {
  requirePermission(actor, "declaration.read");
  const declarations = await listDeclarations(database.read, actor.organisationId);
  return { entries: expiringEntries(declarations, toIsoDate(now)) };
}
