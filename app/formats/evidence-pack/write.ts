import { zipSync } from "fflate";
import { type PortalKey, sha256OfText, toBase64 } from "~/domain/declaration/seal";
import { canonicalJson } from "~/domain/shared/canonical-json";
import { sha256Of } from "~/domain/shared/fingerprint";
import { type Manifest, PACK_FILES, PACK_FORMAT, type PackStatement } from "./manifest";

export type PackToWrite = Pick<PackStatement, "hospital" | "decisionId" | "madeBy" | "madeAt"> & {
  /** By name, in the order in which they are listed. */
  files: ReadonlyMap<string, Uint8Array>;
};

/** An archive with a manifest that the portal has signed. Throws where two files would have one name. */
export function writePack(
  { files, ...about }: PackToWrite,
  { keyId, publicKey, sign }: PortalKey,
): Uint8Array {
  if (files.has(PACK_FILES.manifest)) throw new TypeError("the manifest is written here");
  const statement: PackStatement = {
    format: PACK_FORMAT,
    ...about,
    files: [...files].map(([name, bytes]) => ({ name, bytes: bytes.length, sha256: sha256Of(bytes) })),
    algorithm: "Ed25519",
    keyId,
    publicKey,
  };
  const signed = canonicalJson(statement);
  const manifest: Manifest = {
    ...statement,
    sha256: sha256OfText(signed),
    signature: toBase64(sign(new TextEncoder().encode(signed))),
  };
  const entries = new Map([[PACK_FILES.manifest as string, toBytes(manifest)], ...files]);
  return zipSync(Object.fromEntries(entries), { mtime: new Date(about.madeAt) });
}

/** A value as a file: indented, so that people can read it. */
export function toBytes(value: unknown): Uint8Array {
  return new TextEncoder().encode(`${JSON.stringify(value, null, 2)}\n`);
}
