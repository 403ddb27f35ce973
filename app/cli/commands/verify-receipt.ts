import { faultsOfSeal } from "~/formats/cordon-json/sealed-file";
import { readSealedReceipt } from "~/formats/cordon-json/sealed-receipt";
import { verifyEd25519 } from "~/intake/verify-signature";
import type { Io } from "../io";
import { printable, t } from "../sentence";
import { printErrors } from "./print-errors";

const LABEL_WIDTH = 14;

/** Checks the receipt of a decision: 0 its seal holds, 1 it does not, 3 it cannot be read. */
export function verifyReceipt(io: Io, file: string, bytes: Uint8Array, trustedKey: string | null): number {
  const sealed = readSealedReceipt(bytes);
  if (!sealed.ok) return printErrors(io, file, sealed.refusal);
  const { seal, receipt } = sealed.value;
  const { decision, about, result } = receipt;
  const faults = faultsOfSeal(sealed.value, verifyEd25519, trustedKey);
  const labelled = (label: string, value: string) => `${label.padEnd(LABEL_WIDTH)}${value}`;
  const isIntact = faults.length === 0;
  const sections = [
    [
      t(isIntact ? "cli:receipt.intact" : "cli:receipt.broken", { file }),
      ...faults.map((fault) => `  ${t(`cli:verify.fault.${fault}`)}`),
    ],
    [
      t(isIntact ? "cli:verify.it-says" : "cli:verify.it-claims"),
      labelled(t("cli:receipt.decision"), t(`cli:receipt.kind.${decision.kind}`)),
      labelled(t("cli:receipt.decided-at"), decision.decidedAt),
      labelled(t("cli:receipt.hospital"), receipt.hospital),
      labelled(t("cli:verify.supplier"), about.supplier),
      labelled(
        t("cli:verify.product"),
        t("cli:verify.version", {
          ...{ product: about.product, release: about.release, version: about.declarationVersion },
        }),
      ),
      labelled(t("cli:receipt.fingerprint"), result.fingerprint),
      labelled(t("cli:verify.sha256"), seal.sha256),
      labelled(t("cli:verify.key"), seal.keyId),
    ],
    [t(trustedKey === null ? "cli:verify.without-key" : "cli:verify.with-key")],
  ];
  io.print(printable(sections.map((lines) => lines.join("\n")).join("\n\n")));
  return isIntact ? 0 : 1;
}
