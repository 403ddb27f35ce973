import { and, desc, eq, gt, isNull, lt } from "drizzle-orm";
import type { Role } from "~/domain/access/role";
import type { Db } from "../client";
import { invitations, invitationTokens, organisations } from "../schema";

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

const isOpen = (now: Date) =>
  and(isNull(invitations.acceptedAt), isNull(invitations.revokedAt), gt(invitations.expiresAt, now));

/**
 * An invitation is found by the hash of one of its tokens alone, and only while it can be accepted: the first is shown
 * to whoever invites, each letter has one of its own.
 */
export async function findOpenInvitation(
  db: Db,
  tokenHash: string,
  now: Date,
): Promise<(Invitation & { organisationName: string }) | undefined> {
  const [further] = await db.select().from(invitationTokens).where(eq(invitationTokens.tokenHash, tokenHash));
  const [row] = await db
    .select({ invitation: invitations, organisationName: organisations.name })
    .from(invitations)
    .innerJoin(organisations, eq(organisations.id, invitations.organisationId))
    .where(
      and(
        further
          ? and(
              eq(invitations.organisationId, further.organisationId),
              eq(invitations.id, further.invitationId),
            )
          : eq(invitations.tokenHash, tokenHash),
        isOpen(now),
      ),
    );
  return row && { ...row.invitation, organisationName: row.organisationName };
}

/** One more token of an invitation; false where it can no longer be accepted. */
export async function saveInvitationToken(
  db: Db,
  organisationId: string,
  token: { invitationId: string; tokenHash: string; createdAt: Date },
): Promise<boolean> {
  const { invitationId, createdAt } = token;
  const [open] = await db
    .select({ id: invitations.id })
    .from(invitations)
    .where(
      and(
        eq(invitations.organisationId, organisationId),
        eq(invitations.id, invitationId),
        isOpen(createdAt),
      ),
    );
  if (!open) return false;
  await db.insert(invitationTokens).values({ ...token, organisationId });
  return true;
}

/** A later end for an invitation that is open; never an earlier one. */
export async function extendInvitation(
  db: Db,
  organisationId: string,
  { id, expiresAt, now }: { id: string; expiresAt: Date; now: Date },
): Promise<void> {
  await db
    .update(invitations)
    .set({ expiresAt })
    .where(
      and(
        eq(invitations.organisationId, organisationId),
        eq(invitations.id, id),
        lt(invitations.expiresAt, expiresAt),
        isOpen(now),
      ),
    );
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
