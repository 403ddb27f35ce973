import { mayDo } from "~/domain/access/permissions";
import { rolesOf } from "~/domain/access/role";
import { type Caller, requirePermission } from "~/use-cases/use-case.server";
import { listPendingInvitations } from "~db/repositories/invitations";
import { findOrganisation, listMembers } from "~db/repositories/organisations";
import { type MailOf, mailOf } from "./mail-of.server";

/** Who belongs to the caller's organisation, and who has been invited. */
export async function presentMembers({ actor, database, now }: Caller, portalMail: MailOf = "none") {
  requirePermission(actor, "member.list");
  const [organisation, members, invitations] = await Promise.all([
    findOrganisation(database.read, actor.organisationId),
    listMembers(database.read, actor.organisationId),
    listPendingInvitations(database.read, actor.organisationId),
  ]);
  return {
    organisationName: organisation?.name ?? "",
    mail: await mailOf(database.read, actor.organisationId, portalMail),
    roles: rolesOf(actor.organisationKind),
    mayInvite: mayDo(actor, "member.invite"),
    mayUpdate: mayDo(actor, "member.update"),
    members: members.map(({ createdAt, ...member }) => ({
      ...member,
      isSelf: member.personId === actor.personId,
    })),
    invitations: invitations.map(({ createdAt, expiresAt, ...invitation }) => ({
      ...invitation,
      expiresAt: expiresAt.toISOString(),
      isExpired: expiresAt <= now,
    })),
  };
}
