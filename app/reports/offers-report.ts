import { FOUNDATIONAL_REQUIREMENTS } from "~/domain/security-level/security-level";
import {
  type Block,
  facts as factsBlock,
  heading,
  muted,
  paragraph,
  type ReportDocument,
  type Section,
  table,
  tableOr,
} from "./document";
import type { OffersFacts, OffersReportWords, ReportedOffer, StripOf } from "./offers-facts";

/**
 * A comparison of offers as a document to read, sign and file: in words first, then what differs. Pure: the same facts,
 * words and strips give the same document.
 */
export function offersReport(facts: OffersFacts, words: OffersReportWords, stripOf: StripOf): ReportDocument {
  const { t, day } = words;
  const { zone, hospitalName } = facts;
  return {
    title: t("title", { zone: zone.name }),
    subtitle: t("export.subtitle", { zone: zone.name, hospital: hospitalName }),
    language: words.language,
    mark: null,
    unprintable: words.unprintable,
    footer: t("export.footer", { zone: zone.name, date: day(facts.asOf) }),
    pageOf: t("report:pageOf", { page: "{page}", pages: "{pages}" }),
    cover: coverOf(facts, words),
    sections: [
      overview(facts, words, stripOf),
      measures(facts, words),
      requirements(facts, words),
      rules(facts, words),
      countermeasures(facts, words),
    ],
  };
}

function coverOf(facts: OffersFacts, words: OffersReportWords): ReadonlyArray<Block> {
  const { t, day, at } = words;
  const { zone, offers } = facts;
  return [
    factsBlock([
      [t("export.hospital"), facts.hospitalName],
      [t("export.model"), zone.modelName],
      [t("export.zone"), zone.name],
      [t("export.revision"), String(zone.revisionNumber)],
      [t("export.date"), day(facts.asOf)],
      [t("export.written"), t("export.writtenBy", { name: facts.writtenBy, at: at(facts.writtenAt) })],
      ...offers.map(
        ({ productName, releaseVersion, supplierName, declarationVersion }, place) =>
          [
            `${t("export.offer")} ${place + 1}`,
            t("offerFull", {
              ...{ product: productName, release: releaseVersion },
              ...{ supplier: supplierName, version: declarationVersion },
            }),
          ] as const,
      ),
    ]),
    ...words.summary(facts).map(paragraph),
    ...words.standings(facts).map(paragraph),
    muted(t("export.disclaimer")),
  ];
}

function namesOf({ offers }: OffersFacts, { offer }: OffersReportWords): ReadonlyArray<string> {
  return offers.map(offer);
}

function overview(facts: OffersFacts, words: OffersReportWords, stripOf: StripOf): Section {
  const { t } = words;
  const blocks = facts.offers.flatMap((offer): ReadonlyArray<Block> => {
    const name = words.offer(offer);
    return [
      heading(2, name),
      paragraph(t(`components:verdict.${offer.verdict}`)),
      { kind: "drawing", ...stripOf(offer), alt: stripText(facts, offer, words) },
      factsBlock(
        (
          [
            ...(["natively", "by-configuration", "not-applicable", "with-countermeasure"] as const),
            ...(["covered-by-zone", "unanswered", "not-applicable-without-reason", "not-met"] as const),
          ] as const
        ).map((reach) => [
          t(`reach.${reach}`),
          offer.reaches[reach] === 0
            ? null
            : t("reachCount", { count: offer.reaches[reach], total: offer.demanded }),
        ]),
      ),
    ];
  });
  return {
    id: "offers",
    title: t("offersTable.title"),
    blocks: [muted(t("offersTable.levelsHint")), ...blocks],
  };
}

function stripText({ zone }: OffersFacts, offer: ReportedOffer, words: OffersReportWords): string {
  const { t } = words;
  const levels = FOUNDATIONAL_REQUIREMENTS.map((area) =>
    t("export.stripLevel", {
      area,
      reached: offer.slCapability.native[area],
      target: zone.slTarget[area],
    }),
  );
  return t("export.stripAlt", { offer: words.offer(offer), levels: levels.join(", ") });
}

function measures(facts: OffersFacts, words: OffersReportWords): Section {
  const { t } = words;
  return {
    id: "measures",
    title: t("measures.title"),
    blocks: [
      muted(t("measures.description")),
      table(
        [t("measures.measure"), t("measures.wanted"), ...namesOf(facts, words)],
        facts.measures.map(({ id, wanted, cells, best }) => [
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
      ),
    ],
  };
}

/** What differs first; in both parts area by area. */
function requirements(facts: OffersFacts, words: OffersReportWords): Section {
  const { t } = words;
  const head = [t("requirements.requirement"), ...namesOf(facts, words)];
  const part = (differs: boolean): ReadonlyArray<Block> =>
    facts.groups.flatMap(({ foundationalRequirement: fr, rows }) => {
      const own = rows.filter((row) => row.differs === differs);
      if (own.length === 0) return [];
      const lines = own.map(({ requirementId, title, minSl, cells }) => [
        `${requirementId} ${title} (SL ${minSl})`,
        ...cells.map(({ reach }) => t(`reach.${reach}`)),
      ]);
      return [heading(3, `${fr} ${t(`components:fr.${fr}.name`)}`), table(head, lines)];
    });
  const [differing, alike] = [part(true), part(false)];
  return {
    id: "requirements",
    title: t("requirements.title"),
    blocks: [
      heading(2, t("export.differing")),
      ...(differing.length > 0 ? differing : [muted(t("export.noDifference"))]),
      ...(alike.length > 0 ? [heading(2, t("export.alike")), ...alike] : []),
    ],
  };
}

function rules(facts: OffersFacts, words: OffersReportWords): Section {
  const { t, sentence } = words;
  return {
    id: "rules",
    title: t("rules.title"),
    blocks: [
      tableOr(
        t("rules.none"),
        [t("rules.rule"), ...namesOf(facts, words)],
        facts.rules.map(({ title, cells }) => [
          sentence(title),
          ...cells.map(({ standing, findings }) =>
            [t(`standing.${standing}`), ...findings.map(({ reason }) => sentence(reason))].join("\n"),
          ),
        ]),
      ),
    ],
  };
}

function countermeasures(facts: OffersFacts, words: OffersReportWords): Section {
  const { t, at } = words;
  return {
    id: "countermeasures",
    title: t("notes.title"),
    blocks: facts.offers.flatMap((offer): ReadonlyArray<Block> => {
      const name = heading(2, words.offer(offer));
      if (offer.countermeasures.length === 0) return [name, muted(t("notes.none"))];
      return [
        name,
        ...words.totals(offer.totals).map(paragraph),
        muted(words.withoutNote(offer.totals)),
        table(
          [t("export.requirements"), t("export.countermeasure"), t("export.note")],
          offer.countermeasures.map(({ rows, text, kind, note }) => [
            rows.map(({ id, title }) => `${id} ${title}`).join("\n"),
            [text || t("notes.noWords"), t(`notes.kind.${kind}`)].join("\n"),
            note
              ? [
                  ...(note.effortDays === null ? [] : [words.effort(note.effortDays)]),
                  ...(note.cost ? [words.cost(note.cost)] : []),
                  ...(note.text ? [note.text] : []),
                  t("notes.written", { name: note.writtenByName, at: at(note.writtenAt) }),
                ].join("\n")
              : t("notes.noNote"),
          ]),
        ),
      ];
    }),
  };
}
