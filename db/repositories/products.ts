import { and, asc, desc, eq } from "drizzle-orm";
import type { ComponentType } from "~/domain/requirement/component-requirement";
import type { Db } from "../client";
import { products, releases } from "../schema";

export type Product = {
  organisationId: string;
  id: string;
  name: string;
  description: string;
  componentTypes: ReadonlyArray<ComponentType>;
  createdAt: Date;
  /** Rises by one with every change. */
  saveVersion: number;
  /** Offered no more; what was declared and sent stays. */
  archivedAt: Date | null;
};

export type Release = {
  organisationId: string;
  id: string;
  productId: string;
  version: string;
  createdAt: Date;
  archivedAt: Date | null;
};

export async function findProduct(
  db: Db,
  organisationId: string,
  productId: string,
): Promise<Product | undefined> {
  const [row] = await db
    .select()
    .from(products)
    .where(and(eq(products.organisationId, organisationId), eq(products.id, productId)));
  return row;
}

export async function findProductByName(
  db: Db,
  organisationId: string,
  name: string,
): Promise<Product | undefined> {
  const [row] = await db
    .select()
    .from(products)
    .where(and(eq(products.organisationId, organisationId), eq(products.name, name)));
  return row;
}

/** By name. */
export async function listProducts(db: Db, organisationId: string): Promise<ReadonlyArray<Product>> {
  return db
    .select()
    .from(products)
    .where(eq(products.organisationId, organisationId))
    .orderBy(asc(products.name));
}

export async function saveNewProduct(db: Db, product: Product): Promise<void> {
  await db.insert(products).values(product);
}

export async function findRelease(
  db: Db,
  organisationId: string,
  releaseId: string,
): Promise<Release | undefined> {
  const [row] = await db
    .select()
    .from(releases)
    .where(and(eq(releases.organisationId, organisationId), eq(releases.id, releaseId)));
  return row;
}

export async function findReleaseByVersion(
  db: Db,
  organisationId: string,
  { productId, version }: { productId: string; version: string },
): Promise<Release | undefined> {
  const [row] = await db
    .select()
    .from(releases)
    .where(
      and(
        eq(releases.organisationId, organisationId),
        eq(releases.productId, productId),
        eq(releases.version, version),
      ),
    );
  return row;
}

/** Newest first. */
export async function listReleases(db: Db, organisationId: string): Promise<ReadonlyArray<Release>> {
  return db
    .select()
    .from(releases)
    .where(eq(releases.organisationId, organisationId))
    .orderBy(desc(releases.createdAt), desc(releases.version));
}

/** Newest first. */
export async function listReleasesOfProduct(
  db: Db,
  organisationId: string,
  productId: string,
): Promise<ReadonlyArray<Release>> {
  return db
    .select()
    .from(releases)
    .where(and(eq(releases.organisationId, organisationId), eq(releases.productId, productId)))
    .orderBy(desc(releases.createdAt), desc(releases.version));
}

export async function saveNewRelease(db: Db, release: Release): Promise<void> {
  await db.insert(releases).values(release);
}

/** False where the product has changed since `saveVersion`: nothing is written. */
export async function saveProduct(
  db: Db,
  product: Pick<Product, "organisationId" | "id" | "name" | "description" | "componentTypes" | "saveVersion">,
): Promise<boolean> {
  const { organisationId, id, name, description, componentTypes, saveVersion } = product;
  const saved = await db
    .update(products)
    .set({ name, description, componentTypes, saveVersion: saveVersion + 1 })
    .where(
      and(
        eq(products.organisationId, organisationId),
        eq(products.id, id),
        eq(products.saveVersion, saveVersion),
      ),
    )
    .returning({ id: products.id });
  return saved.length > 0;
}

/** null = offered again. */
export async function saveProductArchived(
  db: Db,
  organisationId: string,
  productId: string,
  archivedAt: Date | null,
): Promise<void> {
  await db
    .update(products)
    .set({ archivedAt })
    .where(and(eq(products.organisationId, organisationId), eq(products.id, productId)));
}

export async function saveRelease(
  db: Db,
  { organisationId, id, version, archivedAt }: Release,
): Promise<void> {
  await db
    .update(releases)
    .set({ version, archivedAt })
    .where(and(eq(releases.organisationId, organisationId), eq(releases.id, id)));
}
