import type { Answers, DeclarationContent } from "../../declaration/declaration";
import type { FoundationalRequirement, SecurityLevel } from "../../security-level/security-level";
import type { IsoDate } from "../../shared/iso-date";
import { judge } from "../assess";
import type {
  AcceptedCountermeasure,
  Finding,
  Judgement,
  MissingReason,
  RequirementProfile,
  Verdict,
  WayToClose,
} from "../assessment";
import { compareVerdicts, verdictOf } from "../verdict";
import { isAboutRows, isOfRowCheck } from "./finding-topics";
import { isOpen } from "./fit";

type Closer = WayToClose["by"];

/** Rows of one area and level that are closed in one go. */
type RowsToClose = {
  kind: "meet" | "compensate" | "answer" | "give-reason";
  foundationalRequirement: FoundationalRequirement;
  level: SecurityLevel;
  requirementIds: ReadonlyArray<string>;
};
/** Findings that one thing closes, with how: several only where all ask for the same. */
type FindingsToClose = { kind: "findings"; findings: ReadonlyArray<Finding> };

export type ClosingStep = {
  /** Unique within its way, e.g. `meet:IAC:2`, `findings:updates-are-signed:product`. */
  id: string;
  by: Closer;
  closes: RowsToClose | FindingsToClose;
  /** The verdict once this step and those before it are done. */
  verdict: Verdict;
};

/** One way to close what is open: by the supplier alone, by the hospital alone, or each what only it can do. */
export type WayOut = {
  by: Closer | "together";
  steps: ReadonlyArray<ClosingStep>;
  verdict: Verdict;
  /** True where the product then conforms, with conditions or without. */
  isEnough: boolean;
  /** What stays open at the end; empty where the way is enough. */
  left: ReadonlyArray<Finding>;
};

export type CheapestWay = {
  verdict: Verdict;
  /** Empty where nothing is open. */
  ways: ReadonlyArray<WayOut>;
  /** Of the ways that are enough the one with the fewest steps, then with the better end; null where none is. */
  cheapest: WayOut["by"] | null;
};

/** Where a way has got to. Findings about facts cannot be judged anew: a closed one no longer counts. */
type Progress = {
  profile: RequirementProfile;
  declaration: DeclarationContent;
  /** What the two give. */
  findings: ReadonlyArray<Finding>;
  /** By finding id, who has closed it. */
  closed: ReadonlyMap<string, Closer>;
};
type OpenStep = Omit<ClosingStep, "verdict">;

/**
 * The least that has to happen before the product may enter the zone. Every row that is missing up to the target and
 * nothing else: lowest level first, fewest rows first, then what is open besides rows, gaps before what is not known.
 * Rows are closed in the input and judged again. What the hospital makes up for stays a condition: it takes the
 * supplier to do without one.
 */
export function cheapestWayToClose(
  profile: RequirementProfile,
  declaration: DeclarationContent,
  asOf: IsoDate,
): CheapestWay {
  const now = judge(profile, declaration, asOf);
  if (isAdmitted(now.verdict)) return { verdict: now.verdict, ways: [], cheapest: null };
  const start = { profile, declaration, findings: now.findings, closed: new Map() };
  const supplier = wayOf("supplier", start, now, asOf);
  const hospital = wayOf("hospital", start, now, asOf);
  const ways = hospital.isEnough
    ? [supplier, hospital]
    : [supplier, hospital, wayOf("together", start, now, asOf)];
  return { verdict: now.verdict, ways, cheapest: cheapestOf(ways) };
}

/** Of the ways that are enough the one with the fewest steps, then the better verdict, then the first. Null where none is. */
export function cheapestOf(ways: ReadonlyArray<WayOut>): WayOut["by"] | null {
  const enough = ways.filter((way) => way.isEnough).sort(compareWays);
  return enough[0]?.by ?? null;
}

export function isAdmitted(verdict: Verdict): boolean {
  return verdict === "conforms" || verdict === "conforms-with-conditions";
}

function compareWays(a: WayOut, b: WayOut): number {
  return a.steps.length - b.steps.length || compareVerdicts(a.verdict, b.verdict);
}

function wayOf(by: WayOut["by"], start: Progress, now: Judgement, asOf: IsoDate): WayOut {
  const rows = takeSteps(stepsOnRows(now, by), start, asOf);
  const rest = takeSteps(stepsOnFindings(rows.open, by), rows.progress, asOf);
  return {
    by,
    steps: [...rows.steps, ...rest.steps],
    verdict: rest.verdict,
    isEnough: isAdmitted(rest.verdict),
    left: rest.open,
  };
}

type Taken = {
  steps: ReadonlyArray<ClosingStep>;
  progress: Progress;
  verdict: Verdict;
  open: ReadonlyArray<Finding>;
};

function takeSteps(steps: ReadonlyArray<OpenStep>, start: Progress, asOf: IsoDate): Taken {
  const taken: Array<ClosingStep> = [];
  let progress = start;
  for (const step of steps) {
    progress = afterStep(progress, step, asOf);
    taken.push({ ...step, verdict: verdictOf(standingFindings(progress)).verdict });
  }
  const findings = standingFindings(progress);
  return { steps: taken, progress, verdict: verdictOf(findings).verdict, open: findings.filter(isOpen) };
}

/** What the supplier has closed is gone; what the hospital has closed is a condition. */
function standingFindings({ findings, closed }: Progress): ReadonlyArray<Finding> {
  return findings.flatMap((finding): ReadonlyArray<Finding> => {
    const by = closed.get(finding.id);
    if (by === undefined) return [finding];
    return by === "supplier"
      ? []
      : [{ ...finding, outcome: "conforms-with-conditions", severity: "condition" }];
  });
}

/** Applies one step to what it changes: the answers, the ledger, or the list of what is closed. */
function afterStep(progress: Progress, { closes, by }: OpenStep, asOf: IsoDate): Progress {
  if (closes.kind === "findings") {
    const closed = closes.findings.map(({ id }) => [id, by] as const);
    return { ...progress, closed: new Map([...progress.closed, ...closed]) };
  }
  const { profile, declaration } = progress;
  if (closes.kind === "compensate") {
    const countermeasures = [...profile.countermeasures, compensating(closes.requirementIds, asOf)];
    return judgedAnew({ ...progress, profile: { ...profile, countermeasures } }, asOf);
  }
  const met: Answers = Object.fromEntries(closes.requirementIds.map((id) => [id, { value: "met" }]));
  const answers = { ...declaration.answers, ...met };
  return judgedAnew({ ...progress, declaration: { ...declaration, answers } }, asOf);
}

function judgedAnew(progress: Progress, asOf: IsoDate): Progress {
  return { ...progress, findings: judge(progress.profile, progress.declaration, asOf).findings };
}

/** As if it had been proposed and accepted today. */
function compensating(requirementIds: ReadonlyArray<string>, asOf: IsoDate): AcceptedCountermeasure {
  return { id: `step:${requirementIds[0]}`, title: "", requirementIds, acceptedOn: asOf, expiresOn: null };
}

const KIND_OF: Readonly<Record<MissingReason, RowsToClose["kind"]>> = {
  "not-met": "meet",
  unanswered: "answer",
  "not-applicable-without-reason": "give-reason",
};

/** One step per area, level and what is to be done. Silence and an unfounded `not-applicable` are the supplier's. */
function stepsOnRows({ results }: Judgement, by: WayOut["by"]): ReadonlyArray<OpenStep> {
  const groups = new Map<string, RowsToClose>();
  for (const { foundationalRequirement, missing } of results)
    for (const { requirementId, minSl: level, reason } of missing) {
      const kind = reason === "not-met" && by !== "supplier" ? "compensate" : KIND_OF[reason];
      const id = `${kind}:${foundationalRequirement}:${level}`;
      const requirementIds = [...(groups.get(id)?.requirementIds ?? []), requirementId];
      groups.set(id, { kind, foundationalRequirement, level, requirementIds });
    }
  return [...groups]
    .sort(([, a], [, b]) => compareRows(a, b))
    .map(
      ([id, closes]): OpenStep => ({
        id,
        by: closes.kind === "compensate" ? "hospital" : "supplier",
        closes,
      }),
    )
    .filter((step) => by === "together" || step.by === by);
}

/** The areas come in the standard's order, which stays where nothing else decides. */
function compareRows(a: RowsToClose, b: RowsToClose): number {
  return a.level - b.level || a.requirementIds.length - b.requirementIds.length;
}

/** What is open besides rows. Where the component type is not known, one word of the supplier closes all areas. */
function stepsOnFindings(open: ReadonlyArray<Finding>, by: WayOut["by"]): ReadonlyArray<OpenStep> {
  const groups = new Map<string, { by: Closer; findings: ReadonlyArray<Finding> }>();
  for (const finding of open.filter((one) => !isAboutRows(one))) {
    const closer = closerOf(finding, by);
    if (closer === null) continue;
    const id = `findings:${isOfRowCheck(finding) ? finding.checkId : finding.id}`;
    groups.set(id, { by: closer, findings: [...(groups.get(id)?.findings ?? []), finding] });
  }
  return [...groups]
    .sort(([, a], [, b]) => placeOf(a.findings) - placeOf(b.findings))
    .map(([id, group]) => ({ id, by: group.by, closes: { kind: "findings", findings: group.findings } }));
}

function placeOf(findings: ReadonlyArray<Finding>): number {
  return findings.some(({ severity }) => severity === "gap") ? 0 : 1;
}

/** Together, the hospital does what it can. */
function closerOf({ waysToClose }: Finding, by: WayOut["by"]): Closer | null {
  const wanted: ReadonlyArray<Closer> = by === "together" ? ["hospital", "supplier"] : [by];
  return wanted.find((closer) => waysToClose.some((way) => way.by === closer)) ?? null;
}
