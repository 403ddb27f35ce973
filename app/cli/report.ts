import { COMPONENT_REQUIREMENT_BY_ID, needsVerification } from "~/catalogue/catalogue";
import type { Assessment, Finding, FoundationalResult } from "~/domain/assessment/assessment";
import { toNotation } from "~/domain/security-level/security-level";
import type { DeclarationFile, ZoneFile } from "~/formats/cordon-json/parse";
import { sentence, t } from "./sentence";

const LABEL_WIDTH = 22;
const OPEN: ReadonlyArray<Finding["severity"]> = ["gap", "open", "condition"];

/** An assessment for a person at a terminal, 7 bit where it can be, one fact per line. */
export function toReport({
  assessment,
  zone,
  zoneFile,
  declaration,
  declarationFile,
}: {
  assessment: Assessment;
  zone: ZoneFile;
  zoneFile: string;
  declaration: DeclarationFile;
  declarationFile: string;
}): string {
  const { verdict, slCapability } = assessment;
  const product = [declaration.supplier, declaration.product, declaration.release].filter(Boolean).join(" ");
  const sections = [
    [t("cli:report.title", { asOf: assessment.asOf })],
    [
      labelled(t("cli:report.zone"), nameAndFile(zone.name ?? "", zoneFile)),
      labelled(t("cli:report.product"), nameAndFile(product, declarationFile)),
      labelled(t("cli:report.types"), assessment.componentTypes.join(", ")),
    ],
    [
      labelled(t("cli:report.verdict"), t(`cli:report.verdicts.${verdict}`)),
      t(`cli:report.explained.${verdict}`),
    ],
    [
      labelled(t("cli:report.target"), toNotation(assessment.slTarget)),
      labelled(t("cli:report.native"), toNotation(slCapability.native)),
      labelled(t("cli:report.with-countermeasures"), toNotation(slCapability.withCountermeasures)),
    ],
    resultTable(assessment.results),
    missingRows(assessment.results),
    countermeasures(assessment, declaration),
    compensated(assessment, zone),
    openFacts(assessment.findings),
    zone.policy === null ? [t("cli:report.rows-only")] : [],
    waysToClose(assessment.findings),
    notes(assessment.findings),
    verifyLegend(assessment.results),
    [
      labelled(t("cli:report.fingerprint"), assessment.fingerprint),
      labelled(
        "",
        t("cli:report.versions", {
          catalogue: assessment.catalogueVersion,
          rules: assessment.ruleSetVersion,
        }),
      ),
    ],
  ];
  return sections
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join("\n"))
    .join("\n\n");
}

function resultTable(results: ReadonlyArray<FoundationalResult>): ReadonlyArray<string> {
  const rows = [
    [
      t("cli:report.columns.fr"),
      t("cli:report.columns.target"),
      t("cli:report.columns.native"),
      t("cli:report.columns.with"),
      t("cli:report.columns.state"),
    ],
    ...results.map(({ foundationalRequirement, target, native, withCountermeasures, state }) => [
      foundationalRequirement,
      String(target),
      String(native),
      String(withCountermeasures),
      t(`cli:report.states.${state}`),
    ]),
  ];
  const widths = [0, 1, 2, 3].map((column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join("  ")
      .trimEnd(),
  );
}

function missingRows(results: ReadonlyArray<FoundationalResult>): ReadonlyArray<string> {
  const lines = results.flatMap(({ foundationalRequirement: fr, target, missing }) =>
    missing.length === 0
      ? []
      : [
          `  ${t("cli:report.missing-in", { fr, target })}`,
          ...missing.map(
            ({ requirementId, minSl, reason }) =>
              `    SL ${minSl}  ${titled(requirementId)}: ${t(`cli:report.reasons.${reason}`)}`,
          ),
        ],
  );
  return lines.length === 0 ? [] : [t("cli:report.missing"), ...lines];
}

function countermeasures({ results }: Assessment, { content }: DeclarationFile): ReadonlyArray<string> {
  const ids = results.flatMap((result) => result.countermeasures);
  if (ids.length === 0) return [];
  const lines = ids.map(
    (id) => `  ${titled(id)}: ${content.answers[id]?.note || t("cli:report.undescribed")}`,
  );
  return [t("cli:report.countermeasures"), ...lines];
}

/** Rows that the file's own ledger makes up for today. */
function compensated({ results }: Assessment, zone: ZoneFile): ReadonlyArray<string> {
  const rows = results.flatMap((result) => result.compensated);
  if (rows.length === 0) return [];
  const titleOf = (id: string) => zone.countermeasures.find((one) => one.id === id)?.title ?? id;
  return [
    t("cli:report.compensated"),
    ...rows.map(
      ({ requirementId, countermeasureId }) => `  ${titled(requirementId)}: ${titleOf(countermeasureId)}`,
    ),
  ];
}

/** What is open besides rows: those stand in a list of their own. */
function openFacts(findings: ReadonlyArray<Finding>): ReadonlyArray<string> {
  const lines = findings
    .filter(({ severity, requirementIds }) => OPEN.includes(severity) && requirementIds.length === 0)
    .map(({ severity, reason }) => `  ${t(`cli:report.severities.${severity}`)}: ${sentence(reason)}`);
  return lines.length === 0 ? [] : [t("cli:report.facts"), ...new Set(lines)];
}

function waysToClose(findings: ReadonlyArray<Finding>): ReadonlyArray<string> {
  const lines = findings
    .filter(({ severity }) => severity !== "none" && severity !== "note")
    .flatMap(({ waysToClose: ways }) =>
      ways.map(({ by, message }) => `  ${t(`cli:report.by.${by}`)}: ${sentence(message)}`),
    );
  return lines.length === 0 ? [] : [t("cli:report.close"), ...new Set(lines)];
}

function notes(findings: ReadonlyArray<Finding>): ReadonlyArray<string> {
  const lines = findings
    .filter(({ severity }) => severity === "note")
    .map(({ reason }) => `  ${sentence(reason)}`);
  return lines.length === 0 ? [] : [t("cli:report.notes"), ...lines];
}

/** Explains the mark where one of the rows above carries it. */
function verifyLegend(results: ReadonlyArray<FoundationalResult>): ReadonlyArray<string> {
  const shown = results.flatMap(({ missing, countermeasures: ids }) => [
    ...missing.map((row) => row.requirementId),
    ...ids,
  ]);
  return shown.some(needsVerifying) ? [t("cli:report.verify")] : [];
}

/** `CR 1.2* Identify software`: the mark says that the row's level was not cross-checked. */
function titled(id: string): string {
  return `${id}${needsVerifying(id) ? "*" : ""} ${COMPONENT_REQUIREMENT_BY_ID.get(id)?.title ?? ""}`.trimEnd();
}

function needsVerifying(id: string): boolean {
  const row = COMPONENT_REQUIREMENT_BY_ID.get(id);
  return row !== undefined && needsVerification(row);
}

function labelled(label: string, text: string): string {
  return `${label.padEnd(LABEL_WIDTH)}${text}`.trimEnd();
}

function nameAndFile(name: string, file: string): string {
  return name === "" ? file : `${name} (${file})`;
}
