import type { Answer, DeclarationContent } from "../declaration/declaration";
import { givesWayToCare } from "../declaration/essential-function";
import {
  FOUNDATIONAL_REQUIREMENTS,
  type FoundationalRequirement,
  perFoundation,
  type SecurityLevel,
  type SlVector,
  vectorOf,
} from "../security-level/security-level";
import type { IsoDate } from "../shared/iso-date";
import type {
  AcceptedCountermeasure,
  CompensatedRow,
  FoundationalResult,
  MissingReason,
  MissingRow,
  ProfileRequirement,
  ReachState,
  RequirementProfile,
} from "./assessment";
import { compileRequirements, type RowsByFoundation } from "./compiled-requirements";

/** The part of a declaration that levels are computed from. */
export type Declared = Pick<DeclarationContent, "componentTypes" | "answers" | "facts">;

/** What one row is worth: it counts, it counts once the zone provides something, or why it does not count. */
export type RowStanding = "counts" | "needs-countermeasure" | MissingReason;

export type SlCapability = { native: SlVector; withCountermeasures: SlVector };

/**
 * What the answer to a row is worth. Silence is not compliance, and `not-applicable` counts only with a reason. A row
 * that gives way to an essential function, justified and compensated, is not a gap (IEC 62443-4-2 CCSC 1).
 */
export function standingOf(
  requirementId: string,
  { answers, facts }: Pick<Declared, "answers" | "facts">,
): RowStanding {
  const answer = answers[requirementId];
  if (answer === undefined) return "unanswered";
  switch (answer.value) {
    case "met":
    case "met-by-configuration":
      return "counts";
    case "met-with-countermeasure":
      return "needs-countermeasure";
    case "not-met":
      return givesWayToCare(requirementId, facts) ? "needs-countermeasure" : "not-met";
    case "not-applicable":
      return hasNote(answer) ? "counts" : "not-applicable-without-reason";
  }
}

/** True where the supplier has said how, with what, or why. */
export function hasNote(answer: Answer | undefined): boolean {
  return (answer?.note ?? "").trim() !== "";
}

/**
 * SL-C per foundational requirement, 0 to 4 (product.md §4 steps 1 to 3): the highest n such that every
 * applicable row with `minSl` up to n counts; a row lowers only its own foundational requirement, and where no
 * row stands in the way the level is reached. Without a component type nothing is shown: all levels are 0.
 */
export function computeCapability(
  requirements: ReadonlyArray<ProfileRequirement>,
  declared: Declared,
): SlCapability {
  if (declared.componentTypes.length === 0)
    return { native: vectorOf(() => 0), withCountermeasures: vectorOf(() => 0) };
  const standing = standingRows(requirements, declared);
  const levelsOf = (counts: (standing: RowStanding) => boolean) =>
    vectorOf((fr) => levelOf(standing[fr], (one) => counts(one.standing)));
  return {
    native: levelsOf((standing) => standing === "counts"),
    withCountermeasures: levelsOf((standing) => standing === "counts" || standing === "needs-countermeasure"),
  };
}

type StandingRow = { row: ProfileRequirement; standing: RowStanding };
type StandingRows = Readonly<Record<FoundationalRequirement, ReadonlyArray<StandingRow>>>;

/** The last one only: an assessment asks three times in a row, and thousands of declarations would fill the memory. */
let latest: { declared: Declared; rowsFor: RowsByFoundation; standing: StandingRows } | undefined;

/** Applicable rows with what their answers are worth. */
function standingRows(requirements: ReadonlyArray<ProfileRequirement>, declared: Declared): StandingRows {
  const rowsFor = compileRequirements(requirements).rowsFor(declared.componentTypes);
  if (latest?.declared === declared && latest.rowsFor === rowsFor) return latest.standing;
  const standing = perFoundation((fr) =>
    rowsFor[fr].map((row) => ({ row, standing: standingOf(row.id, declared) })),
  );
  latest = { declared, rowsFor, standing };
  return standing;
}

/**
 * Seven levels compared with seven targets (product.md §4 step 4), in the standard's order. Accepted countermeasures
 * of the zone make up for what is not met; they never answer for the supplier.
 */
export function compareWithTarget(
  profile: Pick<RequirementProfile, "slTarget" | "requirements" | "countermeasures">,
  declared: Declared,
  capability: SlCapability,
  asOf: IsoDate,
): ReadonlyArray<FoundationalResult> {
  const standing = standingRows(profile.requirements, declared);
  const ledger = activeLedger(profile.countermeasures, asOf);
  return FOUNDATIONAL_REQUIREMENTS.map((fr) => {
    const target = profile.slTarget[fr];
    const rows = standing[fr];
    const demanded = rows.filter(({ row }) => row.minSl <= target);
    const missing = demanded.flatMap((one) => missingRow(one, ledger));
    const native = capability.native[fr];
    return {
      foundationalRequirement: fr,
      target,
      native,
      withCountermeasures: capability.withCountermeasures[fr],
      state: stateOf({ target, native }, missing, declared),
      missing,
      countermeasures: demanded
        .filter(({ standing }) => standing === "needs-countermeasure")
        .map(({ row }) => row.id),
      compensated: demanded.flatMap((one) => compensatedRow(one, ledger)),
      achieved: achievedLevel(rows, declared, ledger),
    };
  });
}

/** Per row the countermeasure that makes up for it on this day; of several the one that comes first by id. */
type Ledger = ReadonlyMap<string, string>;

const NO_LEDGER: Ledger = new Map();

export function activeLedger(countermeasures: ReadonlyArray<AcceptedCountermeasure>, asOf: IsoDate): Ledger {
  if (countermeasures.length === 0) return NO_LEDGER;
  const ledger = new Map<string, string>();
  for (const { id, requirementIds } of countermeasures.filter((one) => isInForce(one, asOf)))
    for (const row of requirementIds) {
      const known = ledger.get(row);
      if (known === undefined || id < known) ledger.set(row, id);
    }
  return ledger;
}

/** True from the day of acceptance to the last day, both included. */
export function isInForce(
  { acceptedOn, expiresOn }: Pick<AcceptedCountermeasure, "acceptedOn" | "expiresOn">,
  asOf: IsoDate,
): boolean {
  return acceptedOn <= asOf && (expiresOn === null || asOf <= expiresOn);
}

/** `rows` are sorted by level: the first that does not count ends the climb just below it. */
function levelOf(
  rows: ReadonlyArray<StandingRow>,
  counts: (standing: StandingRow) => boolean,
): SecurityLevel {
  const obstacle = rows.find((one) => !counts(one));
  return obstacle === undefined ? 4 : LEVEL_BELOW[obstacle.row.minSl];
}

const LEVEL_BELOW = { 1: 0, 2: 1, 3: 2, 4: 3 } as const satisfies Record<number, SecurityLevel>;

function achievedLevel(
  rows: ReadonlyArray<StandingRow>,
  { componentTypes }: Declared,
  ledger: Ledger,
): SecurityLevel {
  if (componentTypes.length === 0) return 0;
  return levelOf(rows, (one) => one.standing === "counts" || isCompensated(one, ledger));
}

/** Silence and an unfounded `not-applicable` are the supplier's to mend: nothing in the zone answers for them. */
function isCompensated({ row, standing }: StandingRow, ledger: Ledger): boolean {
  return (standing === "not-met" || standing === "needs-countermeasure") && ledger.has(row.id);
}

function missingRow({ row, standing }: StandingRow, ledger: Ledger): ReadonlyArray<MissingRow> {
  if (standing === "counts" || standing === "needs-countermeasure") return [];
  if (isCompensated({ row, standing }, ledger)) return [];
  return [{ requirementId: row.id, minSl: row.minSl, reason: standing }];
}

function compensatedRow({ row, standing }: StandingRow, ledger: Ledger): ReadonlyArray<CompensatedRow> {
  const countermeasureId = ledger.get(row.id);
  if (countermeasureId === undefined || !isCompensated({ row, standing }, ledger)) return [];
  return [{ requirementId: row.id, countermeasureId }];
}

/** Without a component type no row is demanded and none is missing: that shows nothing, so it is open. */
function stateOf(
  { target, native }: Pick<FoundationalResult, "target" | "native">,
  missing: ReadonlyArray<MissingRow>,
  { componentTypes }: Declared,
): ReachState {
  if (native >= target) return "reached";
  if (componentTypes.length === 0) return "undecided";
  if (missing.length === 0) return "reached-with-countermeasures";
  return missing.every((row) => row.reason === "unanswered") ? "undecided" : "short";
}

/** Rows that something outside the product makes up for: named by the supplier or in the ledger of the zone. */
export function rowsOnCountermeasures({
  countermeasures,
  compensated,
}: Pick<FoundationalResult, "countermeasures" | "compensated">): ReadonlyArray<string> {
  return [...new Set([...countermeasures, ...compensated.map((row) => row.requirementId)])];
}
