import { and, asc, countDistinct, desc, eq, gt, inArray, max } from "drizzle-orm";
import { completeContent, type DeclarationContent } from "~/domain/declaration/declaration";
import type { Db } from "../client";
import { declarations, organisations, products, releases } from "../schema";
import { isSharedWith, type SharedDeclaration } from "./declarations";
import { slicesOf } from "./slices";

/** The newest shared declaration of a release by what tells it from others: no names, no content. */
export type SharedVersion = Pick<
  SharedDeclaration,
  "supplierId" | "releaseId" | "declarationId" | "declarationVersion" | "fingerprint" | "signedAt"
>;
/** With its names; the content is read of those that are shown. */
export type SharedName = SharedVersion &
  Pick<SharedDeclaration, "supplierName" | "productId" | "productName" | "releaseVersion">;

type Wanted = { supplierId?: string; releaseIds?: ReadonlyArray<string> };

/** The newest version per release that this hospital may see; in no order. */
export async function listSharedNewest(
  db: Db,
  hospitalId: string,
  { supplierId, releaseIds }: Wanted = {},
): Promise<ReadonlyArray<SharedVersion>> {
  const found = [];
  for (const some of releaseIds ? slicesOf(releaseIds) : [undefined]) {
    const rows = await db
      .select(VERSION)
      .from(declarations)
      .where(
        and(
          supplierId === undefined ? undefined : eq(declarations.organisationId, supplierId),
          some && inArray(declarations.releaseId, [...some]),
          isSharedWith(db, hospitalId),
        ),
      )
      // As the index has it, oldest first: the other way round thousands of rows would be sorted anew.
      .orderBy(asc(declarations.organisationId), asc(declarations.releaseId), asc(declarations.version));
    for (const row of rows) found.push(row);
  }
  return found.filter(isLastOfRelease).filter(isSigned);
}

/** Every version of some releases that this hospital may see today, newest version of a release first. */
export async function listSharedHistory(
  db: Db,
  hospitalId: string,
  releaseIds: ReadonlyArray<string>,
): Promise<ReadonlyArray<SharedVersion>> {
  const found = [];
  for (const some of slicesOf(releaseIds)) {
    const rows = await db
      .select(VERSION)
      .from(declarations)
      .where(and(inArray(declarations.releaseId, [...some]), isSharedWith(db, hospitalId)))
      .orderBy(asc(declarations.organisationId), asc(declarations.releaseId), desc(declarations.version));
    found.push(...rows);
  }
  return found.filter(isSigned);
}

/** The later version of a release that took the place of this one, if any. */
export async function findNewerShared(
  db: Db,
  hospitalId: string,
  {
    supplierId,
    releaseId,
    declarationVersion,
  }: Pick<SharedVersion, "supplierId" | "releaseId" | "declarationVersion">,
): Promise<SharedVersion | undefined> {
  const [row] = await db
    .select(VERSION)
    .from(declarations)
    .where(
      and(
        eq(declarations.organisationId, supplierId),
        eq(declarations.releaseId, releaseId),
        gt(declarations.version, declarationVersion),
        isSharedWith(db, hospitalId),
      ),
    )
    .orderBy(desc(declarations.version))
    .limit(1);
  return row && isSigned(row) ? row : undefined;
}

/** Suppliers of which this hospital sees anything, by name, and of how many releases it sees a declaration. */
export async function listSharingSuppliers(
  db: Db,
  hospitalId: string,
): Promise<ReadonlyArray<{ id: string; name: string; releases: number }>> {
  return db
    .select({
      id: organisations.id,
      name: organisations.name,
      releases: countDistinct(declarations.releaseId),
    })
    .from(declarations)
    .innerJoin(organisations, eq(organisations.id, declarations.organisationId))
    .where(isSharedWith(db, hospitalId))
    .groupBy(organisations.id, organisations.name)
    .orderBy(asc(organisations.name), asc(organisations.id));
}

/** Names of what is shared, of one supplier or of some releases: by supplier and product, newest release first. */
export async function listSharedNames(
  db: Db,
  hospitalId: string,
  { supplierId, releaseIds }: Wanted,
): Promise<ReadonlyArray<SharedName>> {
  const found: Array<SharedName> = [];
  for (const some of releaseIds ? slicesOf(releaseIds) : [undefined])
    found.push(...(await listSomeNames(db, hospitalId, { supplierId, releaseIds: some })));
  return found;
}

async function listSomeNames(
  db: Db,
  hospitalId: string,
  { supplierId, releaseIds }: Wanted,
): Promise<ReadonlyArray<SharedName>> {
  const isWanted = and(
    supplierId === undefined ? undefined : eq(declarations.organisationId, supplierId),
    releaseIds && inArray(declarations.releaseId, [...releaseIds]),
  );
  const newest = db
    .select({
      organisationId: declarations.organisationId,
      releaseId: declarations.releaseId,
      version: max(declarations.version).as("newest_version"),
    })
    .from(declarations)
    .where(and(isWanted, isSharedWith(db, hospitalId)))
    .groupBy(declarations.organisationId, declarations.releaseId)
    .as("newest");
  const rows = await db
    .select({
      ...VERSION,
      supplierName: organisations.name,
      productId: products.id,
      productName: products.name,
      releaseVersion: releases.version,
    })
    .from(declarations)
    .innerJoin(
      newest,
      and(
        eq(newest.organisationId, declarations.organisationId),
        eq(newest.releaseId, declarations.releaseId),
        eq(newest.version, declarations.version),
      ),
    )
    .innerJoin(organisations, eq(organisations.id, declarations.organisationId))
    .innerJoin(
      releases,
      and(eq(releases.organisationId, declarations.organisationId), eq(releases.id, declarations.releaseId)),
    )
    .innerJoin(
      products,
      and(eq(products.organisationId, declarations.organisationId), eq(products.id, releases.productId)),
    )
    .where(isWanted)
    .orderBy(
      asc(organisations.name),
      asc(products.name),
      desc(releases.createdAt),
      desc(releases.version),
      asc(releases.id),
    );
  return rows.filter(isSigned);
}

/** What the declarations say, by id: only of those that this hospital may see. */
export async function listSharedContents(
  db: Db,
  hospitalId: string,
  declarationIds: ReadonlyArray<string>,
): Promise<ReadonlyMap<string, DeclarationContent>> {
  const contents = new Map<string, DeclarationContent>();
  for (const some of slicesOf(declarationIds)) {
    const rows = await db
      .select({ id: declarations.id, content: declarations.content })
      .from(declarations)
      .where(and(inArray(declarations.id, [...some]), isSharedWith(db, hospitalId)));
    for (const { id, content } of rows) contents.set(id, completeContent(content));
  }
  return contents;
}

const VERSION = {
  supplierId: declarations.organisationId,
  releaseId: declarations.releaseId,
  declarationId: declarations.id,
  declarationVersion: declarations.version,
  signedAt: declarations.signedAt,
  fingerprint: declarations.fingerprint,
};

type VersionRow = Omit<SharedVersion, "signedAt" | "fingerprint"> & {
  signedAt: Date | null;
  fingerprint: string | null;
};

/** A signed declaration always has its date and fingerprint; the columns are nullable for drafts alone. */
function isSigned<Row extends VersionRow>(row: Row): row is Row & SharedVersion {
  return row.signedAt !== null && row.fingerprint !== null;
}

/** Of rows by release, oldest version first. */
function isLastOfRelease(row: VersionRow, place: number, rows: ReadonlyArray<VersionRow>): boolean {
  const next = rows[place + 1];
  return next?.releaseId !== row.releaseId || next.supplierId !== row.supplierId;
}
