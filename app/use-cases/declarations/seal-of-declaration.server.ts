import { CATALOGUE_VERSION } from "~/catalogue/catalogue";
import { type PortalKey, type SealedDeclaration, sealDeclaration } from "~/domain/declaration/seal";
import { AppError } from "~/domain/shared/app-error";
import type { Db } from "~db/client";
import type { Declaration } from "~db/repositories/declarations";
import { findOrganisation } from "~db/repositories/organisations";
import { findPerson } from "~db/repositories/people";
import { findProduct, findRelease } from "~db/repositories/products";
import type { Caller } from "../use-case.server";

/** A caller who may have the portal seal something. */
export type SealingCaller = Caller & { key: PortalKey };

type Signed = Pick<Declaration, "organisationId" | "id" | "releaseId" | "version" | "content"> & {
  signedBy: string;
  signedAt: Date;
};

/** The seal over a declaration with the names as they are now. Throws `not-found` where something of it is gone. */
export async function sealOfDeclaration(db: Db, signed: Signed, key: PortalKey): Promise<SealedDeclaration> {
  const { organisationId, id, version, content, signedAt } = signed;
  // One after the other: they share the connection of the transaction.
  const supplier = await findOrganisation(db, organisationId);
  const person = await findPerson(db, signed.signedBy);
  const release = await findRelease(db, organisationId, signed.releaseId);
  const product = release && (await findProduct(db, organisationId, release.productId));
  if (!supplier || !person || !release || !product)
    throw new AppError("not-found", "there is no such declaration");
  const names = { supplier: supplier.name, product: product.name, release: release.version };
  const declaration = { declarationId: id, version, catalogueVersion: CATALOGUE_VERSION };
  return sealDeclaration({ names, content, declaration, signatory: person.name, signedAt }, key);
}
