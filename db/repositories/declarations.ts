import { and, asc, desc, eq, exists, inArray, isNull, max, notInArray, or } from "drizzle-orm";
import {
  completeContent,
  type DeclarationContent,
  type DeclarationState,
} from "~/domain/declaration/declaration";
import type { Db } from "../client";
import {
  declarations,
  intakeRequests,
  organisations,
  products,
  releases,
  type VISIBILITIES,
} from "../schema";
import { type MaskedCatalogue, saveMasks } from "./declaration-masks";
import { slicesOf } from "./slices";

export type Visibility = (typeof VISIBILITIES)[number];

/** `organisationId` is the supplier. */
export type Declaration = {
  organisationId: string;
  id: string;
  releaseId: string;
  version: number;
  state: DeclarationState;
  content: DeclarationContent;
  saveVersion: number;
  visibility: Visibility;
  createdBy: string;
  updatedAt: Date;
  signedBy: string | null;
  signedAt: Date | null;
  fingerprint: string | null;
  /** The declaration of another release that this one began as a copy of. */
  copiedFrom: string | null;
  withdrawnAt: Date | null;
  withdrawalReason: string | null;
};

/** With what it is a declaration of. */
export type NamedDeclaration = Declaration & {
  productId: string;
  productName: string;
  releaseVersion: string;
};

/** What a hospital gets to see: signed, and shared with it. */
export type SharedDeclaration = {
  supplierId: string;
  supplierName: string;
  productId: string;
  productName: string;
  releaseId: string;
  releaseVersion: string;
  declarationId: string;
  declarationVersion: number;
  content: DeclarationContent;
  signedAt: Date;
  fingerprint: string;
};

export async function findDeclaration(
  db: Db,
  supplierId: string,
  declarationId: string,
): Promise<Declaration | undefined> {
  const [row] = await db
    .select()
    .from(declarations)
    .where(and(eq(declarations.organisationId, supplierId), eq(declarations.id, declarationId)));
  return row && complete(row);
}

/** Every declaration of a supplier by product, newest release and version first. */
export async function listDeclarations(db: Db, supplierId: string): Promise<ReadonlyArray<NamedDeclaration>> {
  const rows = await db
    .select({
      declaration: declarations,
      productId: products.id,
      productName: products.name,
      releaseVersion: releases.version,
    })
    .from(declarations)
    .innerJoin(
      releases,
      and(eq(releases.organisationId, supplierId), eq(releases.id, declarations.releaseId)),
    )
    .innerJoin(products, and(eq(products.organisationId, supplierId), eq(products.id, releases.productId)))
    .where(eq(declarations.organisationId, supplierId))
    .orderBy(
      asc(products.name),
      desc(releases.createdAt),
      desc(releases.version),
      desc(declarations.version),
    );
  return rows.map(({ declaration, ...names }) => ({ ...complete(declaration), ...names }));
}

/** Newest version first. */
export async function listDeclarationsOfRelease(
  db: Db,
  supplierId: string,
  releaseId: string,
): Promise<ReadonlyArray<Declaration>> {
  const rows = await db
    .select()
    .from(declarations)
    .where(and(eq(declarations.organisationId, supplierId), eq(declarations.releaseId, releaseId)))
    .orderBy(desc(declarations.version));
  return rows.map(complete);
}

export async function saveNewDeclaration(db: Db, declaration: Declaration): Promise<void> {
  await db.insert(declarations).values(declaration);
}

/** False where it is no draft or `saveVersion` is not the stored one: nothing is written. */
export async function saveDeclarationDraft(
  db: Db,
  supplierId: string,
  draft: Pick<Declaration, "id" | "content" | "saveVersion" | "updatedAt">,
): Promise<boolean> {
  const saved = await db
    .update(declarations)
    .set({ content: draft.content, saveVersion: draft.saveVersion + 1, updatedAt: draft.updatedAt })
    .where(draftAt(supplierId, draft))
    .returning({ id: declarations.id });
  return saved.length > 0;
}

/** The last write to a declaration's content. False where it is no draft or has changed since `saveVersion`. */
export async function saveSignature(
  db: Db,
  supplierId: string,
  signed: Pick<Declaration, "id" | "content" | "saveVersion" | "visibility"> & {
    signedBy: string;
    signedAt: Date;
    fingerprint: string;
  },
  catalogue: MaskedCatalogue,
): Promise<boolean> {
  const { id, content, visibility, signedBy, signedAt, fingerprint } = signed;
  const saved = await db
    .update(declarations)
    .set({
      state: "signed",
      content,
      saveVersion: signed.saveVersion + 1,
      visibility,
      updatedAt: signedAt,
      signedBy,
      signedAt,
      fingerprint,
    })
    .where(draftAt(supplierId, signed))
    .returning({ id: declarations.id });
  if (saved.length === 0) return false;
  await saveMasks(db, { organisationId: supplierId, id, content }, catalogue);
  return true;
}

/** The newest version per release that this hospital may see, whole, by supplier and product: of all releases or some. */
export async function listSharedDeclarations(
  db: Db,
  hospitalId: string,
  { supplierId, releaseIds }: { supplierId?: string; releaseIds?: Iterable<string> } = {},
): Promise<ReadonlyArray<SharedDeclaration>> {
  const found: Array<SharedDeclaration> = [];
  for (const some of releaseIds ? slicesOf([...new Set(releaseIds)]) : [undefined])
    found.push(...(await listSomeShared(db, hospitalId, supplierId, some)));
  return found;
}

async function listSomeShared(
  db: Db,
  hospitalId: string,
  supplierId: string | undefined,
  releaseIds: ReadonlyArray<string> | undefined,
): Promise<ReadonlyArray<SharedDeclaration>> {
  const newest = db
    .select({
      organisationId: declarations.organisationId,
      releaseId: declarations.releaseId,
      version: max(declarations.version).as("newest_version"),
    })
    .from(declarations)
    .where(
      and(
        isSharedWith(db, hospitalId),
        supplierId === undefined ? undefined : eq(declarations.organisationId, supplierId),
        releaseIds && inArray(declarations.releaseId, [...releaseIds]),
      ),
    )
    .groupBy(declarations.organisationId, declarations.releaseId)
    .as("newest");
  const rows = await selectShared(db)
    .innerJoin(
      newest,
      and(
        eq(newest.organisationId, declarations.organisationId),
        eq(newest.releaseId, declarations.releaseId),
        eq(newest.version, declarations.version),
      ),
    )
    .orderBy(asc(organisations.name), asc(products.name), desc(releases.createdAt), desc(releases.version));
  return rows.flatMap(({ shared }) => toShared(shared));
}

/** Any signed version that this hospital may see, e.g. the one a request was answered with. */
export async function findSharedDeclaration(
  db: Db,
  hospitalId: string,
  declarationId: string,
): Promise<SharedDeclaration | undefined> {
  const [row] = await selectShared(db).where(
    and(eq(declarations.id, declarationId), isSharedWith(db, hospitalId)),
  );
  return row && toShared(row.shared)[0];
}

/**
 * Signed, not withdrawn, and shown to all hospitals, to those with a live request to the supplier, or to this one as the
 * answer to its request. A request that was declined or withdrawn opens nothing.
 */
export function isSharedWith(db: Db, hospitalId: string) {
  const liveRequest = and(
    eq(intakeRequests.organisationId, hospitalId),
    eq(intakeRequests.supplierId, declarations.organisationId),
    notInArray(intakeRequests.state, ["declined", "withdrawn"]),
  );
  const requests = () => db.select({ id: intakeRequests.id }).from(intakeRequests);
  return and(
    eq(declarations.state, "signed"),
    isNull(declarations.withdrawnAt),
    or(
      eq(declarations.visibility, "all-hospitals"),
      and(eq(declarations.visibility, "requesting-hospitals"), exists(requests().where(liveRequest))),
      exists(requests().where(and(liveRequest, eq(intakeRequests.declarationId, declarations.id)))),
    ),
  );
}

export function selectShared(db: Db) {
  return db
    .select({
      shared: {
        supplierId: declarations.organisationId,
        supplierName: organisations.name,
        productId: products.id,
        productName: products.name,
        releaseId: releases.id,
        releaseVersion: releases.version,
        declarationId: declarations.id,
        declarationVersion: declarations.version,
        content: declarations.content,
        signedAt: declarations.signedAt,
        fingerprint: declarations.fingerprint,
      },
    })
    .from(declarations)
    .innerJoin(organisations, eq(organisations.id, declarations.organisationId))
    .innerJoin(
      releases,
      and(eq(releases.organisationId, declarations.organisationId), eq(releases.id, declarations.releaseId)),
    )
    .innerJoin(
      products,
      and(eq(products.organisationId, declarations.organisationId), eq(products.id, releases.productId)),
    );
}

/** A signed declaration always has its date and fingerprint; the columns are nullable for drafts alone. */
export function toShared(
  row: Omit<SharedDeclaration, "signedAt" | "fingerprint"> & {
    signedAt: Date | null;
    fingerprint: string | null;
  },
): ReadonlyArray<SharedDeclaration> {
  const { signedAt, fingerprint } = row;
  return signedAt === null || fingerprint === null ? [] : [{ ...complete(row), signedAt, fingerprint }];
}

function draftAt(supplierId: string, { id, saveVersion }: Pick<Declaration, "id" | "saveVersion">) {
  return and(
    eq(declarations.organisationId, supplierId),
    eq(declarations.id, id),
    eq(declarations.state, "draft"),
    eq(declarations.saveVersion, saveVersion),
  );
}

/** A document from before there were facts and evidence is read in today's form. */
function complete<Row extends { content: DeclarationContent }>(row: Row): Row {
  return { ...row, content: completeContent(row.content) };
}
