import { faultsOfSeal } from "~/formats/cordon-json/sealed-file";
import { isSealedZone, readSealedZone } from "~/formats/cordon-json/sealed-zone";
import { isZip } from "~/formats/evidence-pack/read";
import { readZonesOfPackage } from "~/formats/tender-package/package";
import { verifyEd25519 } from "~/intake/verify-signature";
import { type Io, readInput, refuseCall } from "../io";
import { t } from "../sentence";
import { printErrors } from "./print-errors";

export type ZoneInput = { file: string; bytes: Uint8Array };

/**
 * The zone files that one argument names: a zone file, or a package with one or several. A seal that does not hold is bad
 * input: what would be checked is not what was asked. Undefined where that has been said.
 */
export function readZones(io: Io, file: string): ReadonlyArray<ZoneInput> | undefined {
  const read = readInput(file);
  if (!read.ok) {
    printErrors(io, file, [read.refusal]);
    return undefined;
  }
  if (!isZip(read.value))
    return isTrue(io, { file, bytes: read.value }) ? [{ file, bytes: read.value }] : undefined;
  const packed = readZonesOfPackage(read.value);
  if (!packed.ok) {
    refuseCall(io, t("cli:error.file", { file, text: t(`cli:package.unreadable.${packed.refusal}`) }));
    return undefined;
  }
  const zones = packed.value.map(({ name, bytes }) => ({ file: `${file}:${name}`, bytes }));
  return zones.every((zone) => isTrue(io, zone)) ? zones : undefined;
}

function isTrue(io: Io, { file, bytes }: ZoneInput): boolean {
  if (!isSealedZone(bytes)) return true;
  const sealed = readSealedZone(bytes);
  if (!sealed.ok) {
    printErrors(io, file, sealed.refusal);
    return false;
  }
  const [fault] = faultsOfSeal(sealed.value, verifyEd25519, null);
  if (fault === undefined || fault === "rewritten") return true;
  refuseCall(io, t("cli:error.file", { file, text: t("cli:zone.changed") }));
  return false;
}
