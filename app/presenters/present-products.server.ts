import { mayDo } from "~/domain/access/permissions";
import { type Caller, requirePermission } from "~/use-cases/use-case.server";
import { listDeclarations } from "~db/repositories/declarations";
import { listProducts, listReleases } from "~db/repositories/products";
import { currentOf, toSummary } from "./declaration-summary.server";

/** The supplier's products, each with its newest release and what that one declares. */
export async function presentProducts({ actor, database }: Caller) {
  requirePermission(actor, "product.read");
  const [products, releases, declarations] = await Promise.all([
    listProducts(database.read, actor.organisationId),
    listReleases(database.read, actor.organisationId),
    listDeclarations(database.read, actor.organisationId),
  ]);
  return {
    mayCreate: mayDo(actor, "product.create"),
    products: products.map(({ id, name, description, componentTypes, archivedAt }) => {
      const own = releases.filter((release) => release.productId === id);
      const newest = own[0];
      const { signed, draft } = newest ? currentOf(declarations, newest.id) : { signed: null, draft: null };
      return {
        ...{ id, name, description, componentTypes, isArchived: archivedAt !== null },
        releaseCount: own.length,
        newestRelease: newest?.version ?? null,
        signed: signed && toSummary(signed),
        draft: draft && toSummary(draft),
      };
    }),
  };
}

/** Whether the form for a new product is for this caller at all. */
export async function presentNewProduct({ actor }: Caller) {
  requirePermission(actor, "product.create");
  return {};
}
