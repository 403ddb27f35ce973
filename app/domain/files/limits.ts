import { accept, type Result, refuse } from "../shared/result";

const MEBIBYTE = 1024 * 1024;

/** Largest file in bytes. An SBOM of 25 MB fits twice. Our own choice, like all of these. */
export const MAX_FILE_BYTES = 64 * MEBIBYTE;
/** Largest body of one `PUT`: small enough to arrive within the server's time limit over a slow line. */
export const MAX_PART_BYTES = 4 * MEBIBYTE;
/** What the evidence of one declaration may hold together. */
export const MAX_DECLARATION_BYTES = 512 * MEBIBYTE;
/** What one supplier may hold together. */
export const MAX_SUPPLIER_BYTES = 4096 * MEBIBYTE;
/** Uploads that one supplier may have under way. */
export const MAX_OPEN_UPLOADS = 20;

/** What is held already, in bytes; what is still being received counts with its whole size. */
export type Held = { declarationBytes: number; supplierBytes: number; openUploads: number };

export type AllowanceRefusal = {
  code: "file-too-large" | "declaration-full" | "supplier-full" | "too-many-uploads";
  /** Bytes, or uploads, that are allowed in all. */
  limit: number;
};

/** Whether a file of `bytes` may come in. The narrowest limit that forbids it is named. */
export function admitFile(bytes: number, held: Held): Result<{ bytes: number }, AllowanceRefusal> {
  if (bytes > MAX_FILE_BYTES) return refuse({ code: "file-too-large", limit: MAX_FILE_BYTES });
  if (held.openUploads >= MAX_OPEN_UPLOADS)
    return refuse({ code: "too-many-uploads", limit: MAX_OPEN_UPLOADS });
  if (held.declarationBytes + bytes > MAX_DECLARATION_BYTES)
    return refuse({ code: "declaration-full", limit: MAX_DECLARATION_BYTES });
  if (held.supplierBytes + bytes > MAX_SUPPLIER_BYTES)
    return refuse({ code: "supplier-full", limit: MAX_SUPPLIER_BYTES });
  return accept({ bytes });
}
