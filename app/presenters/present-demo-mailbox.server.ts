import { AppError } from "~/domain/shared/app-error";
import { type Caller, requirePermission } from "~/use-cases/use-case.server";
import { listDemoLetters } from "~db/repositories/mail-outbox";
import { findOrganisation } from "~db/repositories/organisations";

const SHOWN = 50;
/** Enough to filter by address before cutting. */
const LOOKED_AT = 500;

/**
 * The letters of the demo's organisations, for the demo's people: its portal sends none. Throws `not-found` for everybody
 * else, and everywhere where the portal holds no demo (`isDemo`).
 */
export async function presentDemoMailbox(
  { actor, database }: Caller,
  { isDemo, to }: { isDemo: boolean; to: string },
) {
  requirePermission(actor, "demo-mailbox.read");
  const organisation = await findOrganisation(database.read, actor.organisationId);
  if (!isDemo || !organisation?.isDemo) throw new AppError("not-found", "there is no demo here");
  const letters = await listDemoLetters(database.read, LOOKED_AT);
  const wanted = to.trim().toLowerCase();
  const found = letters.filter(({ recipient }) => recipient.includes(wanted));
  return {
    to,
    count: found.length,
    letters: found.slice(0, SHOWN).map(({ id, recipient, createdAt, copy }) => {
      const [subject = "", ...text] = copy.split("\n\n");
      return { id, recipient, createdAt: createdAt.toISOString(), subject, text: text.join("\n\n") };
    }),
  };
}
