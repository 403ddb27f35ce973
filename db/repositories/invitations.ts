import { and, desc, eq, gt, isNull } from "drizzle-orm";
import type { Role } from "~/domain/access/role";
import type { Db } from "../client";
import { invitations, organisations } from "../schema";

export type Invitation = {
  organisationId: string;
  id: string;
  email: string;
  roles: ReadonlyArray<Role>;
  tokenHash: string;
  invitedBy: string;
  createdAt: Date;
  expiresAt: Date;
  acceptedAt: Date | null;
  revokedAt: Date | null;
};

export async function saveNewInvitation(db: Db, invitation: Invitation): Promise<void> {
  await db.insert(invitations).values({ ...invitation, email: invitation.email.toLowerCase() });
}

/** An invitation is found by the hash of its token alone, and only while it can be accepted. */
export async function findOpenInvitation(
  db: Db,
  tokenHash: string,
  now: Date,
): Promise<(Invitation & { organisationName: string }) | undefined> {
  const [row] = await db
    .select({ invitation: invitations, organisationName: organisations.name })
    .from(invitations)
    .innerJoin(organisations, eq(organisations.id, invitations.organisationId))
    .where(
      and(
        eq(invitations.tokenHash, tokenHash),
        isNull(invitations.acceptedAt),
        isNull(invitations.revokedAt),
        gt(invitations.expiresAt, now),
      ),
    );
  return row && { ...row.invitation, organisationName: row.organisationName };
}

/** Not accepted and not revoked, newest first; expired ones are among them. */
export async function listPendingInvitations(
  db: Db,
  organisationId: string,
): Promise<ReadonlyArray<Pick<Invitation, "id" | "email" | "roles" | "createdAt" | "expiresAt">>> {
  return db
    .select({
      id: invitations.id,
      email: invitations.email,
      roles: invitations.roles,
      createdAt: invitations.createdAt,
      expiresAt: invitations.expiresAt,
    })
    .from(invitations)
    .where(
      and(
        eq(invitations.organisationId, organisationId),
        isNull(invitations.acceptedAt),
        isNull(invitations.revokedAt),
      ),
    )
    .orderBy(desc(invitations.createdAt));
}

export async function markInvitationAccepted(
  db: Db,
  organisationId: string,
  id: string,
  at: Date,
): Promise<void> {
  await db
    .update(invitations)
    .set({ acceptedAt: at })
    .where(and(eq(invitations.organisationId, organisationId), eq(invitations.id, id)));
}

/** False where there is no such pending invitation in the organisation. */
export async function revokeInvitation(
  db: Db,
  organisationId: string,
  id: string,
  at: Date,
): Promise<boolean> {
  const revoked = await db
    .update(invitations)
    .set({ revokedAt: at })
    .where(
      and(
        eq(invitations.organisationId, organisationId),
        eq(invitations.id, id),
        isNull(invitations.acceptedAt),
        isNull(invitations.revokedAt),
      ),
    )
    .returning({ id: invitations.id });
  return revoked.length === 1;
}
