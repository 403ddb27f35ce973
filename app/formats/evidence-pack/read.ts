import { accept, type Result, refuse } from "~/domain/shared/result";
import { checkValue } from "../cordon-json/check-value";
import type { FileError } from "../cordon-json/file-error";
import { readJsonFile } from "../cordon-json/read-file";
import { readZip, type ZipError, type ZipLimits } from "../zip/read-zip";
import { PACK_SCAN } from "./json-of";
import { type Manifest, ManifestSchema, PACK_FILES } from "./manifest";

/** An archive of this size or more is no pack of ours. */
export const MOST_PACK_BYTES = 200_000_000;
const LIMITS: ZipLimits = {
  entries: 12_001,
  entryBytes: 64_000_000,
  totalBytes: 512_000_000,
  ratio: 200,
};

export type EvidencePack = {
  manifest: Manifest;
  /** All files of the archive but the manifest, as they are. */
  files: ReadonlyMap<string, Uint8Array>;
};
export type PackError =
  | { code: ZipError | "no-manifest" }
  | { code: "bad-manifest"; errors: ReadonlyArray<FileError> };

/** A ZIP archive begins so (APPNOTE 4.3.7); a JSON file never does. */
export function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 0x03 && bytes[3] === 0x04;
}

/** Opens a pack; whether it is what the portal signed, {@link faultsOfPack} says. Never throws. */
export function readPack(bytes: Uint8Array): Result<EvidencePack, PackError> {
  const read = readZip(bytes, LIMITS, () => true);
  if (!read.ok) return refuse({ code: read.refusal });
  const files = new Map(read.value);
  const found = files.get(PACK_FILES.manifest);
  if (!found) return refuse({ code: "no-manifest" });
  files.delete(PACK_FILES.manifest);
  const json = readJsonFile(found, PACK_SCAN);
  if (!json.ok) return refuse({ code: "bad-manifest", errors: json.refusal });
  const manifest = checkValue(ManifestSchema, json.value, "");
  if (!manifest.ok) return refuse({ code: "bad-manifest", errors: manifest.refusal });
  return accept({ manifest: manifest.value, files });
}
