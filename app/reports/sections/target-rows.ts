import type { Conduit, Zone } from "~/domain/zone-model/zone-model";
import { type Block, table } from "../document";
import { joined, levelCells, levelHeads, vectorText } from "../parts";
import type { ReportInput, ReportTarget } from "../report-facts";
import { riskLinesOf, threatLinesOf } from "./risk";

type Rows = ReadonlyArray<readonly [string, string | null]>;

/** Target and what is reached, requirement by requirement. */
export function levelTable(
  { words: { t } }: ReportInput,
  target: Zone["slTarget"],
  achieved: Zone["slTarget"],
): ReadonlyArray<Block> {
  if (!target) return [];
  return [
    table(
      levelHeads(),
      [
        levelCells(t("target.label"), target),
        ...(achieved ? [levelCells(t("achieved.label"), achieved)] : []),
      ],
      "grid",
    ),
  ];
}

/** How the target of a zone or conduit came about: origin, rationale, risk assessment, acceptance (ZCR 5.6, 7.1). */
export function targetRows(
  input: ReportInput,
  standing: ReportTarget | undefined,
  element: Zone | Conduit,
): Rows {
  const { t, day } = input.words;
  if (!standing) return [];
  const { origin, acceptance, acceptedBy, acceptedAt, note, was } = standing;
  const by = { name: acceptedBy ?? t("cover.unknownPerson"), date: acceptedAt ? day(acceptedAt) : "" };
  const isAccepted = acceptance !== "none" && (element.slTarget !== null || was !== null);
  return [
    [t("target.origin"), t(`risk:origin.${origin}`)],
    [t("target.rationale"), element.slTargetRationale || (element.slTarget ? t("target.noRationale") : null)],
    [t("target.risk"), joined(riskLinesOf(input, element.riskAssessment))],
    [
      t("target.acceptance"),
      isAccepted
        ? joined([t(`target.${acceptance}`, by), ...(note ? [note] : [])])
        : element.slTarget
          ? t("target.notAccepted")
          : null,
    ],
    [t("target.was"), was && joined(acceptedLines(input, was))],
  ];
}

/** The whole of what was accepted where something else stands now: levels, reason, and every answer of the assessment. */
function acceptedLines(input: ReportInput, { record, version }: NonNullable<ReportTarget["was"]>) {
  const { t } = input.words;
  const { slTarget, slTargetRationale, riskAssessment } = record;
  return [
    t("target.wasLevels", { vector: vectorText(slTarget, input.words), version }),
    slTargetRationale || t("target.noRationale"),
    ...riskLinesOf(input, riskAssessment),
    ...threatLinesOf(input, riskAssessment),
  ];
}
