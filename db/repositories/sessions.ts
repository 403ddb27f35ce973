import { and, eq, lt, ne } from "drizzle-orm";
import type { OrganisationKind, Role } from "~/domain/access/role";
import type { Db } from "../client";
import { memberships, organisations, people, sessions } from "../schema";

export type Session = {
  tokenHash: string;
  personId: string;
  organisationId: string | null;
  userAgent: string;
  passwordGivenAt: Date | null;
  createdAt: Date;
  lastSeenAt: Date;
  expiresAt: Date;
};

export type Membership = {
  organisationId: string;
  organisationName: string;
  organisationKind: OrganisationKind;
  isDemo: boolean;
  roles: ReadonlyArray<Role>;
};

/** Sessions are found by the hash of their token alone: the token is the proof, no tenant is known yet. */
export async function findSession(
  db: Db,
  tokenHash: string,
): Promise<(Session & { email: string; name: string }) | undefined> {
  const [row] = await db
    .select({ session: sessions, email: people.email, name: people.name })
    .from(sessions)
    .innerJoin(people, eq(people.id, sessions.personId))
    .where(eq(sessions.tokenHash, tokenHash));
  return row && { ...row.session, email: row.email, name: row.name };
}

/** The organisations a person may act for now: active memberships only, by name. */
export async function listMemberships(db: Db, personId: string): Promise<ReadonlyArray<Membership>> {
  return db
    .select({
      organisationId: organisations.id,
      organisationName: organisations.name,
      organisationKind: organisations.kind,
      isDemo: organisations.isDemo,
      roles: memberships.roles,
    })
    .from(memberships)
    .innerJoin(organisations, eq(organisations.id, memberships.organisationId))
    .where(and(eq(memberships.personId, personId), eq(memberships.state, "active")))
    .orderBy(organisations.name);
}

export async function saveSession(db: Db, session: Session): Promise<void> {
  await db.insert(sessions).values(session).onConflictDoUpdate({ target: sessions.tokenHash, set: session });
}

/** Never back in time: another process may have written a later request. */
export async function touchSession(db: Db, tokenHash: string, lastSeenAt: Date): Promise<void> {
  await db
    .update(sessions)
    .set({ lastSeenAt })
    .where(and(eq(sessions.tokenHash, tokenHash), lt(sessions.lastSeenAt, lastSeenAt)));
}

export async function setActingOrganisation(
  db: Db,
  tokenHash: string,
  organisationId: string,
): Promise<void> {
  await db.update(sessions).set({ organisationId }).where(eq(sessions.tokenHash, tokenHash));
}

export async function deleteSession(db: Db, tokenHash: string): Promise<void> {
  await db.delete(sessions).where(eq(sessions.tokenHash, tokenHash));
}

/** Ends every session of a person but one, e.g. after a password change; all where none is named. */
export async function deleteSessionsOf(db: Db, personId: string, exceptTokenHash?: string): Promise<void> {
  await db
    .delete(sessions)
    .where(
      and(
        eq(sessions.personId, personId),
        exceptTokenHash === undefined ? undefined : ne(sessions.tokenHash, exceptTokenHash),
      ),
    );
}

export async function deleteExpiredSessions(db: Db, now: Date): Promise<void> {
  await db.delete(sessions).where(lt(sessions.expiresAt, now));
}
