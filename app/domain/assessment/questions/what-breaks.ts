import type { DeclarationContent } from "../../declaration/declaration";
import type { IsoDate } from "../../shared/iso-date";
import { judge } from "../assess";
import type { Finding, Judgement, MissingRow, RequirementProfile, Verdict } from "../assessment";
import type { Change } from "../needs-review";
import { compareVerdicts } from "../verdict";

export type Broken<Subject> = {
  subject: Subject;
  verdict: Change<Verdict>;
  /** Rows that were not missing before, lowest level first. */
  missing: ReadonlyArray<MissingRow>;
  /** Ids of rows for which the zone must provide or keep something that it need not before. */
  leaning: ReadonlyArray<string>;
  /** What decides now and did not come out so badly before. Never empty. */
  findings: ReadonlyArray<Finding>;
};

/**
 * What breaks if this zone asks for more: every product whose verdict gets worse from one profile of the zone to the
 * other, with the rows and findings that break it. Empty where nothing is asked on top.
 */
export function whatBreaks<Subject>(
  pairs: ReadonlyArray<{ subject: Subject; declaration: DeclarationContent }>,
  before: RequirementProfile,
  after: RequirementProfile,
  asOf: IsoDate,
): ReadonlyArray<Broken<Subject>> {
  return pairs.flatMap(({ subject, declaration }) => {
    const old = judge(before, declaration, asOf);
    const fresh = judge(after, declaration, asOf);
    if (compareVerdicts(fresh.verdict, old.verdict) <= 0) return [];
    return [
      {
        subject,
        verdict: { before: old.verdict, after: fresh.verdict },
        missing: newlyMissing(old, fresh),
        leaning: leaningRows(fresh).filter((row) => !leaningRows(old).includes(row)),
        findings: newlyDecisive(old, fresh),
      },
    ];
  });
}

function newlyMissing(old: Judgement, fresh: Judgement): ReadonlyArray<MissingRow> {
  const known = new Set(old.results.flatMap(({ missing }) => missing.map((row) => row.requirementId)));
  return fresh.results
    .flatMap(({ missing }) => missing)
    .filter(({ requirementId }) => !known.has(requirementId))
    .sort((a, b) => a.minSl - b.minSl);
}

function leaningRows({ results }: Judgement): ReadonlyArray<string> {
  return results.flatMap(({ countermeasures, compensated }) => [
    ...new Set([...countermeasures, ...compensated.map((row) => row.requirementId)]),
  ]);
}

function newlyDecisive(old: Judgement, fresh: Judgement): ReadonlyArray<Finding> {
  return fresh.findings.filter(({ id, outcome }) => {
    if (!fresh.decidedBy.includes(id)) return false;
    const before = old.findings.find((finding) => finding.id === id);
    return before === undefined || compareVerdicts(outcome, before.outcome) > 0;
  });
}
