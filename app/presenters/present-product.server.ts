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
  return {
    product: {
      id: product.id,
      name: product.name,
      description: product.description,
      componentTypes: product.componentTypes,
    },
    releases: releases.map(({ id, version, createdAt }) => ({
      ...{ id, version },
      createdAt: createdAt.toISOString(),
      declarations: declarations.filter(({ releaseId }) => releaseId === id).map(toSummary),
    })),
    mayCreateRelease: mayDo(actor, "release.create"),
    mayDeclare: mayDo(actor, "declaration.create"),
  };
}
