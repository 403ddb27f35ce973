import type { SentFile } from "~db/repositories/attachments";

/** A file that goes with a request, without the store it lies in. */
export function toShownFile({ sha256, name, bytes }: SentFile) {
  return { sha256, name, bytes };
}
