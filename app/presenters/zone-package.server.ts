import type { PortalKey } from "~/domain/declaration/seal";
import { sha256OfText } from "~/domain/declaration/seal";
import { writeSealedZone } from "~/formats/cordon-json/sealed-zone";
import { type PackageLot, writePackage } from "~/formats/tender-package/package";
import type { ZoneClassSnapshot } from "~db/schema";

/** One zone class of a package: what crosses, and since when it stands. */
export type PackedClass = { snapshot: ZoneClassSnapshot; sealedAt: Date };

/** What a package is made of; nothing of it comes from anywhere but snapshots. */
export type ZonePackage = { classes: ReadonlyArray<PackedClass> };

/** The sealed zone file of one class, with what a document says of it. */
export function sealedZoneOf({ snapshot, sealedAt }: PackedClass, key: PortalKey) {
  const { zoneClass, slTarget, profile, componentTypes, allowedProtocols } = snapshot;
  const { policy, channels, countermeasures, catalogueVersion } = profile;
  const zone = { name: zoneClass, referenceType: null, slTarget, policy, channels, countermeasures };
  const text = writeSealedZone(zone, { catalogueVersion, sealedAt }, key);
  return {
    text,
    facts: {
      ...{ zoneClass, slTarget, componentTypes, profile, allowedProtocols },
      ...{ sealedAt: sealedAt.toISOString(), sha256: sha256OfText(text), keyId: key.keyId },
    },
  };
}

/** A folder for each class where there are several. */
export function folderOf({ snapshot }: PackedClass, place: number, count: number): string {
  if (count === 1) return "";
  const name = snapshot.zoneClass
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/[^A-Za-z0-9]+/g, "-")
    .replace(/^-|-$/g, "")
    .toLowerCase();
  return `${place + 1}-${name || "zone"}`;
}

export function zonePackageFile(
  { classes }: ZonePackage,
  { lots, readMe }: { lots: ReadonlyArray<PackageLot>; readMe: string },
): { name: string; type: string; body: Uint8Array } {
  const at = new Date(Math.max(...classes.map(({ sealedAt }) => sealedAt.getTime())));
  return { name: "requirements.zip", type: "application/zip", body: writePackage({ readMe, lots, at }) };
}
