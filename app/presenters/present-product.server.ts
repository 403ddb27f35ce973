import { mayDo } from "~/domain/access/permissions";
import { AppError } from "~/domain/shared/app-error";
import { type Caller, requirePermission } from "~/use-cases/use-case.server";
import { listDeclarations } from "~db/repositories/declarations";
import { findProduct, listReleasesOfProduct } from "~db/repositories/products";
import { toSummary } from "./declaration-summary.server";

/** One product with its releases and every version of their declarations, newest first. */
export async function presentProduct({ actor, database }: Caller, productId: string) {
  requirePermission(actor, "product.read");
  const [product, releases, declarations] = await Promise.all([
    findProduct(database.read, actor.organisationId, productId),
    listReleasesOfProduct(database.read, actor.organisationId, productId),
    listDeclarations(database.read, actor.organisationId),
  ]);
  if (!product) throw new AppError("not-found", "there is no such product");
  const isArchived = product.archivedAt !== null;
  const mayEditReleases = !isArchived && mayDo(actor, "release.edit");
  return {
    product: {
      id: product.id,
      name: product.name,
      description: product.description,
      componentTypes: product.componentTypes,
      saveVersion: product.saveVersion,
      isArchived,
    },
    releases: releases.map(({ id, version, createdAt, archivedAt }) => {
      const own = declarations.filter(({ releaseId }) => releaseId === id);
      const isSigned = own.some(({ state }) => state === "signed");
      return {
        ...{ id, version, isSigned, isArchived: archivedAt !== null },
        createdAt: createdAt.toISOString(),
        declarations: own.map((declaration) => ({
          ...toSummary(declaration),
          isWithdrawn: declaration.withdrawnAt !== null,
        })),
        mayRename: mayEditReleases && archivedAt === null && !isSigned,
        mayDeclare: !isArchived && archivedAt === null && mayDo(actor, "declaration.create"),
        mayArchive: !isArchived && mayDo(actor, "release.archive"),
      };
    }),
    /** What a first declaration can begin as a copy of: of each release its newest version, this product's first. */
    sources: newestPerRelease(declarations)
      .toSorted((a, b) => Number(b.productId === productId) - Number(a.productId === productId))
      .map(({ id, releaseId, productName, releaseVersion, version, productId: ofProduct }) => ({
        ...{ id, releaseId, productName, releaseVersion, version },
        isOfThisProduct: ofProduct === productId,
      })),
    mayEdit: !isArchived && mayDo(actor, "product.edit"),
    mayArchive: mayDo(actor, "product.archive"),
    mayCreateRelease: !isArchived && mayDo(actor, "release.create"),
  };
}

/** The list is newest first within a release. */
function newestPerRelease<D extends { releaseId: string }>(declarations: ReadonlyArray<D>): ReadonlyArray<D> {
  const seen = new Set<string>();
  return declarations.filter(({ releaseId }) => !seen.has(releaseId) && seen.add(releaseId));
}
