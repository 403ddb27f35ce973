import { CATALOGUE_VERSION } from "~/catalogue/catalogue";
import { RULE_SET_VERSION } from "~/domain/assessment/rule-set-version";
import { faultsOfPack, type PackFindings } from "~/formats/evidence-pack/faults";
import type { Manifest } from "~/formats/evidence-pack/manifest";
import { readPack } from "~/formats/evidence-pack/read";
import { verifyEd25519 } from "~/intake/verify-signature";
import { type Io, refuseCall } from "../io";
import { printable, t } from "../sentence";
import { printErrors } from "./print-errors";

const LABEL_WIDTH = 14;

/** Checks an evidence pack as a whole: 0 it holds, 1 it does not, 3 it is none. */
export function verifyPack(io: Io, file: string, bytes: Uint8Array, trustedKey: string | null): number {
  const pack = readPack(bytes);
  if (!pack.ok) {
    if (pack.refusal.code === "bad-manifest") return printErrors(io, file, pack.refusal.errors);
    return refuseCall(io, t("cli:error.file", { file, text: t(`cli:pack.unreadable.${pack.refusal.code}`) }));
  }
  const findings = faultsOfPack(pack.value, {
    verify: verifyEd25519,
    trustedKey,
    versions: { ruleSetVersion: RULE_SET_VERSION, catalogueVersion: CATALOGUE_VERSION },
  });
  io.print(printable(toText(file, pack.value.manifest, findings, trustedKey !== null)));
  return findings.faults.length === 0 ? 0 : 1;
}

function toText(file: string, manifest: Manifest, findings: PackFindings, withKey: boolean): string {
  const { faults } = findings;
  const labelled = (label: string, value: string) => `${label.padEnd(LABEL_WIDTH)}${value}`;
  const isIntact = faults.length === 0;
  return [
    [
      t(isIntact ? "cli:pack.intact" : "cli:pack.broken", { file }),
      ...faults.map(({ code, detail }) => `  ${t(`cli:pack.fault.${code}`, { detail })}`),
    ],
    [
      t(isIntact ? "cli:pack.it-says" : "cli:pack.it-claims"),
      labelled(t("cli:pack.hospital"), manifest.hospital),
      labelled(t("cli:pack.decision"), manifest.decisionId),
      labelled(t("cli:pack.made-by"), manifest.madeBy),
      labelled(t("cli:pack.made-at"), manifest.madeAt),
      labelled(t("cli:pack.key"), manifest.keyId),
    ],
    checksOf(manifest, findings),
    [t(withKey ? "cli:pack.with-key" : "cli:pack.without-key")],
  ]
    .map((lines) => lines.join("\n"))
    .join("\n\n");
}

/** What was looked at, and what could not be: silence is no proof. */
function checksOf(
  manifest: Manifest,
  { replay, auditEntries, isDeclarationSealed }: PackFindings,
): ReadonlyArray<string> {
  return [
    t("cli:pack.checked.title"),
    t("cli:pack.checked.files", { count: manifest.files.length }),
    ...(replay === null
      ? []
      : [
          replay.state === "other-rules"
            ? t("cli:pack.checked.otherRules", replay.ruleSet)
            : t(`cli:pack.checked.${replay.state}`),
        ]),
    t(isDeclarationSealed ? "cli:pack.checked.sealed" : "cli:pack.checked.unsealed"),
    t("cli:pack.checked.audit", { count: auditEntries }),
  ].map((line, place) => (place === 0 ? line : `  ${line}`));
}
