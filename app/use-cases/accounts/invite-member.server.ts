import { z } from "zod";
import { HOSPITAL_ROLES, type Role, rolesOf, SUPPLIER_ROLES } from "~/domain/access/role";
import { accept, refuse } from "~/domain/shared/result";
import type { Db } from "~db/client";
import { saveNewInvitation } from "~db/repositories/invitations";
import { findOrganisation, listMembers } from "~db/repositories/organisations";
import { isMailLimitReached, queueLetter } from "../mail/queue-letter.server";
import { useCase } from "../use-case.server";
import { EmailField, oneOrMore } from "./fields.server";
import { hashToken, newToken } from "./token.server";

const VALID_MS = 7 * 24 * 60 * 60_000;

export const RoleField = z.enum([...HOSPITAL_ROLES, ...SUPPLIER_ROLES]);

/**
 * Makes a single-use link, valid for seven days. Only its hash is kept, so it is shown this once; a letter
 * brings another one to the same invitation.
 */
export const inviteMember = useCase({
  action: "member.invite",
  input: z.strictObject({ email: EmailField, roles: oneOrMore(RoleField) }),
  async run({ db, actor, input, now, newId }) {
    const foreign = input.roles.filter((role) => !rolesOf(actor.organisationKind).includes(role));
    if (foreign.length > 0) return refuse({ code: "role-of-other-side" as const });
    const members = await listMembers(db, actor.organisationId);
    if (members.some((member) => member.email === input.email && member.state === "active"))
      return refuse({ code: "already-a-member" as const });
    if (await isMailLimitReached({ db, now }, actor.organisationId, input.email))
      return refuse({ code: "too-many-letters" as const });
    const invitation = await createInvitation(db, {
      organisationId: actor.organisationId,
      id: newId(),
      email: input.email,
      roles: input.roles,
      invitedBy: actor.personId,
      now,
    });
    const organisation = await findOrganisation(db, actor.organisationId);
    await queueLetter({ db, now, newId }, actor.organisationId, {
      recipient: input.email,
      letter: {
        kind: "member-invitation",
        organisation: organisation?.name ?? "",
        invitedBy: members.find(({ personId }) => personId === actor.personId)?.name ?? "",
        link: { to: "invitation", organisationId: actor.organisationId, invitationId: invitation.id },
      },
      subjectId: invitation.id,
    });
    return accept(invitation);
  },
  audit: (input) => ({ roles: input.roles }),
});

type NewInvitation = {
  organisationId: string;
  id: string;
  email: string;
  roles: ReadonlyArray<Role>;
  invitedBy: string;
  now: Date;
  /** Seven days from now unless said otherwise. */
  expiresAt?: Date;
};

/** Stores the invitation and hands out the token of its link. */
export async function createInvitation(
  db: Db,
  invitation: NewInvitation,
): Promise<{ id: string; token: string }> {
  const { now, ...rest } = invitation;
  const token = newToken();
  await saveNewInvitation(db, {
    ...rest,
    tokenHash: hashToken(token),
    createdAt: now,
    expiresAt: invitation.expiresAt ?? new Date(now.getTime() + VALID_MS),
    acceptedAt: null,
    revokedAt: null,
  });
  return { id: invitation.id, token };
}
