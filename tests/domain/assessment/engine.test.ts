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
import { findingObjects } from "~/domain/assessment/engine/finding-objects";
import { type OpenFinding, openFindingsAt } from "~/domain/assessment/engine/open-findings";
import { type noFindings, packDeclaration, packProfile } from "~/domain/assessment/engine/pack-findings";
import { ROW_FINDINGS } from "~/domain/assessment/engine/row-findings";
import { verdictAt, verdictsOfDeclaration, verdictsOfProfile } from "~/domain/assessment/engine/verdicts";
import { VERDICTS } from "~/domain/assessment/verdict";
import type { DeclarationContent } from "~/domain/declaration/declaration";
import { ARBITRARY_DAY, declarationContent, profile } from "../../builders/arbitraries";

const many = {
  profiles: fc.array(profile, { minLength: 1, maxLength: 3 }),
  declarations: fc.array(declarationContent, { minLength: 1, maxLength: 4 }),
};

const engineOf = (
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

/** The explained path is the measure: whatever the engine says of a pair, `judge` says too. */
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

test("the engine and judge agree on every pair, in whatever form it is asked for", () => {
  fc.assert(
    fc.property(fc.record(many), ({ profiles, declarations }) => {
      const engine = engineOf(profiles, declarations);
      expectAgreement(engine, declarations);
      expectSameInEveryForm(engine);
    }),
    { numRuns: 50 },
  );
});

test("the engine and judge agree after declarations and profiles were replaced", () => {
  const edits = fc.array(fc.tuple(fc.nat(), declarationContent, fc.nat(), profile), {
    minLength: 1,
    maxLength: 3,
  });
  fc.assert(
    fc.property(fc.record({ ...many, edits }), ({ profiles, declarations, edits }) => {
      const engine = engineOf(profiles, declarations);
      const now = [...declarations];
      for (const [declarationSeed, content, profileSeed, edited] of edits) {
        now[declarationSeed % now.length] = content;
        replaceDeclaration(engine, declarationSeed % now.length, content);
        replaceProfile(engine, profileSeed % profiles.length, edited);
      }
      expectAgreement(engine, now);
    }),
    { numRuns: 30 },
  );
});

/** Verdicts, codes and objects, by profile and by declaration. */
function expectSameInEveryForm(engine: Engine) {
  const ofDeclarations = engine.facts.documents.map((_, number) => packDeclaration(engine, number));
  for (const place of engine.profiles.keys()) {
    const packed = packProfile(engine, place);
    expect(packed.verdicts).toEqual(verdictsOfProfile(engine, place));
    for (const [number, other] of ofDeclarations.entries()) {
      expect(codesOf(other, place)).toEqual(codesOf(packed, number));
      expect(other.verdicts).toEqual(verdictsOfDeclaration(engine, number));
      expect(VERDICTS[packed.verdicts[number] ?? 4]).toBe(verdictAt(engine, place, number));
      expectSameInObjects(engine, packed, place, number);
    }
  }
}

function codesOf({ codes, ends }: ReturnType<typeof noFindings>, pair: number): ReadonlyArray<number> {
  return [...codes.subarray(pair === 0 ? 0 : ends[pair - 1], ends[pair])];
}

/** Of a check on facts every finding is an object; of a check on rows every row, and every level. */
function expectSameInObjects(
  engine: Engine,
  packed: ReturnType<typeof noFindings>,
  place: number,
  number: number,
) {
  const objects = findingObjects(engine, packed, number, place, number);
  expect(objects.map(({ code }) => code)).toEqual(codesOf(packed, number));
  const factChecks = new Set(CHECKS.filter(({ kind }) => kind === "facts").map(({ id }) => id));
  const open = openFindingsAt(engine, place, number);
  const ofFacts = (list: ReadonlyArray<{ checkId: string; severity: string }>) =>
    list
      .filter(({ checkId }) => factChecks.has(checkId))
      .map(({ checkId, severity }) => `${checkId} ${severity}`)
      .sort();
  expect(ofFacts(objects)).toEqual(ofFacts(open));
  const unanswered = open.filter(({ checkId }) => checkId === "requirement-is-answered");
  expect(objects.filter(({ checkId }) => checkId === "requirement-is-answered")).toHaveLength(
    unanswered.flatMap(({ requirementIds }) => requirementIds).length,
  );
}
