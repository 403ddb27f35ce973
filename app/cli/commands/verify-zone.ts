import { faultsOfSeal } from "~/formats/cordon-json/sealed-file";
import { readSealedZone } from "~/formats/cordon-json/sealed-zone";
import { verifyEd25519 } from "~/intake/verify-signature";
import type { Io } from "../io";
import { printable, t } from "../sentence";
import { printErrors } from "./print-errors";
import type { ZoneInput } from "./zone-input";

const LABEL_WIDTH = 14;

/** Checks the seals of zone files: 0 all hold, 1 one does not, 3 one cannot be read. */
export function verifyZones(io: Io, zones: ReadonlyArray<ZoneInput>, trustedKey: string | null): number {
  return Math.max(...zones.map((zone) => verifyZone(io, zone, trustedKey)));
}

function verifyZone(io: Io, { file, bytes }: ZoneInput, trustedKey: string | null): number {
  const sealed = readSealedZone(bytes);
  if (!sealed.ok) return printErrors(io, file, sealed.refusal);
  const { seal, name } = sealed.value;
  const faults = faultsOfSeal(sealed.value, verifyEd25519, trustedKey);
  const labelled = (label: string, value: string) => `${label.padEnd(LABEL_WIDTH)}${value}`;
  const isIntact = faults.length === 0;
  const sections = [
    [
      t(isIntact ? "cli:zone.intact" : "cli:zone.broken", { file }),
      ...faults.map((fault) => `  ${t(`cli:verify.fault.${fault}`)}`),
    ],
    [
      t(isIntact ? "cli:verify.it-says" : "cli:verify.it-claims"),
      labelled(t("cli:zone.class"), name ?? ""),
      labelled(t("cli:zone.sealed-at"), seal.sealedAt),
      labelled(t("cli:verify.sha256"), seal.sha256),
      labelled(t("cli:verify.key"), seal.keyId),
    ],
    [t(trustedKey === null ? "cli:verify.without-key" : "cli:verify.with-key")],
  ];
  io.print(printable(sections.map((lines) => lines.join("\n")).join("\n\n")));
  return isIntact ? 0 : 1;
}
