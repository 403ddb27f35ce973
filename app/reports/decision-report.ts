import type { Assessment, Finding, Message } from "~/domain/assessment/assessment";
import type { DecisionKind } from "~/domain/procurement/decision";
import {
  FOUNDATIONAL_REQUIREMENTS,
  type FoundationalRequirement,
} from "~/domain/security-level/security-level";
import type { Translate } from "~/i18n/keys";
import type { Language } from "~/i18n/resources";
import { type AttachedFact, attachedSection } from "./attached-section";
import {
  type Block,
  facts,
  muted,
  paragraph,
  type ReportDocument,
  type Section,
  table,
  tableOr,
  type Unprintable,
  warning,
} from "./document";

export type DecisionReportWords = {
  language: Language;
  t: Translate<"pack">;
  day(value: string): string;
  at(value: string): string;
  sentence(message: Message): string;
  unprintable: Unprintable;
};

/** What the document of a decision rests on. */
export type DecisionReportFacts = {
  hospital: string;
  madeBy: string;
  madeAt: string;
  decision: {
    productName: string;
    releaseVersion: string;
    supplierName: string;
    zoneName: string;
    revisionNumber: number;
    declarationVersion: number;
    kind: DecisionKind;
    reason: string;
    decidedAt: string;
    decidedByName: string;
    isCurrent: boolean;
    fingerprint: string;
    conditions: ReadonlyArray<{
      text: string;
      owner: string;
      dueOn: string;
      completedAt: string | null;
      completedByName: string | null;
      completionNote: string;
    }>;
    exceptions: ReadonlyArray<{
      id: string;
      /** What each accepts: a row by its id, else what a check found. */
      gaps: ReadonlyArray<{ key: string; title: string; finding: { title: Message } | null }>;
      expiresOn: string;
      grantedByName: string;
      grantedAt: string;
    }>;
  };
  frozen: { asOf: string; result: Assessment };
  attached: ReadonlyArray<AttachedFact>;
  audit: ReadonlyArray<{ sequence: number; at: string; action: string; hash: string }>;
  isAuditCut: boolean;
};

const SHOWN: ReadonlyArray<Finding["severity"]> = ["gap", "open", "condition"];

/** A decision and everything that led to it, to read and to file. Pure: the same facts and words give the same document. */
export function decisionReport(pack: DecisionReportFacts, words: DecisionReportWords): ReportDocument {
  const { t, day } = words;
  const { decision, hospital } = pack;
  const names = { product: decision.productName, release: decision.releaseVersion, zone: decision.zoneName };
  return {
    title: t("title", names),
    subtitle: t("subtitle", { hospital, date: day(decision.decidedAt) }),
    language: words.language,
    mark: null,
    unprintable: words.unprintable,
    footer: t("footer", { ...names, fingerprint: decision.fingerprint.slice(0, 16) }),
    pageOf: t("report:pageOf", { page: "{page}", pages: "{pages}" }),
    cover: coverOf(pack, words),
    sections: [
      levelsOf(pack, words),
      findingsOf(pack, words),
      conditionsOf(pack, words),
      attachedSection(pack.attached, words),
      exceptionsOf(pack, words),
      auditOf(pack, words),
      proofOf(pack, words),
    ],
  };
}

function coverOf(pack: DecisionReportFacts, { t, day, at }: DecisionReportWords): ReadonlyArray<Block> {
  const { decision, frozen } = pack;
  return [
    facts([
      [t("cover.decision"), t(`decision:kind.${decision.kind}`)],
      [t("cover.product"), `${decision.productName} ${decision.releaseVersion}`],
      [t("cover.supplier"), decision.supplierName],
      [t("cover.zone"), decision.zoneName],
      [t("cover.decidedBy"), decision.decidedByName],
      [t("cover.decidedAt"), at(decision.decidedAt)],
      [
        t("cover.basis"),
        t("cover.basisValue", {
          revision: decision.revisionNumber,
          declaration: decision.declarationVersion,
          date: day(frozen.asOf),
        }),
      ],
      [t("cover.verdict"), t(`components:verdict.${frozen.result.verdict}`)],
      [t("cover.fingerprint"), decision.fingerprint],
      [t("cover.made"), t("cover.madeValue", { name: pack.madeBy, at: at(pack.madeAt) })],
    ]),
    paragraph(t(`decision:kindText.${decision.kind}`)),
    ...(decision.reason === "" ? [muted(t("cover.noReason"))] : [paragraph(decision.reason)]),
    ...(decision.isCurrent ? [] : [warning(t("cover.superseded"))]),
    muted(t("cover.noLegalAdvice")),
  ];
}

function levelsOf({ frozen: { result } }: DecisionReportFacts, { t }: DecisionReportWords): Section {
  const ofFr = new Map(result.results.map((one) => [one.foundationalRequirement, one]));
  const cells = (label: string, value: (fr: FoundationalRequirement) => number | undefined) => [
    label,
    ...FOUNDATIONAL_REQUIREMENTS.map((fr) => String(value(fr) ?? "–")),
  ];
  return {
    id: "levels",
    title: t("levels.title"),
    blocks: [
      table(
        ["", ...FOUNDATIONAL_REQUIREMENTS],
        [
          cells(t("levels.target"), (fr) => result.slTarget[fr]),
          cells(t("levels.native"), (fr) => result.slCapability.native[fr]),
          cells(t("levels.withCountermeasures"), (fr) => result.slCapability.withCountermeasures[fr]),
          cells(t("levels.achieved"), (fr) => ofFr.get(fr)?.achieved),
        ],
        "grid",
      ),
      ...result.results
        .filter(({ missing }) => missing.length > 0)
        .map(({ foundationalRequirement: fr, missing }) =>
          paragraph(
            t("levels.missing", { fr, rows: missing.map(({ requirementId }) => requirementId).join(", ") }),
          ),
        ),
    ],
  };
}

function findingsOf({ frozen: { result } }: DecisionReportFacts, words: DecisionReportWords): Section {
  const { t, sentence } = words;
  const decided = new Set(result.decidedBy);
  const rows = SHOWN.flatMap((severity) =>
    result.findings
      .filter((finding) => finding.severity === severity)
      .map((finding) => [
        t(`findings.severity.${severity}` as "findings.severity.gap"),
        finding.requirementIds.join(", "),
        [sentence(finding.reason), ...(decided.has(finding.id) ? [t("findings.decides")] : [])].join("\n"),
      ]),
  );
  return {
    id: "findings",
    title: t("findings.title"),
    blocks: [
      tableOr(
        t("findings.none"),
        [t("findings.head.severity"), t("findings.head.rows"), t("findings.head.reason")],
        rows,
      ),
    ],
  };
}

function conditionsOf(
  { decision: { conditions } }: DecisionReportFacts,
  words: DecisionReportWords,
): Section {
  const { t, day } = words;
  return {
    id: "conditions",
    title: t("decision:conditions.title"),
    blocks: [
      tableOr(
        t("conditions.none"),
        [
          t("conditions.head.text"),
          t("conditions.head.owner"),
          t("conditions.head.due"),
          t("conditions.head.state"),
        ],
        conditions.map(({ text, owner, dueOn, completedAt, completedByName, completionNote }) => [
          text,
          owner,
          day(dueOn),
          completedAt
            ? t("conditions.completed", {
                date: day(completedAt),
                name: completedByName ?? "–",
                note: completionNote,
              })
            : t("conditions.open"),
        ]),
      ),
    ],
  };
}

function exceptionsOf(
  { decision: { exceptions } }: DecisionReportFacts,
  words: DecisionReportWords,
): Section {
  const { t, day, sentence } = words;
  return {
    id: "exceptions",
    title: t("exceptions.title"),
    blocks: [
      tableOr(
        t("exceptions.none"),
        [t("exceptions.head.gaps"), t("exceptions.head.granted"), t("exceptions.head.expires")],
        exceptions.map(({ gaps, grantedByName, grantedAt, expiresOn }) => [
          gaps
            .map(({ key, title, finding }) => (finding ? sentence(finding.title) : `${key} ${title}`.trim()))
            .join("\n"),
          t("exceptions.granted", { name: grantedByName, date: day(grantedAt) }),
          day(expiresOn),
        ]),
      ),
    ],
  };
}

function auditOf({ audit, isAuditCut }: DecisionReportFacts, { t, at }: DecisionReportWords): Section {
  return {
    id: "audit",
    title: t("audit.title"),
    blocks: [
      tableOr(
        t("audit.none"),
        [t("audit.head.number"), t("audit.head.at"), t("audit.head.action"), t("audit.head.hash")],
        audit.map((entry) => [String(entry.sequence), at(entry.at), entry.action, entry.hash.slice(0, 16)]),
      ),
      ...(isAuditCut ? [warning(t("audit.cut", { count: audit.length }))] : []),
    ],
  };
}

function proofOf({ frozen: { result } }: DecisionReportFacts, { t }: DecisionReportWords): Section {
  const versions = { catalogue: result.catalogueVersion, rules: result.ruleSetVersion };
  return {
    id: "proof",
    title: t("proof.title"),
    blocks: [
      paragraph(t("proof.text")),
      paragraph(t("proof.command")),
      paragraph(t("proof.versions", versions)),
      muted(t("proof.files")),
    ],
  };
}
