import { and, eq } from "drizzle-orm";
import type { Actor } from "~/domain/access/role";
import type { Db } from "../client";
import { calendarFeeds, memberships, organisations } from "../schema";

/** Whom a feed belongs to, as who they are now; only while they are an active member. By the hash of its token alone. */
export async function findFeedReader(
  db: Db,
  tokenHash: string,
): Promise<{ actor: Actor; organisationName: string } | undefined> {
  const [row] = await db
    .select({
      organisationId: calendarFeeds.organisationId,
      personId: calendarFeeds.personId,
      roles: memberships.roles,
      organisationKind: organisations.kind,
      organisationName: organisations.name,
    })
    .from(calendarFeeds)
    .innerJoin(
      memberships,
      and(
        eq(memberships.organisationId, calendarFeeds.organisationId),
        eq(memberships.personId, calendarFeeds.personId),
      ),
    )
    .innerJoin(organisations, eq(organisations.id, calendarFeeds.organisationId))
    .where(and(eq(calendarFeeds.tokenHash, tokenHash), eq(memberships.state, "active")));
  if (!row) return undefined;
  const { organisationName, ...actor } = row;
  return { actor, organisationName };
}

/** When the person made their feed; undefined where they have none. */
export async function findCalendarFeed(
  db: Db,
  organisationId: string,
  personId: string,
): Promise<{ createdAt: Date } | undefined> {
  const [row] = await db
    .select({ createdAt: calendarFeeds.createdAt })
    .from(calendarFeeds)
    .where(isFeedOf(organisationId, personId));
  return row;
}

/** Takes the place of the one before, whose address leads nowhere from then on. */
export async function saveCalendarFeed(
  db: Db,
  organisationId: string,
  feed: { personId: string; tokenHash: string; createdAt: Date },
): Promise<void> {
  const { tokenHash, createdAt } = feed;
  await db
    .insert(calendarFeeds)
    .values({ ...feed, organisationId })
    .onConflictDoUpdate({
      target: [calendarFeeds.organisationId, calendarFeeds.personId],
      set: { tokenHash, createdAt },
    });
}

/** False where there was none. */
export async function deleteCalendarFeed(db: Db, organisationId: string, personId: string): Promise<boolean> {
  const deleted = await db
    .delete(calendarFeeds)
    .where(isFeedOf(organisationId, personId))
    .returning({ personId: calendarFeeds.personId });
  return deleted.length > 0;
}

function isFeedOf(organisationId: string, personId: string) {
  return and(eq(calendarFeeds.organisationId, organisationId), eq(calendarFeeds.personId, personId));
}
