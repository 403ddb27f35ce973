import type { PortalKey } from "~/domain/declaration/seal";
import {
  RECEIPT_SEAL_FORMAT,
  type Receipt,
  ReceiptSchema,
  type ReceiptSeal,
  ReceiptSealSchema,
} from "~/domain/procurement/receipt";
import { accept } from "~/domain/shared/result";
import { checkValue, type FileResult, isObject, memberOf } from "./check-value";
import { readJsonFile } from "./read-file";
import type { JsonValue } from "./scan-json";
import { sealMembers } from "./seal-members";
import { type SealedParts, sealedPartsOf } from "./sealed-file";

export type SealedReceipt = SealedParts & { seal: ReceiptSeal; receipt: Receipt };

/** A receipt with the portal's seal in it: the same bytes whenever it is asked for. */
export function writeSealedReceipt(receipt: Receipt, key: PortalKey): string {
  return sealMembers(receipt, { format: RECEIPT_SEAL_FORMAT }, key);
}

/** True where a file says that it is a receipt, whatever else is wrong with it. */
export function isSealedReceipt(bytes: Uint8Array): boolean {
  const read = readJsonFile(bytes);
  return read.ok && memberOf(memberOf(read.value, "seal") ?? null, "format") === RECEIPT_SEAL_FORMAT;
}

/** Reads a receipt and its seal. Refused where the file is no JSON or something else. */
export function readSealedReceipt(bytes: Uint8Array): FileResult<SealedReceipt> {
  const read = readJsonFile(bytes);
  if (!read.ok) return read;
  const seal = checkValue(ReceiptSealSchema, memberOf(read.value, "seal"), "/seal");
  if (!seal.ok) return seal;
  const receipt = checkValue(ReceiptSchema, withoutSeal(read.value), "");
  if (!receipt.ok) return receipt;
  return accept({ seal: seal.value, receipt: receipt.value, ...sealedPartsOf(read.value, bytes) });
}

function withoutSeal(value: JsonValue): JsonValue {
  if (!isObject(value)) return value;
  return Object.fromEntries(Object.entries(value).filter(([name]) => name !== "seal"));
}
