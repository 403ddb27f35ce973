import type { Verdict } from "~/domain/assessment/assessment";
import type { DecisionKind } from "~/domain/procurement/decision";
import type { ExceptionStanding } from "~/domain/procurement/exception-review";
import { type AttachedFact, attachedSection } from "./attached-section";
import type { DecisionReportWords } from "./decision-report";
import {
  type Block,
  facts,
  muted,
  paragraph,
  type ReportDocument,
  type Section,
  tableOr,
  warning,
} from "./document";
import { type EvidencePart, partSections } from "./evidence-parts";

type Decided = {
  productName: string;
  releaseVersion: string;
  supplierName: string;
  zoneName: string;
  kind: DecisionKind;
  verdict: Verdict;
  decidedAt: string;
  decidedByName: string;
  isCurrent: boolean;
  fingerprint: string;
};

/** What the document of a pack of many decisions rests on. */
export type EvidenceReportFacts = {
  hospital: string;
  madeBy: string;
  madeAt: string;
  /** The name of the zone or supplier, or the days of the period. */
  name: string;
  part: EvidencePart;
  decisions: ReadonlyArray<Decided>;
  exceptions: ReadonlyArray<{
    productName: string;
    releaseVersion: string;
    zoneName: string;
    standing: ExceptionStanding;
    expiresOn: string;
  }>;
  attached: ReadonlyArray<AttachedFact>;
  audit: {
    entries: number;
    first: number | null;
    last: number | null;
    gaps: number;
    leftOut: number;
    isCut: boolean;
  };
};

/** The evidence of a zone, a supplier or a period, to read first. Pure: the same facts and words give the same document. */
export function evidenceReport(pack: EvidenceReportFacts, words: DecisionReportWords): ReportDocument {
  const { t, at } = words;
  const { hospital, name, part } = pack;
  return {
    title: t(`many.title.${part.kind}`, { name }),
    subtitle: t("many.subtitle", { hospital, at: at(pack.madeAt) }),
    language: words.language,
    mark: null,
    unprintable: words.unprintable,
    footer: t(`many.title.${part.kind}`, { name }),
    pageOf: t("report:pageOf", { page: "{page}", pages: "{pages}" }),
    cover: coverOf(pack, words),
    sections: [
      ...partSections(part, words),
      decisionsOf(pack, words),
      exceptionsOf(pack, words),
      attachedSection(pack.attached, words),
      auditOf(pack, words),
      { id: "left-out", title: t("many.leftOut.title"), blocks: [paragraph(t(`many.leftOut.${part.kind}`))] },
      proofOf(words),
    ],
  };
}

function coverOf(pack: EvidenceReportFacts, { t, at }: DecisionReportWords): ReadonlyArray<Block> {
  const { part, decisions, exceptions, attached, audit } = pack;
  const isEmpty = decisions.length === 0 && exceptions.length === 0;
  return [
    paragraph(t(`many.what.${part.kind}`, { name: pack.name, hospital: pack.hospital })),
    facts([
      [t("many.cover.decisions"), String(decisions.length)],
      [t("many.cover.exceptions"), String(exceptions.length)],
      [t("many.cover.attached"), String(attached.length)],
      [t("many.cover.entries"), String(audit.entries)],
      [t("cover.made"), t("cover.madeValue", { name: pack.madeBy, at: at(pack.madeAt) })],
    ]),
    ...(isEmpty ? [warning(t(`many.empty.${part.kind}`))] : []),
    muted(t("cover.noLegalAdvice")),
  ];
}

function decisionsOf({ decisions }: EvidenceReportFacts, { t, day }: DecisionReportWords): Section {
  return {
    id: "decisions",
    title: t("many.decisions.title"),
    blocks: [
      tableOr(
        t("many.decisions.none"),
        [
          t("many.head.what"),
          t("many.head.decision"),
          t("many.head.verdict"),
          t("many.head.decided"),
          t("many.head.fingerprint"),
        ],
        decisions.map((one) => [
          t("many.decisions.what", one),
          [t(`decision:kind.${one.kind}`), ...(one.isCurrent ? [] : [t("many.decisions.replaced")])].join(
            "\n",
          ),
          t(`components:verdict.${one.verdict}`),
          `${day(one.decidedAt)}\n${one.decidedByName}`,
          one.fingerprint.slice(0, 16),
        ]),
      ),
    ],
  };
}

function exceptionsOf({ exceptions }: EvidenceReportFacts, { t, day }: DecisionReportWords): Section {
  return {
    id: "exceptions",
    title: t("many.exceptions.title"),
    blocks: [
      tableOr(
        t("many.exceptions.none"),
        [t("many.head.what"), t("many.head.state"), t("exceptions.head.expires")],
        exceptions.map((one) => [
          t("many.exceptions.what", one),
          t(`exception:standing.${one.standing}`),
          day(one.expiresOn),
        ]),
      ),
    ],
  };
}

function auditOf({ audit }: EvidenceReportFacts, { t }: DecisionReportWords): Section {
  const { entries, first, last, gaps, leftOut, isCut } = audit;
  return {
    id: "audit",
    title: t("many.audit.title"),
    blocks: [
      first === null || last === null
        ? muted(t("many.audit.none"))
        : paragraph(t("many.audit.range", { count: entries, first, last })),
      ...(entries > 1
        ? [paragraph(gaps === 0 ? t("many.audit.unbroken") : t("many.audit.gaps", { count: gaps, leftOut }))]
        : []),
      ...(isCut ? [warning(t("many.audit.cut", { count: entries }))] : []),
    ],
  };
}

function proofOf({ t }: DecisionReportWords): Section {
  return {
    id: "proof",
    title: t("proof.title"),
    blocks: [
      paragraph(t("many.proof.text")),
      paragraph(t("many.proof.command")),
      muted(t("many.proof.chain")),
    ],
  };
}
