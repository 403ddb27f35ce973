import type { DeclarationContent } from "~/domain/declaration/declaration";
import type { ProductFacts } from "~/domain/declaration/facts";
import { type IsoDate, toIsoDate } from "~/domain/shared/iso-date";
import { DAY_MS } from "../timetable";

/** The day for which the sample products were written. */
export const SAMPLES_AS_OF: IsoDate = "2026-11-21";

type Dated = Pick<DeclarationContent, "facts" | "evidence">;

/**
 * The suppliers' documents as if they had been written for another day: a demo that is started in three years must not
 * show a hospital full of expired papers. What the world outside decided, such as the end of a bought operating
 * system or the day a product came to the market, stays where it is.
 */
export function writtenFor<Content extends Dated>(asOf: IsoDate, content: Content): Content {
  const days = Math.round((Date.parse(asOf) - Date.parse(SAMPLES_AS_OF)) / DAY_MS);
  const move = <Day extends IsoDate | null | undefined>(day: Day) =>
    // Null and undefined stay what they are, a day becomes a day.
    (day ? toIsoDate(new Date(Date.parse(day) + days * DAY_MS)) : day) as Day;
  const { facts } = content;
  return {
    ...content,
    facts: {
      ...facts,
      ...moved(facts, "supportEndsOn", move),
      ...moved(facts, "conformityCertificateEndsOn", move),
      ...(facts.mds2 ? { mds2: { ...facts.mds2, releasedOn: move(facts.mds2.releasedOn) } } : {}),
      ...(facts.sbom ? { sbom: { ...facts.sbom, createdOn: move(facts.sbom.createdOn) } } : {}),
    },
    evidence: content.evidence.map((piece) => ({
      ...piece,
      validFrom: move(piece.validFrom),
      validUntil: move(piece.validUntil),
    })),
  };
}

function moved(
  facts: ProductFacts,
  key: "supportEndsOn" | "conformityCertificateEndsOn",
  move: (day: IsoDate) => IsoDate,
): ProductFacts {
  const day = facts[key];
  return day === undefined ? {} : { [key]: move(day) };
}
