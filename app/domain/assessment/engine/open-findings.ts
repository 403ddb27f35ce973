import type { Finding } from "../assessment";
import { SEVERITY_OF } from "../check";
import { CHECKS } from "../checks";
import { FACT_BASE } from "./codes";
import type { Engine } from "./engine";
import { openFindings, subjectOf } from "./fact-table";
import { packPair } from "./pack-findings";
import { ROW_FINDINGS } from "./row-findings";
import { at, held } from "./words";

/** A finding of `judge` without its words. */
export type OpenFinding = Pick<
  Finding,
  "id" | "checkId" | "outcome" | "severity" | "foundationalRequirement" | "requirementIds"
>;

/** What the codes of one pair stand for: the open findings of `judge`, in the same order. */
export function openFindingsAt(
  engine: Engine,
  profile: number,
  declaration: number,
): ReadonlyArray<OpenFinding> {
  const packed = packPair(engine, profile, declaration);
  const codes = packed.codes.subarray(0, at(packed.ends, 0));
  return CHECKS.flatMap((check) =>
    (check.kind === "facts"
      ? factFindings(engine, check.id, declaration, codes)
      : held(ROW_FINDINGS[check.id])({ engine, profile, declaration, codes })
    ).map(({ about, outcome, foundationalRequirement, requirementIds }) => ({
      id: `${check.id}:${about}`,
      checkId: check.id,
      outcome,
      severity: SEVERITY_OF[outcome],
      foundationalRequirement,
      requirementIds,
    })),
  );
}

/** A profile has at most one demand per check. */
function factFindings({ facts }: Engine, checkId: string, declaration: number, codes: Uint16Array) {
  const demands = Array.from(codes, (code) => facts.atoms[code - FACT_BASE]);
  const atom = demands.find((one) => one?.column.check.id === checkId);
  if (!atom) return [];
  return openFindings(facts, atom, subjectOf(atom.column, declaration));
}
