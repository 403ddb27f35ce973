import { childrenOf } from "~/domain/zone-model/queries";
import { type Block, facts, muted, paragraph, type Section, table, warning } from "../document";
import type { DocumentFacts, ReportInput, ReportWords } from "../report-facts";

/** Which state this is, who stands by it and what makes sure that it is this one. */
export function coverOf({ facts: known, words }: ReportInput): ReadonlyArray<Block> {
  const { t } = words;
  return [
    facts([
      [t("cover.hospital"), known.hospitalName],
      [t("cover.model"), known.modelName],
      [t("cover.site"), known.siteName],
      ...stateRows(known, words),
      [t("cover.asOf"), words.day(known.asOf)],
      [t("cover.fingerprint"), known.fingerprint],
    ]),
    paragraph(known.purpose || t("cover.noPurpose")),
    ...(known.state.kind === "draft" ? [warning(t("cover.draftText"))] : []),
    muted(t("cover.asOfText")),
    muted(t("cover.secret")),
  ];
}

/** State and people, as cover and title block say them. */
export function stateRows(
  { state }: Pick<DocumentFacts, "state">,
  { t, day }: Pick<ReportWords, "t" | "day">,
): ReadonlyArray<readonly [string, string | null]> {
  const nobody = t("cover.unknownPerson");
  const signed = (by: string | null, at: string) => t("cover.signed", { name: by ?? nobody, date: day(at) });
  if (state.kind === "draft") {
    const { version, submitted } = state;
    return [
      [t("cover.state"), t("cover.draft", { version })],
      [t("cover.submitted"), submitted ? signed(submitted.by, submitted.at) : t("cover.notSubmitted")],
      [t("cover.approved"), t("cover.notApproved")],
    ];
  }
  return [
    [t("cover.state"), t("cover.revision", { number: state.number })],
    [t("cover.submitted"), state.submittedBy ?? nobody],
    [t("cover.approved"), signed(state.approvedBy, state.publishedAt)],
    [t("cover.note"), state.note || null],
  ];
}

/** ZCR 6.1: that this is the specification, and where each part of it stands. */
export function specificationOf({ words: { t } }: ReportInput): Section {
  const parts = ["6.2", "6.3", "6.4", "6.5", "6.6", "6.7", "6.8", "6.9"] as const;
  return {
    id: "zcr-6.1",
    title: t("zcr.6_1"),
    blocks: [
      paragraph(t("specification.text")),
      table(
        [t("specification.clause"), t("specification.where")],
        parts.map((part) => [`ZCR ${part}`, t(`zcr.${partKey(part)}`)]),
      ),
      muted(t("specification.rest")),
    ],
  };
}

type PartKey<Part extends string> = Part extends `${infer A}.${infer B}` ? `${A}_${B}` : never;
function partKey<Part extends `6.${number}`>(part: Part): PartKey<Part> {
  // i18next reads a dot in a key as a step down.
  return part.replace(".", "_") as PartKey<Part>;
}

/** ZCR 6.2. */
export function descriptionOf({ facts: known, index, words: { t } }: ReportInput): Section {
  const { zones, conduits, assets } = known.content;
  const outside = zones.filter(({ trustClass }) => trustClass === "untrusted").length;
  const units = assets.reduce((sum, { quantity }) => sum + quantity, 0);
  const accesses = conduits.filter(({ remoteAccess }) => remoteAccess).length;
  return {
    id: "zcr-6.2",
    title: t("zcr.6_2"),
    blocks: [
      paragraph(known.purpose || t("cover.noPurpose")),
      facts([
        [t("cover.site"), known.siteName],
        [
          t("system.zones"),
          t("system.zonesCount", { count: zones.length, top: childrenOf(index, null).length, outside }),
        ],
        [t("system.conduits"), t("system.conduitsCount", { count: conduits.length, accesses })],
        [t("system.assets"), t("system.assetsCount", { count: assets.length, units })],
        [
          t("system.boundary"),
          zones
            .filter(({ trustClass }) => trustClass === "untrusted" || trustClass === "boundary")
            .map(({ name }) => name)
            .join(", ") || t("system.noBoundary"),
        ],
      ]),
    ],
  };
}

/** ZCR 6.3. */
export function drawingOf({ drawing, words: { t } }: ReportInput): Section {
  return {
    id: "zcr-6.3",
    title: t("zcr.6_3"),
    blocks: [
      paragraph(t("drawing.text")),
      { kind: "drawing", ...drawing, alt: t("drawing.alt") },
      muted(t("drawing.large")),
    ],
  };
}
