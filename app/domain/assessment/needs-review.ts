import type { ComponentType } from "../requirement/component-requirement";
import type { FoundationalRequirement, SecurityLevel } from "../security-level/security-level";
import { canonicalJson } from "../shared/canonical-json";
import type { Assessment, Finding, FoundationalResult, Judgement, ReachState, Verdict } from "./assessment";

export type Change<Value> = { before: Value; after: Value };

/** What became of one foundational requirement; null where a value is the same. */
export type ResultDifference = {
  foundationalRequirement: FoundationalRequirement;
  target: Change<SecurityLevel> | null;
  native: Change<SecurityLevel> | null;
  withCountermeasures: Change<SecurityLevel> | null;
  /** What the product brings into the zone with what the ledger makes up for. */
  achieved: Change<SecurityLevel> | null;
  state: Change<ReachState> | null;
  /** Row ids. */
  newlyMissing: ReadonlyArray<string>;
  noLongerMissing: ReadonlyArray<string>;
  newCountermeasures: ReadonlyArray<string>;
  droppedCountermeasures: ReadonlyArray<string>;
  /** Rows that the ledger of the zone makes up for now, or no longer. */
  newlyCompensated: ReadonlyArray<string>;
  noLongerCompensated: ReadonlyArray<string>;
};

export type AssessmentDifference = {
  verdict: Change<Verdict> | null;
  componentTypes: Change<ReadonlyArray<ComponentType>> | null;
  /** Only the foundational requirements that changed, in the standard's order. */
  results: ReadonlyArray<ResultDifference>;
  /** Finding ids. `changed`: another outcome, other rows, or something else declared. */
  newFindings: ReadonlyArray<string>;
  droppedFindings: ReadonlyArray<string>;
  changedFindings: ReadonlyArray<string>;
};

/**
 * What changed in the result from the assessment a decision rests on to the one that holds now. The day, the
 * fingerprint and the versions are not results: alone they change nothing here.
 */
export function differenceOfAssessments(frozen: Judgement, fresh: Judgement): AssessmentDifference {
  const before = decidingFindings(frozen);
  const after = decidingFindings(fresh);
  return {
    verdict: changeOf(frozen.verdict, fresh.verdict),
    componentTypes: changeOf(frozen.componentTypes, fresh.componentTypes),
    results: fresh.results.flatMap((result) =>
      frozen.results
        .filter((one) => one.foundationalRequirement === result.foundationalRequirement)
        .flatMap((one) => differenceOfResults(one, result)),
    ),
    newFindings: without([...after.keys()], [...before.keys()]),
    droppedFindings: without([...before.keys()], [...after.keys()]),
    changedFindings: [...after.values()].flatMap((finding) => {
      const frozenFinding = before.get(finding.id);
      return frozenFinding && changeOf(substanceOf(frozenFinding), substanceOf(finding)) ? [finding.id] : [];
    }),
  };
}

/** True where a decision on `frozen` has to be looked at again: the result is another one today. */
export function needsReview(frozen: Assessment, fresh: Assessment): boolean {
  if (frozen.fingerprint === fresh.fingerprint) return false;
  return isDifference(differenceOfAssessments(frozen, fresh));
}

/** True where anything in the result changed. */
export function isDifference(difference: AssessmentDifference): boolean {
  return (
    difference.verdict !== null ||
    difference.componentTypes !== null ||
    [difference.results, difference.newFindings, difference.droppedFindings, difference.changedFindings].some(
      (changes) => changes.length > 0,
    )
  );
}

function differenceOfResults(
  before: FoundationalResult,
  after: FoundationalResult,
): ReadonlyArray<ResultDifference> {
  if (changeOf(before, after) === null) return [];
  const [missingBefore, missingAfter] = [idsOf(before.missing), idsOf(after.missing)];
  const [compensatedBefore, compensatedAfter] = [idsOf(before.compensated), idsOf(after.compensated)];
  return [
    {
      foundationalRequirement: after.foundationalRequirement,
      target: changeOf(before.target, after.target),
      native: changeOf(before.native, after.native),
      withCountermeasures: changeOf(before.withCountermeasures, after.withCountermeasures),
      achieved: changeOf(before.achieved, after.achieved),
      state: changeOf(before.state, after.state),
      newlyMissing: without(missingAfter, missingBefore),
      noLongerMissing: without(missingBefore, missingAfter),
      newCountermeasures: without(after.countermeasures, before.countermeasures),
      droppedCountermeasures: without(before.countermeasures, after.countermeasures),
      newlyCompensated: without(compensatedAfter, compensatedBefore),
      noLongerCompensated: without(compensatedBefore, compensatedAfter),
    },
  ];
}

function idsOf(rows: ReadonlyArray<{ requirementId: string }>): ReadonlyArray<string> {
  return rows.map((row) => row.requirementId);
}

/** Notes decide nothing, so one that comes or goes, e.g. "expires soon", calls no decision into question. */
function decidingFindings({ findings }: Judgement): ReadonlyMap<string, Finding> {
  return new Map(
    findings.filter(({ severity }) => severity !== "note").map((finding) => [finding.id, finding]),
  );
}

/** What a finding says about the product, without the words it is said in: those may improve any day. */
export function substanceOf({ outcome, severity, requirementIds, declared }: Finding) {
  return { outcome, severity, requirementIds, declared: declared.params };
}

function changeOf<Value>(before: Value, after: Value): Change<Value> | null {
  return canonicalJson(before) === canonicalJson(after) ? null : { before, after };
}

function without(ids: ReadonlyArray<string>, others: ReadonlyArray<string>): ReadonlyArray<string> {
  return ids.filter((id) => !others.includes(id));
}
