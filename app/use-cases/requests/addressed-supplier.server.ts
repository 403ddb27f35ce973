import { z } from "zod";
import type { Actor } from "~/domain/access/role";
import { AppError } from "~/domain/shared/app-error";
import { accept, type Result, refuse } from "~/domain/shared/result";
import { lineOfText } from "~/domain/shared/text";
import { listPendingInvitations } from "~db/repositories/invitations";
import {
  findOrganisation,
  hasMembers,
  isSupplierName,
  listSuppliers,
  saveNewOrganisation,
} from "~db/repositories/organisations";
import { listAskedAddresses } from "~db/repositories/request-invitations";
import { EmailField } from "../accounts/fields.server";
import { isMailLimitReached, type MailStep } from "../mail/queue-letter.server";

/** A field that was left empty was not sent. */
const unlessEmpty = <Schema extends z.ZodType>(schema: Schema) =>
  z.preprocess((raw) => (typeof raw === "string" && raw.trim() === "" ? undefined : raw), z.optional(schema));

/** One of the portal's suppliers, or the name and address of one that is not on it. */
export const SupplierFields = {
  supplierId: unlessEmpty(z.string().max(64)),
  newSupplierName: unlessEmpty(lineOfText(120)),
  newSupplierEmail: unlessEmpty(EmailField),
};

type Wanted = Partial<Record<keyof typeof SupplierFields, string | undefined>>;

/** What can be wrong with the three fields together. */
export const SUPPLIER_ERRORS = [
  ["supplierId", "required"],
  ["supplierId", "one-of-two"],
  ["newSupplierName", "required"],
  ["newSupplierEmail", "required"],
] as const;
type SupplierError = (typeof SUPPLIER_ERRORS)[number];

export function hasSupplierError(
  wanted: Wanted,
  field: SupplierError[0],
  message: SupplierError[1],
): boolean {
  const error = supplierError(wanted);
  return error?.[0] === field && error[1] === message;
}

function supplierError(wanted: Wanted): SupplierError | null {
  const { supplierId, newSupplierName: name, newSupplierEmail: email } = wanted;
  if (!name && !email) return supplierId ? null : ["supplierId", "required"];
  if (supplierId) return ["supplierId", "one-of-two"];
  if (!name) return ["newSupplierName", "required"];
  return email ? null : ["newSupplierEmail", "required"];
}

export type AddressedSupplier = {
  supplierId: string;
  name: string;
  /** Where nobody of the supplier has an account yet: who gets a link. */
  addresses: ReadonlyArray<string>;
};
export type SupplierRefusal = { code: "supplier-exists" } | { code: "too-many-letters" };

/**
 * Whom the request goes to. A supplier that is only named gets an organisation of its own, which nobody but this
 * hospital sees until somebody has joined it. Throws `not-found` for a supplier that the hospital cannot see.
 */
export async function addressedSupplier(
  step: MailStep,
  actor: Actor,
  wanted: Wanted,
): Promise<Result<AddressedSupplier, SupplierRefusal>> {
  const { newSupplierName: name, newSupplierEmail: email } = wanted;
  if (name && email) return introduce(step, actor, { name, email });
  const { db } = step;
  const supplier = (await listSuppliers(db, actor.organisationId)).find(({ id }) => id === wanted.supplierId);
  if (!supplier) throw new AppError("not-found", "there is no such supplier");
  const addresses = (await hasMembers(db, supplier.id)) ? [] : await addressesOf(step, actor, supplier.id);
  for (const address of addresses)
    if (await isMailLimitReached(step, actor.organisationId, address))
      return refuse({ code: "too-many-letters" });
  return accept({ supplierId: supplier.id, name: supplier.name, addresses });
}

async function addressesOf({ db }: MailStep, actor: Actor, supplierId: string) {
  const asked = await listAskedAddresses(db, actor.organisationId, supplierId);
  const supplier = await findOrganisation(db, supplierId);
  const invited =
    supplier?.introducedBy === actor.organisationId ? await listPendingInvitations(db, supplierId) : [];
  return [...new Set([...asked, ...invited].map(({ email }) => email))];
}

async function introduce(
  step: MailStep,
  actor: Actor,
  { name, email }: { name: string; email: string },
): Promise<Result<AddressedSupplier, SupplierRefusal>> {
  const { db, now, newId } = step;
  const own = await listSuppliers(db, actor.organisationId);
  if (own.some((one) => one.name.toLowerCase() === name.toLowerCase()) || (await isSupplierName(db, name)))
    return refuse({ code: "supplier-exists" });
  if (await isMailLimitReached(step, actor.organisationId, email))
    return refuse({ code: "too-many-letters" });
  const supplierId = newId();
  await saveNewSupplier(step, actor, { id: supplierId, name, createdAt: now });
  return accept({ supplierId, name, addresses: [email] });
}

/** An organisation that a hospital has named: of the demo where the hospital is. */
export async function saveNewSupplier(
  { db }: Pick<MailStep, "db">,
  actor: Actor,
  supplier: { id: string; name: string; createdAt: Date },
): Promise<void> {
  const hospital = await findOrganisation(db, actor.organisationId);
  await saveNewOrganisation(db, {
    ...supplier,
    kind: "supplier",
    isDemo: hospital?.isDemo ?? false,
    introducedBy: actor.organisationId,
  });
}
