import { mayDo } from "~/domain/access/permissions";
import { type Caller, requirePermission } from "~/use-cases/use-case.server";
import { listDeclarations } from "~db/repositories/declarations";
import { listReceivedRequests } from "~db/repositories/intake-requests";
import { listProducts } from "~db/repositories/products";
import { toSummary } from "./declaration-summary.server";
import { toRequestRow } from "./present-received-requests.server";

/** What needs the supplier today: what was asked, soonest due first, and what is still being written. */
export async function presentSupplierOverview({ actor, database, now }: Caller) {
  requirePermission(actor, "received-request.read");
  requirePermission(actor, "declaration.read");
  const [requests, declarations, products] = await Promise.all([
    listReceivedRequests(database.read, actor.organisationId),
    listDeclarations(database.read, actor.organisationId),
    listProducts(database.read, actor.organisationId),
  ]);
  const rows = requests.map((request) => toRequestRow(request, now));
  return {
    openRequests: rows.filter(({ isOpen }) => isOpen).sort((a, b) => (a.dueOn < b.dueOn ? -1 : 1)),
    answeredCount: rows.filter(({ isOpen }) => !isOpen).length,
    drafts: declarations
      .filter(({ state }) => state === "draft")
      .map((draft) => ({
        ...toSummary(draft),
        productName: draft.productName,
        releaseVersion: draft.releaseVersion,
      })),
    products: products.map(({ id, name, componentTypes }) => {
      const signed = declarations.find(({ productId, state }) => productId === id && state === "signed");
      return {
        ...{ id, name, componentTypes },
        signed: signed ? { ...toSummary(signed), releaseVersion: signed.releaseVersion } : null,
      };
    }),
    mayCreateProduct: mayDo(actor, "product.create"),
  };
}
