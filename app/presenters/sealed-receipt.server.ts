import type { PortalKey } from "~/domain/declaration/seal";
import type { Receipt } from "~/domain/procurement/receipt";
import { writeSealedReceipt } from "~/formats/cordon-json/sealed-receipt";

/** A receipt as the file that `cordon verify` reads. */
export function sealedReceipt(receipt: Receipt, key: PortalKey) {
  return {
    name: "receipt.json",
    type: "application/json; charset=utf-8",
    body: writeSealedReceipt(receipt, key),
  };
}
