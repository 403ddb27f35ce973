import type { PortalKey } from "~/domain/declaration/seal";
import { ZONE_SEAL_FORMAT, type ZoneSeal, ZoneSealSchema } from "~/domain/procurement/zone-seal";
import { accept } from "~/domain/shared/result";
import { checkValue, type FileResult, isObject, memberOf } from "./check-value";
import type { ZoneFile } from "./parse";
import { readJsonFile } from "./read-file";
import type { JsonValue } from "./scan-json";
import { sealMembers } from "./seal-members";
import { type SealedParts, sealedPartsOf } from "./sealed-file";
import { writeZoneFile } from "./write";

export type SealedZone = SealedParts & { seal: ZoneSeal; name: string | null };

/** A zone file with the portal's seal in it. */
export function writeSealedZone(
  zone: ZoneFile,
  { catalogueVersion, sealedAt }: { catalogueVersion: string; sealedAt: Date },
  key: PortalKey,
): string {
  const members: JsonValue = JSON.parse(writeZoneFile(zone));
  if (!isObject(members)) throw new TypeError("a zone file is an object");
  const head = { format: ZONE_SEAL_FORMAT, catalogueVersion, sealedAt: sealedAt.toISOString() };
  return sealMembers(members, head, key);
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
