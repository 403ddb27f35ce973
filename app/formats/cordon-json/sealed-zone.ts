import { type PortalKey, sha256OfText, toBase64 } from "~/domain/declaration/seal";
import {
  ZONE_SEAL_FORMAT,
  type ZoneSeal,
  type ZoneSealHead,
  ZoneSealSchema,
} from "~/domain/procurement/zone-seal";
import { canonicalJson } from "~/domain/shared/canonical-json";
import { accept } from "~/domain/shared/result";
import { checkValue, type FileResult, isObject, memberOf } from "./check-value";
import type { ZoneFile } from "./parse";
import { readJsonFile } from "./read-file";
import type { JsonValue } from "./scan-json";
import { type SealedParts, sealedPartsOf, toText } from "./sealed-file";
import { writeZoneFile } from "./write";

export type SealedZone = SealedParts & { seal: ZoneSeal; name: string | null };

/**
 * A zone file with the portal's seal in it: canonical JSON, SHA-256, Ed25519, as declarations are sealed. The same input
 * gives the same bytes, signature included.
 */
export function writeSealedZone(
  zone: ZoneFile,
  { catalogueVersion, sealedAt }: { catalogueVersion: string; sealedAt: Date },
  { keyId, publicKey, sign }: PortalKey,
): string {
  const head: ZoneSealHead = {
    ...{ format: ZONE_SEAL_FORMAT, catalogueVersion, sealedAt: sealedAt.toISOString() },
    ...{ algorithm: "Ed25519", keyId, publicKey },
  };
  const members: JsonValue = JSON.parse(writeZoneFile(zone));
  if (!isObject(members)) throw new TypeError("a zone file is an object");
  const statement = canonicalJson({ ...members, seal: head });
  const signature = toBase64(sign(new TextEncoder().encode(statement)));
  return toText({ ...members, seal: { ...head, sha256: sha256OfText(statement), signature } });
}

/** True where a file says that it is a sealed zone file, whatever else is wrong with it. */
export function isSealedZone(bytes: Uint8Array): boolean {
  const read = readJsonFile(bytes);
  return read.ok && memberOf(memberOf(read.value, "seal") ?? null, "format") === ZONE_SEAL_FORMAT;
}

/** Reads the seal of a zone file. Refused where the file is no JSON or has no seal of ours in it. */
export function readSealedZone(bytes: Uint8Array): FileResult<SealedZone> {
  const read = readJsonFile(bytes);
  if (!read.ok) return read;
  const seal = checkValue(ZoneSealSchema, memberOf(read.value, "seal"), "/seal");
  if (!seal.ok) return seal;
  const name = memberOf(read.value, "name");
  return accept({
    ...{ seal: seal.value, name: typeof name === "string" ? name : null },
    ...sealedPartsOf(read.value, bytes),
  });
}
