import { COMPONENT_REQUIREMENT_BY_ID, COMPONENT_REQUIREMENTS } from "~/catalogue/catalogue";
import type { SlCapability } from "~/domain/assessment/capability";
import type { Answer, DeclarationContent } from "~/domain/declaration/declaration";
import type { Evidence } from "~/domain/declaration/evidence";
import { FACT_GROUPS, keysOfGroup } from "~/domain/declaration/fact-fields";
import { openRows } from "~/domain/declaration/progress";
import {
  FOUNDATIONAL_REQUIREMENTS,
  type FoundationalRequirement,
} from "~/domain/security-level/security-level";
import type { Translate } from "~/i18n/keys";
import type { Language } from "~/i18n/resources";
import { factText } from "./declaration-facts";
import {
  type Block,
  facts,
  heading,
  muted,
  paragraph,
  type ReportDocument,
  type Section,
  table,
  tableOr,
  type Unprintable,
  warning,
} from "./document";

export type DeclarationReportWords = {
  language: Language;
  t: Translate;
  day(value: string): string;
  /** The word of a value of a fact. */
  word(value: string): string;
  unprintable: Unprintable;
};

/** What the document of a declaration rests on. */
export type DeclarationReportFacts = {
  supplier: string;
  product: string;
  release: string;
  version: number;
  state: "draft" | "signed";
  signed: { by: string; at: string } | null;
  fingerprint: string | null;
  /** Of the seal; null = there is none. */
  keyId: string | null;
  capability: SlCapability;
  content: DeclarationContent;
};

/**
 * A declaration as a document to read and file. Pure: the same facts and words give the same document. It bears no seal
 * of its own and says where the sealed file is to be had.
 */
export function declarationReport(
  declaration: DeclarationReportFacts,
  words: DeclarationReportWords,
): ReportDocument {
  const { supplier, product, release, version, state, fingerprint } = declaration;
  const { t } = words;
  const names = { supplier, product, release, version };
  return {
    title: t("declaration:sheet.title", names),
    subtitle: t("sealing:document.subtitle", names),
    language: words.language,
    mark: state === "draft" ? t("sealing:document.draftMark") : null,
    unprintable: words.unprintable,
    footer: t("sealing:document.footer", { ...names, fingerprint: fingerprint?.slice(0, 16) ?? "–" }),
    pageOf: t("report:pageOf", { page: "{page}", pages: "{pages}" }),
    cover: coverOf(declaration, words),
    sections: [
      levelsOf(declaration, words),
      ...FOUNDATIONAL_REQUIREMENTS.map((fr) => answersOf(fr, declaration, words)),
      factsSection(declaration, words),
      mds2Section(declaration, words),
      evidenceSection(declaration, words),
    ].filter((section) => section !== null),
  };
}

function coverOf(
  { supplier, product, release, version, state, signed, fingerprint, keyId, content }: DeclarationReportFacts,
  words: DeclarationReportWords,
): ReadonlyArray<Block> {
  const { t, day } = words;
  return [
    facts([
      [t("sealing:document.supplier"), supplier],
      [t("sealing:document.product"), product],
      [t("sealing:document.release"), release],
      [t("sealing:document.version"), String(version)],
      ...(content.facts.variants?.length
        ? [[t("facts:field.variants"), factText("variants", content.facts.variants, words)] as const]
        : []),
      [
        t("declaration:types.legend"),
        content.componentTypes.map((type) => t(`components:componentType.${type}`)).join(", ") || null,
      ],
      [t("declaration:signature.by"), signed?.by || null],
      [t("declaration:signature.at"), signed ? day(signed.at) : null],
      [t("declaration:signature.fingerprint"), fingerprint],
      [t("sealing:portalKey.id"), keyId],
    ]),
    ...(state === "draft" ? [warning(t("sealing:document.draft"))] : []),
    paragraph(t(keyId === null ? "sealing:document.unsealed" : "sealing:document.sealed")),
    muted(t("sealing:document.words")),
  ];
}

function levelsOf({ capability, content }: DeclarationReportFacts, { t }: DeclarationReportWords): Section {
  const { claimedSlCapability: claimed } = content;
  const open = openRows(content, COMPONENT_REQUIREMENTS);
  const cells = (label: string, level: (fr: FoundationalRequirement) => string) => [
    label,
    ...FOUNDATIONAL_REQUIREMENTS.map(level),
  ];
  return {
    id: "levels",
    title: t("declaration:signing.levels"),
    blocks: [
      table(
        ["", ...FOUNDATIONAL_REQUIREMENTS],
        [
          cells(t("declaration:signing.native"), (fr) => String(capability.native[fr])),
          cells(t("declaration:signing.withCountermeasures"), (fr) =>
            String(capability.withCountermeasures[fr]),
          ),
          cells(t("declaration:claim.legend"), (fr) => (claimed ? String(claimed[fr]) : "–")),
        ],
        "grid",
      ),
      paragraph(t("declaration:signing.openRows", { count: open.length })),
      ...(open.length > 0 ? [muted(open.join(", "))] : []),
    ],
  };
}

function answersOf(
  fr: FoundationalRequirement,
  { content }: DeclarationReportFacts,
  { t }: DeclarationReportWords,
): Section {
  const titles = new Map(content.evidence.map(({ id, title }) => [id, title]));
  const rows = COMPONENT_REQUIREMENTS.filter(({ foundationalRequirement }) => foundationalRequirement === fr);
  return {
    id: `answers-${fr}`,
    title: `${fr} ${t(`components:fr.${fr}.name`)}`,
    blocks: [
      tableOr(
        t("sealing:document.noAnswers"),
        ["requirement", "answer", "note"].map((name) =>
          t(`sealing:document.head.${name}` as "sealing:document.head.note"),
        ),
        rows.flatMap(({ id }) => {
          const answer = content.answers[id];
          return answer ? [[titled(id), t(`components:answer.${answer.value}`), noteOf(answer, titles)]] : [];
        }),
      ),
    ],
  };
}

function titled(id: string): string {
  return `${id} ${COMPONENT_REQUIREMENT_BY_ID.get(id)?.title ?? ""}`.trim();
}

function noteOf({ note = "", evidenceIds = [] }: Answer, titles: ReadonlyMap<string, string>): string {
  return [note, ...evidenceIds.map((id) => titles.get(id) ?? id)].filter((line) => line !== "").join("\n");
}

function factsSection({ content }: DeclarationReportFacts, words: DeclarationReportWords): Section {
  const { t } = words;
  return {
    id: "facts",
    title: t("declaration:facts.title"),
    blocks: FACT_GROUPS.flatMap((group) => [
      heading(2, t(`facts:group.${group}`)),
      facts(
        keysOfGroup(group).map((key) => [
          t(`facts:field.${key}`),
          factText(key, content.facts[key], words) ?? t("declaration:facts.notStated"),
        ]),
      ),
    ]),
  };
}

function mds2Section({ content }: DeclarationReportFacts, { t }: DeclarationReportWords): Section | null {
  const { mds2 } = content.facts;
  if (!mds2) return null;
  return {
    id: "mds2",
    title: t("facts:field.mds2"),
    blocks: [
      table(
        ["question", "answer", "note"].map((name) =>
          t(`sealing:document.head.${name}` as "sealing:document.head.note"),
        ),
        Object.entries(mds2.answers).map(([question, { answer, note = "" }]) => [question, answer, note]),
      ),
    ],
  };
}

function evidenceSection({ content }: DeclarationReportFacts, words: DeclarationReportWords): Section {
  const { t, day } = words;
  const rowOf = ({
    title,
    issuer,
    assurance,
    scheme,
    schemeVersion,
    validFrom,
    validUntil,
    sha256,
  }: Evidence) => [
    title,
    [issuer, t(`sealing:document.assurance.${assurance}`)].filter((part) => part !== "").join("\n"),
    `${scheme} ${schemeVersion}`.trim(),
    [validFrom && day(validFrom), validUntil ? day(validUntil) : t("declaration:evidence.noEnd")]
      .filter((part) => part)
      .join(" – "),
    sha256 ?? "–",
  ];
  return {
    id: "evidence",
    title: t("declaration:evidence.title"),
    blocks: [
      tableOr(
        t("declaration:evidence.none"),
        ["evidence", "issuer", "scheme", "valid", "sha256"].map((name) =>
          t(`sealing:document.head.${name}` as "sealing:document.head.note"),
        ),
        content.evidence.map(rowOf),
      ),
    ],
  };
}
