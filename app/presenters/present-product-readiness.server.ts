import { COMPONENT_REQUIREMENTS } from "~/catalogue/catalogue";
import { factsOfProduct, rowsOfProduct } from "~/domain/readiness/product-facts";
import { CRA_RULES, FDA_RULES, MDR_RULES } from "~/domain/readiness/product-rules";
import { readClauses } from "~/domain/readiness/readiness";
import { AppError } from "~/domain/shared/app-error";
import { toIsoDate } from "~/domain/shared/iso-date";
import { type Caller, requirePermission } from "~/use-cases/use-case.server";
import { listDeclarations } from "~db/repositories/declarations";
import { findProduct } from "~db/repositories/products";
import { shownFrameworks } from "./readiness-clauses.server";

/** What the newest declaration of a product says for MDR, CRA and 524B, what it misses, and where it cannot say. */
export async function presentProductReadiness(caller: Caller, productId: string, of: string | null) {
  const { actor, database, now } = caller;
  requirePermission(actor, "readiness.read");
  requirePermission(actor, "product.read");
  const product = await findProduct(database.read, actor.organisationId, productId);
  if (!product) throw new AppError("not-found", "there is no such product");
  const declarations = await listDeclarations(database.read, actor.organisationId);
  // Newest first: what is signed and stands is what hospitals see; a draft only where there is nothing else.
  const own = declarations.filter((one) => one.productId === productId && one.withdrawnAt === null);
  const declaration = own.find(({ state }) => state === "signed") ?? own[0];
  const head = { id: product.id, name: product.name };
  if (!declaration) return { product: head, declaration: null, names: [], frameworks: [] };
  const { content, id, version, state, releaseVersion } = declaration;
  const facts = factsOfProduct(content);
  const rows = rowsOfProduct(content, COMPONENT_REQUIREMENTS, toIsoDate(now));
  const all = [
    { framework: "mdr" as const, readings: readClauses(MDR_RULES, facts, rows) },
    { framework: "cra" as const, readings: readClauses(CRA_RULES, facts, rows) },
    { framework: "fda" as const, readings: readClauses(FDA_RULES, facts, rows) },
  ];
  return {
    product: head,
    declaration: {
      id,
      version,
      releaseVersion,
      isDraft: state === "draft",
      regime: content.facts.regime ?? null,
    },
    names: all.map(({ framework }) => framework),
    frameworks: shownFrameworks(all, of),
  };
}
