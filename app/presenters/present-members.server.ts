import { mayDo } from "~/domain/access/permissions";
import { rolesOf } from "~/domain/access/role";
import { type Caller, requirePermission } from "~/use-cases/use-case.server";
import { listPendingInvitations } from "~db/repositories/invitations";
import { findOrganisation, listMembers, type Member } from "~db/repositories/organisations";
import { type MailOf, mailOf } from "./mail-of.server";

/** What can be looked at alone. */
const MEMBER_VIEWS = ["without-role", "invited"] as const;

/** Somebody who can sign in and sees nothing. */
export function isWithoutRole({ roles, state }: Pick<Member, "roles" | "state">): boolean {
  return roles.length === 0 && state === "active";
}

/** Who belongs to the caller's organisation, and who has been invited. */
export async function presentMembers(
  { actor, database, now }: Caller,
  portalMail: MailOf = "none",
  show: string | null = null,
) {
  requirePermission(actor, "member.list");
  const view = MEMBER_VIEWS.find((one) => one === show) ?? null;
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
    view,
    views: [
      { view: "without-role" as const, count: members.filter(isWithoutRole).length },
      { view: "invited" as const, count: invitations.length },
    ],
    members: (view === "without-role" ? members.filter(isWithoutRole) : members).map(
      ({ createdAt, ...member }) => ({
        ...member,
        isSelf: member.personId === actor.personId,
      }),
    ),
    invitations: invitations.map(({ createdAt, expiresAt, ...invitation }) => ({
      ...invitation,
      expiresAt: expiresAt.toISOString(),
      isExpired: expiresAt <= now,
    })),
  };
}
