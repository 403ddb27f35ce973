import { type Caller, requirePermission } from "~/use-cases/use-case.server";
import { listAuditEntries } from "~db/repositories/audit";
import { listPeopleByIds } from "~db/repositories/people";

const PAGE = 50;

/** The organisation's own entries, newest first. `before` is the sequence number to go on from. */
export async function presentAudit({ actor, database }: Caller, before: number | undefined) {
  requirePermission(actor, "audit.read");
  const found = await listAuditEntries(database.read, actor.organisationId, { before, limit: PAGE + 1 });
  const entries = found.slice(0, PAGE);
  const people = await listPeopleByIds(
    database.read,
    entries.flatMap(({ personId }) => (personId ? [personId] : [])),
  );
  const nameOf = new Map(people.map(({ id, name }) => [id, name]));
  return {
    entries: entries.map(({ sequence, at, action, personId, subjectId, hash }) => ({
      sequence,
      at: at.toISOString(),
      action,
      personName: personId ? (nameOf.get(personId) ?? null) : null,
      subjectId,
      hash,
    })),
    next: found.length > PAGE ? entries.at(-1)?.sequence : undefined,
  };
}
