import { toIsoDate } from "~/domain/shared/iso-date";
import { type Caller, requirePermission } from "~/use-cases/use-case.server";
import { listDeclarations, type NamedDeclaration } from "~db/repositories/declarations";
import { listProducts, listReleases } from "~db/repositories/products";
import { expiringEntries } from "./expiring-entries.server";

/** Everything of a supplier that has ended or ends within 90 days, of what it still offers. */
export async function presentExpiring(caller: Caller) {
  const { actor, database, now } = caller;
  requirePermission(actor, "declaration.read");
  const declarations = await listDeclarations(database.read, actor.organisationId);
  const offered = await offeredReleases(caller);
  return { entries: expiringEntries(ofReleases(declarations, offered), toIsoDate(now)) };
}

/** Products and releases of a supplier that are in no archive. */
export async function offeredReleases({ actor, database }: Caller) {
  const products = await listProducts(database.read, actor.organisationId);
  const releases = await listReleases(database.read, actor.organisationId);
  const offered = products.filter(({ archivedAt }) => archivedAt === null);
  const ids = new Set(offered.map(({ id }) => id));
  return {
    hasProducts: products.length > 0,
    products: offered,
    releases: releases.filter(({ productId, archivedAt }) => archivedAt === null && ids.has(productId)),
  };
}

export function ofReleases(
  declarations: ReadonlyArray<NamedDeclaration>,
  { releases }: { releases: ReadonlyArray<{ id: string }> },
): ReadonlyArray<NamedDeclaration> {
  const ids = new Set(releases.map(({ id }) => id));
  return declarations.filter(({ releaseId }) => ids.has(releaseId));
}
