import type { DeclarationContent } from "~/domain/declaration/declaration";
import { fingerprintOf } from "~/domain/shared/fingerprint";

/** A declaration with what a file about it has to name. */
export type DeclarationToWrite = {
  supplier: string;
  product: string;
  release: string;
  version: number;
  /** Instants are ISO 8601 in UTC. A draft is not signed. */
  signed: { by: string; at: string } | null;
  /** Of the file: the signature's, or of the moment in which a draft is taken along. */
  writtenAt: string;
  content: DeclarationContent;
};

/** A row as files name it. */
export type NamedRow = { id: string; title: string };

/** A UUID (version 5 in form) that is the same for the same parts: a file written twice is the same file. */
export function uuidOf(...parts: ReadonlyArray<unknown>): string {
  const hex = fingerprintOf(parts);
  const variant = "89ab"[Number.parseInt(hex[16] ?? "0", 16) % 4];
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `5${hex.slice(13, 16)}`,
    `${variant}${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join("-");
}
