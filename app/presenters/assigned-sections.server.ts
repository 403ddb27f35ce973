import type { Actor } from "~/domain/access/role";
import type { Db } from "~db/client";
import { listSectionAssignments } from "~db/repositories/section-assignments";

/** Who fills in what of a declaration, with what is the reader's own. */
export async function assignedSections(db: Db, actor: Actor, declarationId: string) {
  const assignments = await listSectionAssignments(db, actor.organisationId, declarationId);
  return assignments.map(({ section, personId, name }) => ({
    ...{ section, name },
    isMine: personId === actor.personId,
  }));
}
