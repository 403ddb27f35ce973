import { FOUNDATIONAL_REQUIREMENTS, type SlVector } from "~/domain/security-level/security-level";
import type { OffersFacts, OffersReportWords } from "./offers-facts";

type Cell = string | number;
type Rows = ReadonlyArray<ReadonlyArray<Cell>>;
export type OfferSheet = { name: string; rows: Rows };

/**
 * A comparison as sheets: numbers where a reader may want to go on counting, a column for what differs to filter by.
 * Pure: the same facts and words give the same cells.
 */
export function offerSheets(facts: OffersFacts, words: OffersReportWords): ReadonlyArray<OfferSheet> {
  const { t } = words;
  const rowsOf = { summary, measures, requirements, rules, countermeasures };
  return (["summary", "measures", "requirements", "rules", "countermeasures"] as const).map((sheet) => ({
    name: t(`export.sheet.${sheet}`),
    rows: rowsOf[sheet](facts, words),
  }));
}

function namesOf({ offers }: OffersFacts, { offer }: OffersReportWords): ReadonlyArray<string> {
  return offers.map(offer);
}

function summary(facts: OffersFacts, words: OffersReportWords): Rows {
  const { t, day, at } = words;
  const { zone, offers } = facts;
  const perOffer = (label: string, cell: (offer: (typeof offers)[number]) => Cell) => [
    label,
    ...offers.map(cell),
  ];
  return [
    [t("offersTable.what"), ...namesOf(facts, words)],
    perOffer(t("export.supplier"), ({ supplierName }) => supplierName),
    perOffer(t("offersTable.declaration"), ({ declarationVersion }) => declarationVersion),
    perOffer(t("offersTable.verdict"), ({ verdict }) => t(`components:verdict.${verdict}`)),
    perOffer(t("export.target"), () => vectorText(zone.slTarget)),
    perOffer(t("export.native"), ({ slCapability }) => vectorText(slCapability.native)),
    perOffer(t("export.withCountermeasures"), ({ slCapability }) =>
      vectorText(slCapability.withCountermeasures),
    ),
    ...(["natively", "by-configuration", "not-applicable", "with-countermeasure"] as const).map((reach) =>
      perOffer(t(`reach.${reach}`), ({ reaches }) => reaches[reach]),
    ),
    ...(["covered-by-zone", "unanswered", "not-applicable-without-reason", "not-met"] as const).map((reach) =>
      perOffer(t(`reach.${reach}`), ({ reaches }) => reaches[reach]),
    ),
    perOffer(t("notes.totals"), ({ totals }) => words.totals(totals).join("\n")),
    perOffer("", ({ totals }) => words.withoutNote(totals)),
    [],
    ...words.summary(facts).map((sentence) => [sentence]),
    ...words.standings(facts).map((sentence) => [sentence]),
    [],
    [t("export.hospital"), facts.hospitalName],
    [t("export.model"), zone.modelName],
    [t("export.zone"), zone.name],
    [t("export.revision"), zone.revisionNumber],
    [t("export.date"), day(facts.asOf)],
    [t("export.written"), t("export.writtenBy", { name: facts.writtenBy, at: at(facts.writtenAt) })],
    [t("export.disclaimer")],
  ];
}

function vectorText(vector: SlVector): string {
  return FOUNDATIONAL_REQUIREMENTS.map((fr) => `${fr} ${vector[fr]}`).join(", ");
}

function measures(facts: OffersFacts, words: OffersReportWords): Rows {
  const { t } = words;
  return [
    [t("measures.measure"), t("measures.wanted"), ...namesOf(facts, words)],
    ...facts.measures.map(({ id, wanted, cells, best }) => [
      t(`measures.name.${id}`),
      words.wanted(wanted),
      ...cells.map(({ measured, isKept }, place) =>
        [
          ...words.measured(measured),
          ...(isKept === null ? [] : [t(isKept ? "measures.kept" : "measures.broken")]),
          ...(best.includes(place) ? [t("measures.best")] : []),
        ].join("\n"),
      ),
    ]),
  ];
}

/** What differs first, as on the page; within both by area. */
function requirements(facts: OffersFacts, words: OffersReportWords): Rows {
  const { t } = words;
  const names = namesOf(facts, words);
  const rows = facts.groups.flatMap(({ foundationalRequirement, rows: ofArea }) =>
    ofArea.map((row) => ({ ...row, foundationalRequirement })),
  );
  const inOrder = [...rows.filter(({ differs }) => differs), ...rows.filter(({ differs }) => !differs)];
  return [
    [
      t("export.area"),
      t("requirements.requirement"),
      "",
      "SL",
      t("export.differs"),
      ...names,
      ...names.map((name) => `${name}: ${t("requirements.words")}`),
    ],
    ...inOrder.map(({ foundationalRequirement, requirementId, title, minSl, differs, cells }) => [
      foundationalRequirement,
      requirementId,
      title,
      minSl,
      t(differs ? "export.yes" : "export.no"),
      ...cells.map(({ reach }) => t(`reach.${reach}`)),
      ...cells.map(({ note }) => note),
    ]),
  ];
}

function rules(facts: OffersFacts, words: OffersReportWords): Rows {
  const { t, sentence } = words;
  return [
    [t("rules.rule"), t("export.differs"), ...namesOf(facts, words)],
    ...facts.rules.map(({ title, differs, cells }) => [
      sentence(title),
      t(differs ? "export.yes" : "export.no"),
      ...cells.map(({ standing, findings }) =>
        [t(`standing.${standing}`), ...findings.map(({ reason }) => sentence(reason))].join("\n"),
      ),
    ]),
  ];
}

function countermeasures(facts: OffersFacts, words: OffersReportWords): Rows {
  const { t, day } = words;
  return [
    [
      ...(["offer", "requirements", "countermeasure", "kind"] as const).map((name) => t(`export.${name}`)),
      ...(["effort", "amount", "currency", "period", "note", "by", "at"] as const).map((name) =>
        t(`export.${name}`),
      ),
    ],
    ...facts.offers.flatMap((offer) =>
      offer.countermeasures.map(({ kind, text, rows, note }) => [
        words.offer(offer),
        rows.map(({ id }) => id).join(", "),
        text,
        t(`notes.kind.${kind}`),
        note?.effortDays ?? "",
        note?.cost?.amount ?? "",
        note?.cost?.currency ?? "",
        note?.cost ? t(`notes.periods.${note.cost.period}`) : "",
        note?.text ?? t("notes.noNote"),
        note?.writtenByName ?? "",
        note ? day(note.writtenAt) : "",
      ]),
    ),
  ];
}
