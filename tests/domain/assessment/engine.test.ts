import fc from "fast-check";
import { expect, test } from "vitest";
import { COMPONENT_REQUIREMENTS } from "~/catalogue/catalogue";
import { judge } from "~/domain/assessment/assess";
import type { Finding, RequirementProfile } from "~/domain/assessment/assessment";
import { CHECKS } from "~/domain/assessment/checks";
import {
  compileEngine,
  type Engine,
  replaceDeclaration,
  replaceProfile,
} from "~/domain/assessment/engine/engine";
import { type OpenFinding, openFindingsAt } from "~/domain/assessment/engine/open-findings";
import { ROW_FINDINGS } from "~/domain/assessment/engine/row-findings";
import { verdictAt } from "~/domain/assessment/engine/verdicts";
import type { DeclarationContent } from "~/domain/declaration/declaration";
import { ARBITRARY_DAY, declarationContent, profile } from "../../builders/arbitraries";

const anEngine = (
  profiles: ReadonlyArray<RequirementProfile>,
  declarations: ReadonlyArray<DeclarationContent>,
) => compileEngine({ requirements: COMPONENT_REQUIREMENTS, asOf: ARBITRARY_DAY, profiles, declarations });

const withoutWords = (finding: Finding): OpenFinding => ({
  id: finding.id,
  checkId: finding.checkId,
  outcome: finding.outcome,
  severity: finding.severity,
  foundationalRequirement: finding.foundationalRequirement,
  requirementIds: finding.requirementIds,
});

/** The explained path is the measure; the engine must say the same of every pair. */
function expectAgreement(engine: Engine, declarations: ReadonlyArray<DeclarationContent>) {
  for (const [place, { profile }] of engine.profiles.entries())
    for (const [number, content] of declarations.entries()) {
      const { verdict, findings } = judge(profile, content, ARBITRARY_DAY);
      const open = findings.filter(({ severity }) => severity !== "none" && severity !== "note");
      expect(openFindingsAt(engine, place, number)).toEqual(open.map(withoutWords));
      expect(verdictAt(engine, place, number)).toBe(verdict);
    }
}

test("the engine knows how to read every check on rows", () => {
  const rowChecks = CHECKS.filter((check) => check.kind === "rows").map(({ id }) => id);
  expect(Object.keys(ROW_FINDINGS).sort()).toEqual([...rowChecks].sort());
});

/** Pairs are many per run, and each is explained in full. */
const SLOW = 60_000;
const many = {
  profiles: fc.array(profile, { minLength: 1, maxLength: 3 }),
  declarations: fc.array(declarationContent, { minLength: 1, maxLength: 4 }),
};

test("the engine and judge agree on every pair", { timeout: SLOW }, () => {
  const seen = {} as Record<string, number>;
  fc.assert(
    fc.property(fc.record(many), ({ profiles, declarations }) => {
      const e = anEngine(profiles, declarations);
      expectAgreement(e, declarations);
      for (const [p] of profiles.entries())
        for (const [d] of declarations.entries()) {
          const v = verdictAt(e, p, d);
          seen[v] = (seen[v] ?? 0) + 1;
          for (const c of new Set(openFindingsAt(e, p, d).map((f) => f.checkId + " " + f.outcome)))
            seen[c] = (seen[c] ?? 0) + 1;
        }
    }),
    { numRuns: 100 },
  );
  console.log(Object.entries(seen).sort(), Object.keys(seen).length);
});

test("the engine and judge agree after declarations and profiles were replaced", { timeout: SLOW }, () => {
  const edits = fc.array(fc.tuple(fc.nat(), declarationContent, fc.nat(), profile), {
    minLength: 1,
    maxLength: 3,
  });
  fc.assert(
    fc.property(fc.record({ ...many, edits }), ({ profiles, declarations, edits }) => {
      const engine = anEngine(profiles, declarations);
      const now = [...declarations];
      for (const [declarationSeed, content, profileSeed, edited] of edits) {
        now[declarationSeed % now.length] = content;
        replaceDeclaration(engine, declarationSeed % now.length, content);
        replaceProfile(engine, profileSeed % profiles.length, edited);
      }
      expectAgreement(engine, now);
    }),
    { numRuns: 60 },
  );
});
