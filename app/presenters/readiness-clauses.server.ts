import { COMPONENT_REQUIREMENT_BY_ID } from "~/catalogue/catalogue";
import { loadCatalogue } from "~/catalogue/index.server";
import { type ClauseReading, countStandings } from "~/domain/readiness/readiness";

export const FRAMEWORKS = ["iec-62443-2-1", "nis2", "zokb", "iso-27001", "mdr", "cra", "fda"] as const;
export type Framework = (typeof FRAMEWORKS)[number];

type Read<Fact extends string> = { framework: Framework; readings: ReadonlyArray<ClauseReading<Fact>> };

/** Readings with the words of the catalogue, framework by framework; `of` narrows to one. */
export function shownFrameworks<Fact extends string>(all: ReadonlyArray<Read<Fact>>, of: string | null) {
  const chosen = all.filter(({ framework }) => framework === of);
  return (chosen.length > 0 ? chosen : all).map(({ framework, readings }) => ({
    framework,
    counts: countStandings(readings),
    clauses: readings.map((reading) => ({
      ...reading,
      ...wordsOf(reading.clause),
      rows: reading.rows.map((row) => ({ ...row, title: titleOfRow(row.id) })),
    })),
  }));
}

/** `part`: a control that the catalogue has in one row with others; its words are in the messages. */
function wordsOf(clause: string) {
  const [id = clause, part] = clause.split("#");
  const { requirements, supplements } = loadCatalogue();
  const obligation = requirements.obligations.find((one) => one.id === id);
  if (obligation) {
    const instrument = supplements.instruments.find((one) => one.id === obligation.instrument);
    const { ref, summary, confidence } = obligation;
    return {
      name: `${instrument?.title ?? ""} ${part ?? ref}`.trim(),
      summary,
      confidence,
      part: part ?? null,
    };
  }
  const element = requirements["programme-requirements"].find((one) => one.id === id);
  return {
    ...{ name: id, summary: element?.title ?? "", part: null },
    confidence: element?.confidence ?? ("recalled" as const),
  };
}

function titleOfRow(id: string): string {
  const element = loadCatalogue().requirements["programme-requirements"].find((one) => one.id === id);
  return element?.title ?? COMPONENT_REQUIREMENT_BY_ID.get(id)?.title ?? "";
}
