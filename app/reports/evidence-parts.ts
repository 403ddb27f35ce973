import type { CountermeasureStanding } from "~/domain/countermeasure/countermeasure";
import type { MeasureState } from "~/domain/measure/measure";
import { FOUNDATIONAL_REQUIREMENTS, type SlVector } from "~/domain/security-level/security-level";
import type { DecisionReportWords } from "./decision-report";
import {
  type Block,
  facts,
  heading,
  muted,
  paragraph,
  type Section,
  table,
  tableOr,
  warning,
} from "./document";

/** What is there besides decisions and exceptions, by the kind of pack. */
export type EvidencePart =
  | {
      kind: "zone";
      modelName: string;
      revision: { number: number; publishedAt: string; submittedBy: string; approvedBy: string };
      slTarget: SlVector | null;
      rationale: string;
      hasRisk: boolean;
      acceptances: ReadonlyArray<{ by: string; at: string; note: string; withdrawnAt: string | null }>;
      measures: ReadonlyArray<{ id: string; state: MeasureState }>;
      countermeasures: ReadonlyArray<{ title: string; standing: CountermeasureStanding }>;
    }
  | {
      kind: "supplier";
      declarations: ReadonlyArray<{ name: string; version: number; signedAt: string }>;
      requests: ReadonlyArray<{ subject: string; dueOn: string; createdAt: string }>;
      notices: ReadonlyArray<{ title: string; updatedAt: string }>;
      isNoticesCut: boolean;
    }
  | {
      kind: "period";
      revisions: ReadonlyArray<{
        modelName: string;
        number: number;
        publishedAt: string;
        approvedBy: string;
      }>;
      countermeasures: ReadonlyArray<{ title: string; standing: CountermeasureStanding }>;
      acceptances: number;
    };

/** The sections that only packs of one kind have. */
export function partSections(part: EvidencePart, words: DecisionReportWords): ReadonlyArray<Section> {
  switch (part.kind) {
    case "zone":
      return zoneSections(part, words);
    case "supplier":
      return supplierSections(part, words);
    case "period":
      return periodSections(part, words);
  }
}

type PartOf<Kind extends EvidencePart["kind"]> = Extract<EvidencePart, { kind: Kind }>;

function zoneSections(zone: PartOf<"zone">, words: DecisionReportWords): ReadonlyArray<Section> {
  const { t, at } = words;
  const { slTarget, revision, acceptances, measures } = zone;
  return [
    {
      id: "target",
      title: t("many.zone.title"),
      blocks: [
        facts([
          [t("many.zone.model"), zone.modelName],
          [
            t("many.zone.revision"),
            t("many.zone.revisionValue", { ...revision, at: at(revision.publishedAt) }),
          ],
        ]),
        slTarget
          ? table(
              ["", ...FOUNDATIONAL_REQUIREMENTS],
              [[t("levels.target"), ...FOUNDATIONAL_REQUIREMENTS.map((fr) => String(slTarget[fr]))]],
              "grid",
            )
          : warning(t("many.zone.noTarget")),
        ...(zone.rationale === "" ? [] : [paragraph(zone.rationale)]),
        muted(t(zone.hasRisk ? "many.zone.risk" : "many.zone.noRisk")),
        heading(3, t("many.zone.acceptances")),
        tableOr(
          t("many.zone.noAcceptances"),
          [t("many.head.by"), t("many.head.at"), t("many.head.note")],
          acceptances.map(({ by, at: acceptedAt, note, withdrawnAt }) => [
            by,
            at(acceptedAt),
            [note, ...(withdrawnAt ? [t("many.zone.withdrawn", { at: at(withdrawnAt) })] : [])].join("\n"),
          ]),
        ),
      ],
    },
    {
      id: "measures",
      title: t("many.zone.measures"),
      blocks: [
        tableOr(
          t("many.zone.noMeasures"),
          [t("many.head.requirement"), t("many.head.state")],
          measures.map(({ id, state }) => [id, t(`measure:state.${state}`)]),
        ),
        ...ledgerBlocks(zone.countermeasures, words),
      ],
    },
  ];
}

function ledgerBlocks(
  countermeasures: PartOf<"zone">["countermeasures"],
  { t }: DecisionReportWords,
): ReadonlyArray<Block> {
  return [
    heading(3, t("many.countermeasures")),
    tableOr(
      t("many.noCountermeasures"),
      [t("many.head.countermeasure"), t("many.head.state")],
      countermeasures.map(({ title, standing }) => [title, t(`countermeasure:standing.${standing}`)]),
    ),
  ];
}

function supplierSections(
  { declarations, requests, notices, isNoticesCut }: PartOf<"supplier">,
  { t, at, day }: DecisionReportWords,
): ReadonlyArray<Section> {
  return [
    {
      id: "declarations",
      title: t("many.supplier.declarations"),
      blocks: [
        tableOr(
          t("many.supplier.noDeclarations"),
          [t("many.head.product"), t("many.head.version"), t("many.head.signed")],
          declarations.map(({ name, version, signedAt }) => [name, String(version), at(signedAt)]),
        ),
      ],
    },
    {
      id: "requests",
      title: t("many.supplier.requests"),
      blocks: [
        tableOr(
          t("many.supplier.noRequests"),
          [t("many.head.subject"), t("many.head.at"), t("many.head.due")],
          requests.map(({ subject, createdAt, dueOn }) => [subject, at(createdAt), day(dueOn)]),
        ),
      ],
    },
    {
      id: "notices",
      title: t("many.supplier.notices"),
      blocks: [
        tableOr(
          t("many.supplier.noNotices"),
          [t("many.head.notice"), t("many.head.changed")],
          notices.map(({ title, updatedAt }) => [title, at(updatedAt)]),
        ),
        ...(isNoticesCut ? [warning(t("many.supplier.noticesCut"))] : []),
      ],
    },
  ];
}

function periodSections(period: PartOf<"period">, words: DecisionReportWords): ReadonlyArray<Section> {
  const { t, at } = words;
  return [
    {
      id: "approved",
      title: t("many.period.approved"),
      blocks: [
        tableOr(
          t("many.period.noRevisions"),
          [t("many.head.model"), t("many.head.revision"), t("many.head.at"), t("many.head.by")],
          period.revisions.map(({ modelName, number, publishedAt, approvedBy }) => [
            modelName,
            String(number),
            at(publishedAt),
            approvedBy,
          ]),
        ),
        facts([[t("many.period.acceptances"), String(period.acceptances)]]),
        ...ledgerBlocks(period.countermeasures, words),
      ],
    },
  ];
}
