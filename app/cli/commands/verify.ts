import type { SealedFile, SealFault } from "~/formats/cordon-json/sealed-file";
import { faultsOfSeal, readPublicKey, readSealedFile } from "~/formats/cordon-json/sealed-file";
import { isSealedReceipt } from "~/formats/cordon-json/sealed-receipt";
import { isSealedZone } from "~/formats/cordon-json/sealed-zone";
import { isZip, MOST_PACK_BYTES } from "~/formats/evidence-pack/read";
import { readZonesOfPackage } from "~/formats/tender-package/package";
import { verifyEd25519 } from "~/intake/verify-signature";
import { type Io, readInput, refuseCall } from "../io";
import { printable, t } from "../sentence";
import type { Command } from "./command";
import { printErrors } from "./print-errors";
import { verifyPack } from "./verify-pack";
import { verifyReceipt } from "./verify-receipt";
import { verifyZones } from "./verify-zone";

const LABEL_WIDTH = 14;

/** Checks the seal of a declaration file, or an evidence pack: no database, no network. */
export const verify: Command = {
  name: "verify",
  options: { values: ["key"], switches: [] },
  maxPositionals: 1,
  run({ values, positionals: [file] }, io) {
    if (file === undefined) return refuseCall(io, t("cli:error.missing-file"));
    const keyFile = values.get("key");
    const key = keyFile === undefined ? null : readKey(io, keyFile);
    if (key === undefined) return 3;
    const bytes = readInput(file, MOST_PACK_BYTES);
    if (!bytes.ok) return printErrors(io, file, [bytes.refusal]);
    if (isZip(bytes.value)) {
      const packed = readZonesOfPackage(bytes.value);
      if (!packed.ok) return verifyPack(io, file, bytes.value, key);
      const zones = packed.value.map((zone) => ({ file: `${file}:${zone.name}`, bytes: zone.bytes }));
      return verifyZones(io, zones, key);
    }
    if (isSealedReceipt(bytes.value)) return verifyReceipt(io, file, bytes.value, key);
    if (isSealedZone(bytes.value)) return verifyZones(io, [{ file, bytes: bytes.value }], key);
    const sealed = readSealedFile(bytes.value);
    if (!sealed.ok) {
      const isUnsealed = sealed.refusal.some(
        ({ pointer, code }) => pointer === "/seal" && code === "missing",
      );
      if (!isUnsealed) return printErrors(io, file, sealed.refusal);
      io.print(printable(t("cli:verify.unsealed", { file })));
      return 2;
    }
    const faults = faultsOfSeal(sealed.value, verifyEd25519, key);
    io.print(printable(toText(file, sealed.value, { faults, withKey: key !== null })));
    return faults.length === 0 ? 0 : 1;
  },
};

type Outcome = { faults: ReadonlyArray<SealFault>; withKey: boolean };

function toText(file: string, { seal, names }: SealedFile, { faults, withKey }: Outcome): string {
  const labelled = (label: string, value: string) => `${label.padEnd(LABEL_WIDTH)}${value}`;
  const facts = [
    labelled(t("cli:verify.supplier"), names.supplier),
    labelled(t("cli:verify.product"), t("cli:verify.version", { ...names, version: seal.version })),
    labelled(t("cli:verify.signed-by"), t("cli:verify.person", seal.signedBy)),
    labelled(t("cli:verify.signed-at"), seal.signedAt),
    labelled(t("cli:verify.sha256"), seal.sha256),
    labelled(t("cli:verify.key"), seal.keyId),
  ];
  const verdict = faults.length === 0 ? t("cli:verify.intact", { file }) : t("cli:verify.broken", { file });
  const reasons = faults.map((fault) => `  ${t(`cli:verify.fault.${fault}`)}`);
  const says = t(faults.length === 0 ? "cli:verify.it-says" : "cli:verify.it-claims");
  const trust = t(withKey ? "cli:verify.with-key" : "cli:verify.without-key");
  return [[verdict, ...reasons].join("\n"), [says, ...facts].join("\n"), trust].join("\n\n");
}

/** Undefined where the file of the option holds no key; that has been said then. */
function readKey(io: Io, file: string): string | undefined {
  const bytes = readInput(file);
  if (!bytes.ok) {
    printErrors(io, file, [bytes.refusal]);
    return undefined;
  }
  const key = readPublicKey(new TextDecoder().decode(bytes.value));
  if (key.ok) return key.value;
  refuseCall(io, t("cli:error.file", { file, text: t("cli:error.no-public-key") }));
  return undefined;
}
