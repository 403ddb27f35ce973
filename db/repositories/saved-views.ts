import { and, asc, eq, or } from "drizzle-orm";
import type { ViewPage } from "~/domain/procurement/saved-view";
import type { Db } from "../client";
import { defaultViews, people, savedViews } from "../schema";

export type SavedView = typeof savedViews.$inferSelect;

/** What a person reads: their own views of a page and those that are shared, each once, by name. */
export async function listSavedViews(
  db: Db,
  organisationId: string,
  { page, personId, limit }: { page: ViewPage; personId: string; limit: number },
): Promise<ReadonlyArray<SavedView & { ownerName: string }>> {
  const rows = await db
    .select({ view: savedViews, ownerName: people.name })
    .from(savedViews)
    .innerJoin(people, eq(people.id, savedViews.personId))
    .where(and(eq(savedViews.organisationId, organisationId), eq(savedViews.page, page), mayRead(personId)))
    .orderBy(asc(savedViews.name), asc(savedViews.id))
    .limit(limit);
  return rows.map(({ view, ownerName }) => ({ ...view, ownerName }));
}

/** One that the person may read. */
export async function findSavedView(
  db: Db,
  organisationId: string,
  { id, personId }: { id: string; personId: string },
): Promise<SavedView | undefined> {
  const [row] = await db
    .select()
    .from(savedViews)
    .where(and(eq(savedViews.organisationId, organisationId), eq(savedViews.id, id), mayRead(personId)));
  return row;
}

function mayRead(personId: string) {
  return or(eq(savedViews.personId, personId), eq(savedViews.isShared, true));
}

export async function findSavedViewByName(
  db: Db,
  organisationId: string,
  { page, personId, name }: Pick<SavedView, "page" | "personId" | "name">,
): Promise<SavedView | undefined> {
  const [row] = await db
    .select()
    .from(savedViews)
    .where(
      and(
        eq(savedViews.organisationId, organisationId),
        eq(savedViews.personId, personId),
        eq(savedViews.page, page),
        eq(savedViews.name, name),
      ),
    );
  return row;
}

export async function countSavedViews(db: Db, organisationId: string, personId: string): Promise<number> {
  return db.$count(
    savedViews,
    and(eq(savedViews.organisationId, organisationId), eq(savedViews.personId, personId)),
  );
}

export async function saveNewSavedView(db: Db, organisationId: string, view: SavedView): Promise<void> {
  await db.insert(savedViews).values({ ...view, organisationId });
}

export async function saveSavedView(
  db: Db,
  organisationId: string,
  { id, ...change }: Pick<SavedView, "id" | "updatedAt"> & Partial<Pick<SavedView, "name" | "isShared">>,
): Promise<void> {
  await db
    .update(savedViews)
    .set(change)
    .where(and(eq(savedViews.organisationId, organisationId), eq(savedViews.id, id)));
}

/** With it goes whoever opens a page with it. */
export async function deleteSavedView(db: Db, organisationId: string, id: string): Promise<void> {
  await db
    .delete(savedViews)
    .where(and(eq(savedViews.organisationId, organisationId), eq(savedViews.id, id)));
}

/** What a page opens with for a person; undefined where they have chosen none, or may no longer read it. */
export async function findDefaultView(
  db: Db,
  organisationId: string,
  { page, personId }: { page: ViewPage; personId: string },
): Promise<SavedView | undefined> {
  const [row] = await db
    .select({ view: savedViews })
    .from(defaultViews)
    .innerJoin(
      savedViews,
      and(eq(savedViews.organisationId, defaultViews.organisationId), eq(savedViews.id, defaultViews.viewId)),
    )
    .where(
      and(
        eq(defaultViews.organisationId, organisationId),
        eq(defaultViews.personId, personId),
        eq(defaultViews.page, page),
        mayRead(personId),
      ),
    );
  return row?.view;
}

/** Null: the page opens with everything. */
export async function saveDefaultView(
  db: Db,
  organisationId: string,
  { page, personId, viewId }: { page: ViewPage; personId: string; viewId: string | null },
): Promise<void> {
  await db
    .delete(defaultViews)
    .where(
      and(
        eq(defaultViews.organisationId, organisationId),
        eq(defaultViews.personId, personId),
        eq(defaultViews.page, page),
      ),
    );
  if (viewId !== null) await db.insert(defaultViews).values({ organisationId, personId, page, viewId });
}
