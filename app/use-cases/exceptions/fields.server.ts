import { z } from "zod";
import { latestExpiry, RESIDUAL_RISKS, type ResidualRisk } from "~/domain/procurement/exception";
import { REVIEW_INTERVALS } from "~/domain/procurement/exception-review";
import type { Gap } from "~/domain/procurement/gap";
import { type IsoDate, IsoDateSchema } from "~/domain/shared/iso-date";
import { textBlock } from "~/domain/shared/text";
import type { FieldErrors } from "../use-case.server";

/** More gaps in one acceptance could not be looked at one by one. */
export const MAX_GAPS = 200;
const MAX_COUNTERMEASURES = 50;

/** Checkboxes: none, one or several. */
function ticked(max: number) {
  return z
    .preprocess(
      (raw) => (typeof raw === "string" ? [raw] : (raw ?? [])),
      z.array(z.string().max(300)).max(max),
    )
    .transform((keys) => [...new Set(keys)]);
}

/** Bounds only: what is missing or wrong is told all at once (`problemsOf`), not field by field. */
export const ExceptionFields = {
  gaps: ticked(MAX_GAPS),
  reason: textBlock(4000).default(""),
  countermeasureIds: ticked(MAX_COUNTERMEASURES),
  residualRisk: z.string().max(20).default(""),
  residualText: textBlock(2000).default(""),
  expiresOn: z.string().trim().max(20).default(""),
  reviewEveryDays: z.string().max(10).or(z.number().int()).default("").transform(Number),
};

export type ExceptionForm = {
  gaps: ReadonlyArray<string>;
  reason: string;
  countermeasureIds: ReadonlyArray<string>;
  residualRisk: string;
  residualText: string;
  expiresOn: string;
  reviewEveryDays: number;
};

export type Asked = {
  gaps: ReadonlyArray<Gap>;
  residualRisk: ResidualRisk;
};

/** What may be named in the form on this day. */
export type Ground = {
  today: IsoDate;
  gaps: ReadonlyArray<Gap>;
  /** Entries of the ledger that count in the zone. */
  countermeasureIds: ReadonlyArray<string>;
};

/** What the form asks for, or every problem it has. */
export function readAsked(form: ExceptionForm, ground: Ground): Asked | { problems: FieldErrors } {
  const gaps = ground.gaps.filter(({ key }) => form.gaps.includes(key));
  const residualRisk = RESIDUAL_RISKS.find((level) => level === form.residualRisk);
  const problems = {
    ...(form.gaps.length === 0 ? { gaps: ["required"] } : {}),
    // Met, made up for or answered otherwise since the page was opened.
    ...(gaps.length < form.gaps.length ? { gaps: ["unknown-gap"] } : {}),
    ...(form.reason === "" ? { reason: ["required"] } : {}),
    ...(form.countermeasureIds.every((id) => ground.countermeasureIds.includes(id))
      ? {}
      : { countermeasureIds: ["unknown-countermeasure"] }),
    ...(residualRisk ? {} : { residualRisk: ["required"] }),
    ...(form.residualText === "" ? { residualText: ["required"] } : {}),
    ...expiryProblems(form.expiresOn, ground.today),
    ...(REVIEW_INTERVALS.some((days) => days === form.reviewEveryDays)
      ? {}
      : { reviewEveryDays: ["required"] }),
  };
  if (Object.keys(problems).length > 0 || !residualRisk) return { problems };
  return { gaps, residualRisk };
}

function expiryProblems(expiresOn: string, today: IsoDate): FieldErrors {
  if (expiresOn === "") return { expiresOn: ["required"] };
  if (!IsoDateSchema.safeParse(expiresOn).success) return { expiresOn: ["invalid-date"] };
  if (expiresOn < today) return { expiresOn: ["in-the-past"] };
  return expiresOn > latestExpiry(today) ? { expiresOn: ["too-far-ahead"] } : {};
}
