import type { Finding } from "../assessment";
import { SEVERITY_OF } from "../check";
import { CHECKS } from "../checks";
import { FACT_BASE } from "./codes";
import type { Engine } from "./engine";
import { type Atom, openFindings, subjectOf } from "./fact-table";
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
  const atoms = atomsIn(engine, codes);
  return CHECKS.flatMap((check) =>
    (check.kind === "facts"
      ? factFindings(engine, atoms.get(check.id), declaration)
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

/** By check, of which a profile has at most one demand. */
function atomsIn({ facts }: Engine, codes: Uint16Array): ReadonlyMap<string, Atom> {
  const atoms = new Map<string, Atom>();
  for (const code of codes) {
    const atom = facts.atoms[code - FACT_BASE];
    if (atom) atoms.set(atom.column.check.id, atom);
  }
  return atoms;
}

function factFindings({ facts }: Engine, atom: Atom | undefined, declaration: number) {
  return atom ? openFindings(facts, atom, subjectOf(atom.column, declaration)) : [];
}
