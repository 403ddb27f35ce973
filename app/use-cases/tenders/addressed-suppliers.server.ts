import type { Actor } from "~/domain/access/role";
import { accept, type Result, refuse } from "~/domain/shared/result";
import type { MailStep } from "../mail/queue-letter.server";
import { type AddressedSupplier, addressedSupplier } from "../requests/addressed-supplier.server";
import type { InvalidInput } from "../use-case.server";
import type { TenderInput } from "./fields.server";

type Refusal = InvalidInput | { code: "too-many-letters" };

/** Whom the requests of a tender go to; what is wrong with a supplier that is named here stands at its row. */
export async function tenderSuppliers(
  step: MailStep,
  actor: Actor,
  { supplierIds, newSuppliers }: Pick<TenderInput, "supplierIds" | "newSuppliers">,
): Promise<Result<ReadonlyArray<AddressedSupplier>, Refusal>> {
  const found: Array<AddressedSupplier> = [];
  for (const supplierId of supplierIds) {
    const supplier = await addressedSupplier(step, actor, { supplierId });
    if (!supplier.ok) return refuse({ code: "too-many-letters" });
    found.push(supplier.value);
  }
  for (const { name, email, place } of newSuppliers) {
    const supplier = await addressedSupplier(step, actor, { newSupplierName: name, newSupplierEmail: email });
    if (!supplier.ok) return refuse(atRow(place, supplier.refusal.code));
    found.push(supplier.value);
  }
  return accept(found);
}

function atRow(place: number, code: "supplier-exists" | "too-many-letters"): InvalidInput {
  const field = code === "supplier-exists" ? "name" : "email";
  return { code: "invalid-input", fields: { [`newSuppliers.${place}.${field}`]: [code] } };
}
