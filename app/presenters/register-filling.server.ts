import type { Caller } from "~/use-cases/use-case.server";
import { listUnregistered } from "~db/repositories/register";

/** Hospitals whose approvals are all in the register: whoever decides writes into it, so nothing is missing again. */
const filled = new Set<string>();

/** Whether approvals from before the register was kept are still being taken into it. Looks through all of them until then. */
export async function isFillingRegister({ actor, database }: Caller): Promise<boolean> {
  const { organisationId } = actor;
  if (filled.has(organisationId)) return false;
  const isFilling = (await listUnregistered(database.read, organisationId, 1)).length > 0;
  if (!isFilling) filled.add(organisationId);
  return isFilling;
}
