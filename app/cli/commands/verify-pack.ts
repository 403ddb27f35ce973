import { CATALOGUE_VERSION } from "~/catalogue/catalogue";
import { RULE_SET_VERSION } from "~/domain/assessment/rule-set-version";
import { faultsOfPack, type PackFindings } from "~/formats/evidence-pack/faults";
import { type Manifest, subjectOf } from "~/formats/evidence-pack/manifest";
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
      ...subjectLines(manifest).map(([label, value]) => labelled(label, value)),
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

/** What the pack is about, by its name where it has one and by its id. */
function subjectLines(manifest: Manifest): ReadonlyArray<readonly [label: string, value: string]> {
  const subject = subjectOf(manifest);
  switch (subject.kind) {
    case "decision":
      return [[t("cli:pack.decision"), subject.decisionId]];
    case "zone":
      return [
        [t("cli:pack.zone"), subject.name],
        [t("cli:pack.zoneId"), `${subject.zoneId} (${subject.modelId})`],
      ];
    case "supplier":
      return [
        [t("cli:pack.supplier"), subject.name],
        [t("cli:pack.supplierId"), subject.supplierId],
      ];
    case "period":
      return [[t("cli:pack.period"), t("cli:pack.periodValue", subject)]];
  }
}

/** What was looked at, and what could not be: silence is no proof. */
function checksOf(manifest: Manifest, findings: PackFindings): ReadonlyArray<string> {
  const { seals, attached, audit } = findings;
  const isOfOne = subjectOf(manifest).kind === "decision";
  return [
    t("cli:pack.checked.title"),
    t("cli:pack.checked.files", { count: manifest.files.length }),
    ...(isOfOne ? ofDecision(findings) : ofDecisions(findings)),
    ...(isOfOne
      ? [t(seals > 0 ? "cli:pack.checked.sealed" : "cli:pack.checked.unsealed")]
      : [t("cli:pack.checked.seals", { count: seals })]),
    ...(attached.files > 0 ? [t("cli:pack.checked.attached", { count: attached.files })] : []),
    ...(attached.logged > 0 ? [t("cli:pack.checked.attachedLogged", { count: attached.logged })] : []),
    ...(attached.leftOut > 0 ? [t("cli:pack.checked.attachedLeftOut", { count: attached.leftOut })] : []),
    t("cli:pack.checked.audit", { count: audit.entries }),
    ...(audit.entries > 1
      ? [
          audit.gaps === 0
            ? t("cli:pack.checked.unbroken")
            : t("cli:pack.checked.gaps", { count: audit.gaps, leftOut: audit.leftOut }),
        ]
      : []),
  ].map((line, place) => (place === 0 ? line : `  ${line}`));
}

function ofDecision({ judged: [one] }: PackFindings): ReadonlyArray<string> {
  const replay = one?.replay ?? null;
  if (replay === null) return [];
  return replay.state === "other-rules"
    ? [t("cli:pack.checked.otherRules", replay.ruleSet)]
    : [t(`cli:pack.checked.${replay.state}`)];
}

function ofDecisions({ judged }: PackFindings): ReadonlyArray<string> {
  if (judged.length === 0) return [t("cli:pack.checked.noDecisions")];
  const countOf = (wanted: ReturnType<typeof stateOf>) =>
    judged.filter((one) => stateOf(one) === wanted).length;
  const unsealed = judged.filter(({ isSealed }) => !isSealed).length;
  const otherRules = countOf("other-rules");
  return [
    t("cli:pack.checked.decisions", { count: judged.length, agree: countOf("agrees") }),
    ...(otherRules > 0 ? [t("cli:pack.checked.decisionsOtherRules", { count: otherRules })] : []),
    ...(unsealed > 0 ? [t("cli:pack.checked.decisionsUnsealed", { count: unsealed })] : []),
  ];
}

function stateOf({ replay }: PackFindings["judged"][number]) {
  return replay?.state ?? null;
}
