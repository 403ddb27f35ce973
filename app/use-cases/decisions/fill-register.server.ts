import type { Database } from "~db/client";
import { listFrozenDeclarations } from "~db/repositories/expiries";
import { listPublishingHospitals } from "~db/repositories/reassessments";
import { listUnregistered, saveRegisterEntries } from "~db/repositories/register";
import { toRegisterEntry } from "./register-entry.server";

/** Few enough that nobody who writes meanwhile has to wait for long. */
const AT_ONCE = 100;

/**
 * Takes approvals from before the register was kept into it, some in a transaction. What is missing is looked for
 * inside it, so two processes never write the same. It tells nothing that was not decided, so no log speaks of it.
 */
export async function fillRegister({ database }: { database: Database }): Promise<void> {
  for (const organisationId of await listPublishingHospitals(database.read))
    while (await fillSome(database, organisationId));
}

/** False where nothing is missing. */
async function fillSome(database: Database, organisationId: string): Promise<boolean> {
  if ((await listUnregistered(database.read, organisationId, 1)).length === 0) return false;
  return database.transaction(async (db) => {
    const missing = await listUnregistered(db, organisationId, AT_ONCE);
    const ids = missing.map(({ assessmentId }) => assessmentId);
    const frozen = await listFrozenDeclarations(db, organisationId, ids);
    const entries = missing.flatMap(({ assessmentId, ...approved }) => {
      const content = frozen.get(assessmentId);
      return content ? [toRegisterEntry(organisationId, { ...approved, content })] : [];
    });
    await saveRegisterEntries(db, organisationId, entries);
    return entries.length === AT_ONCE;
  });
}
