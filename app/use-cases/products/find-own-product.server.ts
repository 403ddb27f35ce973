import type { Actor } from "~/domain/access/role";
import { AppError } from "~/domain/shared/app-error";
import type { Db } from "~db/client";
import { findProduct, findRelease, type Product, type Release } from "~db/repositories/products";

/** Throws `not-found` for a missing and for another supplier's product alike. */
export async function findOwnProduct(db: Db, actor: Actor, productId: string): Promise<Product> {
  const product = await findProduct(db, actor.organisationId, productId);
  if (!product) throw new AppError("not-found", "there is no such product");
  return product;
}

/** A release with its product; throws `not-found` where there is none of this supplier. */
export async function findOwnRelease(
  db: Db,
  actor: Actor,
  releaseId: string,
): Promise<{ release: Release; product: Product }> {
  const release = await findRelease(db, actor.organisationId, releaseId);
  if (!release) throw new AppError("not-found", "there is no such release");
  return { release, product: await findOwnProduct(db, actor, release.productId) };
}
