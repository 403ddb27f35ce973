import { hashToken } from "~/use-cases/accounts/token.server";
import type { Visitor } from "~/use-cases/use-case.server";
import { findOpenInvitation } from "~db/repositories/invitations";
import { findPersonByEmail } from "~db/repositories/people";

/** What the holder of an invitation link sees; null where the link does not work (any more). */
export async function presentInvitation({ database, now }: Visitor, token: string) {
  const invitation = await findOpenInvitation(database.read, hashToken(token), now);
  if (!invitation) return null;
  return {
    organisationName: invitation.organisationName,
    email: invitation.email,
    roles: invitation.roles,
    hasAccount: (await findPersonByEmail(database.read, invitation.email)) !== undefined,
  };
}
