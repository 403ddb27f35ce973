import { describe, expect, test } from "vitest";
import { z } from "zod";
import { loadCatalogue } from "~/catalogue/index.server";
import { type CatalogueMilestone, LEGAL_MILESTONES } from "~/catalogue/milestones";
import { DUTY_IDS } from "~/domain/assessment/surroundings-duties";
import { REGIMES } from "~/domain/declaration/fact-values";
import { type Confidence, ConfidenceSchema } from "~/domain/requirement/component-requirement";
import { IsoDateSchema } from "~/domain/shared/iso-date";

const { requirements, supplements } = loadCatalogue();
const LEAST_SURE_FIRST: ReadonlyArray<Confidence> = ["recalled", "single-source", "cross-checked"];

const MilestoneSchema = z.strictObject({
  id: z.string().regex(/^[a-z-]+:[a-z-]+$/),
  regime: z.enum(REGIMES),
  instrument: z.string(),
  article: z.string().min(1),
  appliesFrom: IsoDateSchema,
  confidence: ConfidenceSchema,
});

function instrumentOf({ instrument }: CatalogueMilestone) {
  const found = supplements.instruments.find(({ id }) => id === instrument);
  if (found === undefined) throw new Error(`No instrument ${instrument}`);
  return found;
}

/** `2027-12-31` as it is written in a sentence: `31 December 2027`. */
function inWords(date: string): string {
  const written = new Intl.DateTimeFormat("en-GB", {
    day: "numeric",
    month: "long",
    year: "numeric",
    timeZone: "UTC",
  });
  return written.format(new Date(`${date}T00:00:00Z`));
}

/** How sure the catalogue is of the day: a key date has its own mark, a sentence that of its instrument. */
function confidenceOfDate(milestone: CatalogueMilestone): Confidence | undefined {
  const { keyDates, whyRelevant = "", confidence } = instrumentOf(milestone);
  const { appliesFrom } = milestone;
  const keyDate = keyDates.find(
    ({ date, event }) => date === appliesFrom || event.includes(inWords(appliesFrom)),
  );
  return keyDate?.confidence ?? (whyRelevant.includes(inWords(appliesFrom)) ? confidence : undefined);
}

/** How sure the catalogue is of the article: that of the obligation, or of the text that names it. */
function confidenceOfArticle(milestone: CatalogueMilestone): Confidence | undefined {
  const { instrument, article } = milestone;
  const entry = instrumentOf(milestone);
  const row = requirements.obligations.find((one) => one.instrument === instrument && one.ref === article);
  const keyDate = entry.keyDates.find(({ event }) => event.includes(article));
  const isInText = `${entry.citation} ${entry.whyRelevant ?? ""}`.includes(article);
  return row?.confidence ?? keyDate?.confidence ?? (isInText ? entry.confidence : undefined);
}

test("no milestone is told twice", () => {
  expect(new Set(LEGAL_MILESTONES.map(({ id }) => id)).size).toBe(LEGAL_MILESTONES.length);
});

test("the check knows every milestone of the catalogue, and no other", () => {
  expect(LEGAL_MILESTONES.map(({ id }) => id).sort()).toEqual([...DUTY_IDS].sort());
});

test("a milestone cannot be changed by whoever reads it", () => {
  expect(LEGAL_MILESTONES.every((milestone) => Object.isFrozen(milestone))).toBe(true);
});

describe.each(LEGAL_MILESTONES)("$id", (milestone) => {
  test("has the shape of a milestone", () => {
    expect(MilestoneSchema.parse(milestone)).toEqual(milestone);
    expect(milestone.id.split(":")[0]).toBe(milestone.instrument);
  });

  test("is no surer than the catalogue is of its day and its article", () => {
    const day = LEAST_SURE_FIRST.indexOf(confidenceOfDate(milestone) ?? expect.unreachable("no such day"));
    const article = LEAST_SURE_FIRST.indexOf(
      confidenceOfArticle(milestone) ?? expect.unreachable("no such article"),
    );
    expect(milestone.confidence).toBe(LEAST_SURE_FIRST[Math.min(day, article)]);
  });
});
