import type { DeclarationContent } from "../declaration/declaration";
import {
  type Regime,
  VULNERABILITY_SEVERITIES,
  type VulnerabilitySeverity,
} from "../declaration/fact-values";
import type { DeclaredVulnerability } from "../declaration/facts";
import { type ComponentType, isApplicable } from "../requirement/component-requirement";
import { type FoundationalRequirement, toNotation } from "../security-level/security-level";
import type { IsoDate } from "../shared/iso-date";
import type { ProfileMds2Question, ProfileRequirement, RequirementProfile } from "./assessment";
import { standingOf } from "./capability";
import { daysBetween } from "./evidence-scope";
import { compareRequirementIds } from "./requirement-order";

/** How the date of a document stands to the age that a zone still accepts. */
export type Currency = "undated" | "future" | "stale" | "current";

/** `maxAge` in days; a document of exactly that age is still current. */
export function currencyOf(date: IsoDate | null, maxAge: number, asOf: IsoDate): Currency {
  if (date === null) return "undated";
  const age = daysBetween(date, asOf);
  if (age < 0) return "future";
  return age > maxAge ? "stale" : "current";
}

/** The MDS2 is a form for medical devices; where the regime is open it is asked for all the same. */
export function isOutsideMds2(regime: Regime | null): boolean {
  return regime === "cra" || regime === "other";
}

/** A question of which one answer speaks against rows of the catalogue. */
export type TellingQuestion = {
  id: string;
  favourable: "Yes" | "No";
  rows: ReadonlyArray<{
    id: string;
    foundationalRequirement: FoundationalRequirement;
    appliesTo: ProfileRequirement["appliesTo"];
    /** Up to the target; above it a row decides nothing in the zone. */
    isDemanded: boolean;
  }>;
};

type Told = {
  requirements: ReadonlyArray<ProfileRequirement>;
  byTarget: Map<string, ReadonlyArray<TellingQuestion>>;
};
const told = new WeakMap<ReadonlyArray<ProfileMds2Question>, Told>();

/** Made once per catalogue and target, so that a demand costs no more than looking it up; in order of the ids. */
export function tellingQuestions(profile: RequirementProfile): ReadonlyArray<TellingQuestion> {
  const { mds2Questions, requirements, slTarget } = profile;
  const stored = told.get(mds2Questions);
  const known = stored?.requirements === requirements ? stored : { requirements, byTarget: new Map() };
  told.set(mds2Questions, known);
  const target = toNotation(slTarget);
  const questions = known.byTarget.get(target) ?? tellingQuestionsOf(profile);
  known.byTarget.set(target, questions);
  return questions;
}

function tellingQuestionsOf({
  mds2Questions,
  requirements,
  slTarget,
}: RequirementProfile): ReadonlyArray<TellingQuestion> {
  const rowOf = new Map(requirements.map((row) => [row.id, row]));
  return mds2Questions
    .flatMap(({ id, favourable, requirementIds }) => {
      if (favourable === "context") return [];
      const rows = [...requirementIds].sort(compareRequirementIds).flatMap((rowId) => {
        const row = rowOf.get(rowId);
        if (row === undefined) return [];
        const { foundationalRequirement, appliesTo, minSl } = row;
        return [
          {
            id: rowId,
            foundationalRequirement,
            appliesTo,
            isDemanded: minSl <= slTarget[foundationalRequirement],
          },
        ];
      });
      return rows.length === 0 ? [] : [{ id, favourable, rows }];
    })
    .sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** What a form and the answers say to the same things. */
export type FormAndAnswers = {
  componentTypes: ReadonlyArray<ComponentType>;
  form: Readonly<Record<string, "Yes" | "No">>;
  /** Rows whose answer counts as it stands. */
  counting: ReadonlyArray<string>;
};

/** null where no form of the edition whose questions are known says anything: ids of other editions mean something else. */
export function formAndAnswers(declaration: DeclarationContent): FormAndAnswers | null {
  const { facts, answers, componentTypes } = declaration;
  if (facts.mds2?.edition !== "2019") return null;
  const form: Record<string, "Yes" | "No"> = {};
  for (const [question, { answer }] of Object.entries(facts.mds2.answers))
    if (answer === "Yes" || answer === "No") form[question] = answer;
  // A form that says nothing contradicts nothing: most declarations then say the same.
  if (Object.keys(form).length === 0) return null;
  const counting = Object.keys(answers).filter((row) => standingOf(row, declaration) === "counts");
  return { componentTypes, form, counting: counting.sort() };
}

/** Questions with the rows that the form speaks against and the declaration counts on. */
export function contradictedQuestions(
  questions: ReadonlyArray<TellingQuestion>,
  { componentTypes, form, counting }: FormAndAnswers,
): ReadonlyArray<TellingQuestion> {
  const counts = new Set(counting);
  return questions
    .filter(({ id, favourable }) => form[id] !== undefined && form[id] !== favourable)
    .map((question) => ({
      ...question,
      rows: question.rows.filter((row) => counts.has(row.id) && isApplicable(row, componentTypes)),
    }));
}

const ids = new WeakMap<ReadonlyArray<ProfileMds2Question>, ReadonlyArray<string>>();

/** Ids of the 2019 form, in one order; empty where a profile does not bring the form with it. */
export function questionIds(questions: ReadonlyArray<ProfileMds2Question>): ReadonlyArray<string> {
  const known = ids.get(questions) ?? questions.map(({ id }) => id).sort();
  ids.set(questions, known);
  return known;
}

/** A vulnerability as the supplier has stated it; of the justification only whether there is one. */
export type KnownVulnerability = Omit<DeclaredVulnerability, "justification"> & { isJustified: boolean };

/** Worst first. `not-justified`: said not to affect the product, without the reason that a VEX needs. */
const OPEN_STATES = [
  "is-exploited",
  "is-affected",
  "not-justified",
  "exploited-in-question",
  "in-question",
] as const;
export type OpenVulnerability = { known: KnownVulnerability; state: (typeof OPEN_STATES)[number] };

/**
 * Vulnerabilities above what is tolerated that are neither fixed nor shown to be of no concern, by id. One that is being
 * exploited is never tolerated; of several entries for one vulnerability the worst counts.
 */
export function openVulnerabilities(
  known: ReadonlyArray<KnownVulnerability>,
  tolerated: VulnerabilitySeverity,
): ReadonlyArray<OpenVulnerability> {
  const open = known.flatMap((one) => openOf(one, tolerated)).sort(compareOpen);
  return open.filter(({ known: { id } }, place) => id !== open[place - 1]?.known.id);
}

function openOf(
  known: KnownVulnerability,
  tolerated: VulnerabilitySeverity,
): ReadonlyArray<OpenVulnerability> {
  const { state, exploited, isJustified } = known;
  if (state === "fixed" || (state === "not-affected" && isJustified)) return [];
  if (!exploited && severityOf(known) <= VULNERABILITY_SEVERITIES.indexOf(tolerated)) return [];
  if (state === "not-affected") return [{ known, state: "not-justified" }];
  if (state === "affected") return [{ known, state: exploited ? "is-exploited" : "is-affected" }];
  return [{ known, state: exploited ? "exploited-in-question" : "in-question" }];
}

function compareOpen(a: OpenVulnerability, b: OpenVulnerability): number {
  if (a.known.id !== b.known.id) return a.known.id < b.known.id ? -1 : 1;
  const byState = OPEN_STATES.indexOf(a.state) - OPEN_STATES.indexOf(b.state);
  return byState === 0 ? severityOf(b.known) - severityOf(a.known) : byState;
}

function severityOf({ severity }: KnownVulnerability): number {
  return VULNERABILITY_SEVERITIES.indexOf(severity);
}
