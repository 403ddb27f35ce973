import { and, asc, eq } from "drizzle-orm";
import type { Db } from "../client";
import { sites } from "../schema";

export type Site = { organisationId: string; id: string; name: string; createdAt: Date };

export async function findSite(db: Db, organisationId: string, siteId: string): Promise<Site | undefined> {
  const [row] = await db
    .select()
    .from(sites)
    .where(and(eq(sites.organisationId, organisationId), eq(sites.id, siteId)));
  return row;
}

export async function findSiteByName(
  db: Db,
  organisationId: string,
  name: string,
): Promise<Site | undefined> {
  const [row] = await db
    .select()
    .from(sites)
    .where(and(eq(sites.organisationId, organisationId), eq(sites.name, name)));
  return row;
}

/** By name. */
export async function listSites(db: Db, organisationId: string): Promise<ReadonlyArray<Site>> {
  return db.select().from(sites).where(eq(sites.organisationId, organisationId)).orderBy(asc(sites.name));
}

export async function saveNewSite(db: Db, site: Site): Promise<void> {
  await db.insert(sites).values(site);
}
