import type { DeclarationContent } from "../declaration/declaration";
import { FOUNDATIONAL_REQUIREMENTS } from "../security-level/security-level";
import { canonicalJson } from "../shared/canonical-json";
import type { IsoDate } from "../shared/iso-date";
import type { Finding, RequirementProfile } from "./assessment";
import { activeLedger, compareWithTarget, computeCapability, standingOf } from "./capability";
import { type FactCheck, type RowContext, runCheck, signFinding } from "./check";
import { CHECKS } from "./checks";
import { compileRequirements } from "./compiled-requirements";
import { substanceOf } from "./needs-review";
import { normalise } from "./normal-form";

const ROW_CHECKS = CHECKS.flatMap((check) => (check.kind === "rows" ? [check] : []));
const FACT_CHECKS = CHECKS.flatMap((check) => (check.kind === "facts" ? [check] : []));

export type BothDays = { before: IsoDate; after: IsoDate };

/** True where a declaration that says `before` or `after` comes out otherwise on the two sides of a change. */
type ContentComparison = (before: DeclarationContent, after: DeclarationContent) => boolean;

/**
 * Says of many pairs whether `differenceOfAssessments` would find anything between the judgements of both sides, and
 * judges none: what a side demands of a check and what a product says to it meet once, however many zones and products
 * there are. For one profile on both sides, then for any contents; the same detector for everything of one change.
 */
export function changeDetector(
  days: BothDays,
): (before: RequirementProfile, after: RequirementProfile) => ContentComparison {
  const says = FACT_CHECKS.map(factSubstances);
  return (before, after) => {
    if (hasOtherRows(before, after) || hasOtherTarget(before, after)) return () => true;
    const ledgerRows = rowsMadeUpForOtherwise(before, after, days);
    const demands = says.map((saying) => ({
      before: saying(before, days.before),
      after: saying(after, days.after),
    }));
    // What is the same function says the same of the same content.
    const moved = demands.filter((demand) => demand.before !== demand.after);
    return (was, is) => {
      const [old, now] = [normalise(was), normalise(is)];
      if (canonicalJson(old.componentTypes) !== canonicalJson(now.componentTypes)) return true;
      const facts = old === now ? moved : demands;
      if (facts.some((demand) => demand.before(old) !== demand.after(now))) return true;
      const mayMove = old !== now || ledgerRows.some((row) => isMadeUpFor(row, now));
      return mayMove && rowSubstance(before, old, days.before) !== rowSubstance(after, now, days.after);
    };
  };
}

/** Rows of another catalogue have other numbers and levels: no result is looked at as the same one. */
function hasOtherRows(before: RequirementProfile, after: RequirementProfile): boolean {
  const [old, now] = [compileRequirements(before.requirements), compileRequirements(after.requirements)];
  return old.digest !== now.digest;
}

/** A level that is asked is part of every result. */
function hasOtherTarget(
  { slTarget: old }: RequirementProfile,
  { slTarget: now }: RequirementProfile,
): boolean {
  return FOUNDATIONAL_REQUIREMENTS.some((fr) => old[fr] !== now[fr]);
}

function rowsMadeUpForOtherwise(
  before: RequirementProfile,
  after: RequirementProfile,
  days: BothDays,
): ReadonlyArray<string> {
  const [old, now] = [upheldRows(before, days.before), upheldRows(after, days.after)];
  return [...new Set([...old.keys(), ...now.keys()])].filter((row) => old.get(row) !== now.get(row));
}

/** Per row that the ledger makes up for on a day, everything that is said of the countermeasure. */
function upheldRows(
  { countermeasures }: RequirementProfile,
  asOf: IsoDate,
): ReadonlyMap<string, string | undefined> {
  const texts = new Map(countermeasures.map((one) => [one.id, canonicalJson(one)]));
  return new Map([...activeLedger(countermeasures, asOf)].map(([row, id]) => [row, texts.get(id)]));
}

/** Where the ledger can change anything: it never answers for a supplier, nor for what counts alone. */
function isMadeUpFor(row: string, declared: DeclarationContent): boolean {
  const standing = standingOf(row, declared);
  return standing === "not-met" || standing === "needs-countermeasure";
}

/** Levels, rows and the findings about them, as one text. */
function rowSubstance(profile: RequirementProfile, declaration: DeclarationContent, asOf: IsoDate): string {
  const capability = computeCapability(profile.requirements, declaration);
  const results = compareWithTarget(profile, declaration, capability, asOf);
  const context: RowContext = { profile, declaration, capability, results, asOf };
  const findings = ROW_CHECKS.flatMap((check) => runCheck(check, context));
  return canonicalJson([results, substances(findings)]);
}

function substances(findings: ReadonlyArray<Finding>): Readonly<Record<string, unknown>> {
  const deciding = findings.filter(({ severity }) => severity !== "note");
  return Object.fromEntries(deciding.map((finding) => [finding.id, substanceOf(finding)]));
}

/** What a check finds against one content, as a number: equal numbers, equal findings but for their words. */
type Saying = (declared: DeclarationContent) => number;
/** The number of no finding, which is also what a check says that nobody asks. */
const NOTHING = 0;
const SILENT: Saying = () => NOTHING;

/** Everything that one check says, each demand with each subject once. Equal demands of one day are one function. */
function factSubstances(check: FactCheck): (profile: RequirementProfile, asOf: IsoDate) => Saying {
  const subjects = numbering<DeclarationContent>((declared) => JSON.stringify(check.subjectOf(declared)));
  const texts = new Map([[canonicalJson({}), NOTHING]]);
  const keys = new WeakMap<object, string>();
  const sayings = new Map<string, Saying>();
  return (profile, asOf) => {
    const demand = check.demandOf(profile);
    if (demand === null) return SILENT;
    const key = `${asOf} ${keyOf(demand, keys)}`;
    const known = sayings.get(key);
    if (known) return known;
    const bySubject: Array<number | undefined> = [];
    const saying: Saying = (declared) => {
      const subject = subjects(declared);
      const said = bySubject[subject];
      if (said !== undefined) return said;
      const findings = check.evaluate(demand, check.subjectOf(declared), asOf);
      const text = canonicalJson(substances(findings.map((finding) => signFinding(check, finding))));
      const fresh = texts.get(text) ?? texts.size;
      texts.set(text, fresh);
      bySubject[subject] = fresh;
      return fresh;
    };
    sayings.set(key, saying);
    return saying;
  };
}

/** What comes from the catalogue is long, and the same object in every profile. */
function keyOf(demand: unknown, keys: WeakMap<object, string>): string {
  if (typeof demand !== "object" || demand === null) return JSON.stringify(demand);
  const key = keys.get(demand) ?? JSON.stringify(demand);
  keys.set(demand, key);
  return key;
}

/** Numbers contents by what is in them; the same object is read once. */
function numbering<Content extends object>(
  textOf: (content: Content) => string,
): (content: Content) => number {
  const byContent = new WeakMap<Content, number>();
  const byText = new Map<string, number>();
  return (content) => {
    const known = byContent.get(content);
    if (known !== undefined) return known;
    const text = textOf(content);
    const number = byText.get(text) ?? byText.size;
    byText.set(text, number);
    byContent.set(content, number);
    return number;
  };
}
