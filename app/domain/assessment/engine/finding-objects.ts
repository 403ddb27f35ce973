import type { Severity } from "../assessment";
import { SEVERITY_OF } from "../check";
import { VERDICTS } from "../verdict";
import { ANSWER_STRIDE, CLAIMED, NATIVE } from "./answer-rows";
import { CLAIM_BASE, FACT_BASE, LEVEL_BASE, ROW_SPAN } from "./codes";
import type { Engine } from "./engine";
import { patternOf, subjectOf, subjectValue, worstOf } from "./fact-table";
import type { PackedFindings } from "./pack-findings";
import { levelAt, type RowLayout } from "./row-layout";
import { compiledAt } from "./verdicts";
import { at, held } from "./words";

/** One open finding without a word of text; rows and levels share theirs, so nothing in it may be changed. */
export type FindingObject = {
  code: number;
  checkId: string;
  severity: Severity;
  /** The level from which a row is demanded, the target, or what the zone demands. */
  expected: unknown;
  /** How the row stands, the level that is reached or claimed, or what the product says. */
  actual: unknown;
};

/** By how a row stands, in the order of the codes. */
const STANDINGS: ReadonlyArray<Pick<FindingObject, "checkId" | "severity" | "actual">> = [
  { checkId: "capability-meets-target", severity: "gap", actual: "not-met" },
  { checkId: "not-applicable-has-a-reason", severity: "gap", actual: "not-applicable-without-reason" },
  { checkId: "requirement-is-answered", severity: "open", actual: "unanswered" },
  { checkId: "gap-is-compensated", severity: "condition", actual: "compensated" },
  { checkId: "countermeasure-is-described", severity: "condition", actual: "needs-countermeasure" },
  { checkId: "essential-function-is-kept", severity: "condition", actual: "gives-way-to-care" },
];

const SEVERITIES: ReadonlyArray<Severity> = VERDICTS.map((outcome) => SEVERITY_OF[outcome]);

const rowObjects = new WeakMap<RowLayout, ReadonlyArray<FindingObject>>();

/** By code. */
function objectsOfRows(layout: RowLayout): ReadonlyArray<FindingObject> {
  const known = rowObjects.get(layout);
  if (known) return known;
  const fresh = STANDINGS.flatMap((standing, place) =>
    Array.from({ length: ROW_SPAN }, (_, bit) =>
      Object.freeze({
        code: place * ROW_SPAN + bit,
        checkId: standing.checkId,
        severity: standing.severity,
        expected: layout.rows[bit]?.minSl,
        actual: standing.actual,
      }),
    ),
  );
  rowObjects.set(layout, fresh);
  return fresh;
}

/** By code less `LEVEL_BASE`, times 64, plus the target times 8, plus the other level. */
const LEVEL_OBJECTS: ReadonlyArray<FindingObject> = Array.from({ length: 64 * 64 }, (_, index) => {
  const code = LEVEL_BASE + (index >> 6);
  return Object.freeze({
    code,
    checkId: code < CLAIM_BASE ? "capability-meets-target" : "claimed-level-is-computed",
    severity: held(SEVERITIES[code & 3]),
    expected: (index >> 3) & 7,
    actual: index & 7,
  });
});

/** What the codes of one pair say, as objects: `pair` is its place among those that were packed. */
export function findingObjects(
  engine: Engine,
  packed: PackedFindings,
  pair: number,
  profile: number,
  declaration: number,
): ReadonlyArray<FindingObject> {
  const rows = objectsOfRows(engine.layout);
  const { target } = compiledAt(engine, profile);
  const { codes, ends } = packed;
  const offset = declaration * ANSWER_STRIDE;
  const native = at(engine.answers, offset + NATIVE);
  const claimed = at(engine.answers, offset + CLAIMED);
  const from = pair === 0 ? 0 : at(ends, pair - 1);
  const to = at(ends, pair);
  const found = new Array<FindingObject>(to - from);
  for (let index = from, before = 0, nth = 0; index < to; index += 1) {
    const code = held(codes[index]);
    if (code < LEVEL_BASE) {
      found[index - from] = held(rows[code]);
    } else if (code < FACT_BASE) {
      found[index - from] = objectOfLevel(code, target, code < CLAIM_BASE ? native : claimed);
    } else {
      nth = before === code ? nth + 1 : 0;
      before = code;
      found[index - from] = objectOfFact(engine, declaration, code, nth);
    }
  }
  return found;
}

function objectOfLevel(code: number, target: number, other: number): FindingObject {
  const place = ((code - LEVEL_BASE) & 31) >> 2;
  const index = ((code - LEVEL_BASE) << 6) | (levelAt(target, place) << 3) | levelAt(other, place);
  return held(LEVEL_OBJECTS[index]);
}

/** Subjects up to which a column keeps objects: most checks hear one of a few answers from everybody. */
const FEW = 256;

/** `nth`: of several findings of one demand, which. */
function objectOfFact({ facts }: Engine, declaration: number, code: number, nth: number): FindingObject {
  const number = code - FACT_BASE;
  const atom = held(facts.atoms[number]);
  const subject = subjectOf(atom.column, declaration);
  const known = atom.shared[subject];
  if (known) return known;
  const pattern = patternOf(facts, atom, declaration);
  const rank = pattern.length === 0 ? worstOf(facts, number, declaration) : pattern[nth];
  const fresh = {
    code,
    checkId: atom.column.check.id,
    severity: held(SEVERITIES[held(rank)]),
    expected: atom.demand,
    actual: subjectValue(facts, atom.column, declaration),
  };
  if (pattern.length === 0 && atom.column.speakers.length <= FEW) atom.shared[subject] = fresh;
  return fresh;
}
