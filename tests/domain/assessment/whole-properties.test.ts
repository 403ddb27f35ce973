import fc from "fast-check";
import { expect, test } from "vitest";
import { CATALOGUE_VERSION, COMPONENT_REQUIREMENTS } from "~/catalogue/catalogue";
import { MDS2_QUESTIONS } from "~/catalogue/mds2-questions";
import { assess, judge } from "~/domain/assessment/assess";
import type { RequirementProfile } from "~/domain/assessment/assessment";
import { CHECKS } from "~/domain/assessment/checks";
import { DENIED_BY_FACT } from "~/domain/assessment/checks/documents/facts-agree-with-answers";
import { requirementProfile } from "~/domain/assessment/requirement-profile";
import { compareVerdicts } from "~/domain/assessment/verdict";
import type { DeclarationContent } from "~/domain/declaration/declaration";
import { ProductFactsSchema } from "~/domain/declaration/facts";
import {
  FOUNDATIONAL_REQUIREMENTS,
  flatVector,
  SECURITY_LEVELS,
} from "~/domain/security-level/security-level";
import { fingerprintOf } from "~/domain/shared/fingerprint";
import {
  ARBITRARY_DAY,
  acceptedCountermeasure,
  declarationContent,
  profile as profiles,
} from "../../builders/arbitraries";
import { aContent } from "./rows";

/** Every check at once, over the real rows: policies, evidence, facts, channels and the ledger are drawn too. */
function holds(
  property: (profile: RequirementProfile, declaration: DeclarationContent, seed: number) => void,
): void {
  fc.assert(fc.property(profiles, declarationContent, fc.nat(), property), { numRuns: 150 });
}

function turned<Value>(value: Value): Value {
  // The shape stays; every list is turned round, however deep it lies.
  return turnLists(value) as Value;
}

function turnLists(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(turnLists).reverse();
  if (typeof value === "object" && value !== null)
    return Object.fromEntries(
      Object.entries(value)
        .map(([name, member]) => [name, turnLists(member)])
        .reverse(),
    );
  return value;
}

test("raising any component of the target never improves a verdict, whatever else the zone demands", () => {
  holds((profile, declaration, seed) => {
    const fr = FOUNDATIONAL_REQUIREMENTS[seed % 7] ?? "IAC";
    const higher = SECURITY_LEVELS[profile.slTarget[fr] + 1];
    fc.pre(higher !== undefined);
    const raised = { ...profile, slTarget: { ...profile.slTarget, [fr]: higher } };
    const before = judge(profile, declaration, ARBITRARY_DAY).verdict;
    expect(compareVerdicts(judge(raised, declaration, ARBITRARY_DAY).verdict, before)).toBeGreaterThanOrEqual(
      0,
    );
  });
});

/** A declaration with one answer turned to `met`, judged before and after. */
function turnedToMet(profile: RequirementProfile, declaration: DeclarationContent, id: string) {
  const answers = { ...declaration.answers, [id]: { value: "met" as const } };
  return {
    before: judge(profile, declaration, ARBITRARY_DAY),
    after: judge(profile, { ...declaration, answers }, ARBITRARY_DAY),
  };
}

test("turning an answer to met never worsens a verdict, whatever the documents say", () => {
  holds((profile, declaration, seed) => {
    const id = COMPONENT_REQUIREMENTS[seed % COMPONENT_REQUIREMENTS.length]?.id ?? "";
    // What did not apply has denied nothing; what is said of it instead may: see the next one.
    if (declaration.answers[id]?.value === "not-applicable") return;
    const { before, after } = turnedToMet(profile, declaration, id);
    expect(compareVerdicts(after.verdict, before.verdict)).toBeLessThanOrEqual(0);
  });
});

/** What a supplier may state that some row speaks against, or the opposite of it. */
const factsThatDeny = fc
  .record(
    {
      individualAccounts: fc.boolean(),
      defaultCredentials: fc.constantFrom("fixed", "forced-change"),
      autoLogoff: fc.boolean(),
      loggedEvents: fc.constantFrom([], ["sign-on"]),
      timeSources: fc.constantFrom(["manual"], ["ntp"]),
      updateMechanisms: fc.constantFrom([], ["remote-by-owner"]),
      signedUpdates: fc.boolean(),
      siemChannels: fc.constantFrom([], ["api"]),
    },
    { requiredKeys: [] },
  )
  .map((facts) => ProductFactsSchema.parse(facts));
const DENIABLE = Object.values(DENIED_BY_FACT).flat();
const NOTHING_APPLIES = Object.fromEntries(
  COMPONENT_REQUIREMENTS.map(({ id }) => [
    id,
    { value: "not-applicable" as const, note: "No such interface" },
  ]),
);

test("a row that did not apply and is met now costs at most a condition, and only where the same declaration denies it", () => {
  const profile = requirementProfile({
    ...{ slTarget: flatVector(4), requirements: COMPONENT_REQUIREMENTS, catalogueVersion: CATALOGUE_VERSION },
    mds2Questions: MDS2_QUESTIONS,
  });
  const seen = { denied: 0, free: 0 };
  fc.assert(
    fc.property(factsThatDeny, fc.constantFrom(...DENIABLE), (facts, id) => {
      const declaration = aContent(NOTHING_APPLIES, { facts });
      const { before, after } = turnedToMet(profile, declaration, id);
      expect(before.verdict).toBe("conforms");
      const worse = after.findings.filter(({ outcome }) => outcome !== "conforms");
      if (worse.length === 0) seen.free += 1;
      else seen.denied += 1;
      expect(after.verdict).toBe(worse.length === 0 ? "conforms" : "conforms-with-conditions");
      for (const { checkId, requirementIds } of worse)
        expect([checkId, requirementIds]).toEqual(["facts-agree-with-answers", [id]]);
    }),
    { numRuns: 300 },
  );
  expect(Math.min(seen.denied, seen.free)).toBeGreaterThan(10);
});

test("no order of answers, facts, evidence, channels, questions or countermeasures ever matters", () => {
  holds((profile, declaration) => {
    const { policy, mds2Questions, milestones, requirements, channels, countermeasures, ...rest } = profile;
    const lists = turned({ mds2Questions, milestones, requirements, channels, countermeasures });
    // The four rungs of a ladder are no set.
    const other: RequirementProfile = { ...rest, policy, ...lists };
    expect(JSON.stringify(assess(other, turned(declaration), ARBITRARY_DAY))).toBe(
      JSON.stringify(assess(profile, declaration, ARBITRARY_DAY)),
    );
  });
});

test("a countermeasure that comes into force never worsens a verdict and never lowers what the zone achieves", () => {
  fc.assert(
    fc.property(profiles, declarationContent, acceptedCountermeasure, (profile, declaration, one) => {
      const added = { ...one, id: "z-added", acceptedOn: "2026-01-01", expiresOn: null };
      const before = judge(profile, declaration, ARBITRARY_DAY);
      const more = { ...profile, countermeasures: [...profile.countermeasures, added] };
      const after = judge(more, declaration, ARBITRARY_DAY);
      expect(compareVerdicts(after.verdict, before.verdict)).toBeLessThanOrEqual(0);
      expect(after.slCapability).toEqual(before.slCapability);
      for (const [place, result] of after.results.entries())
        expect(result.achieved).toBeGreaterThanOrEqual(before.results[place]?.achieved ?? 0);
    }),
    { numRuns: 150 },
  );
});

test("a verdict that does not conform names what caused it and how to close it", () => {
  holds((profile, declaration) => {
    const { verdict, decidedBy, findings } = judge(profile, declaration, ARBITRARY_DAY);
    const decisive = findings.filter(({ id }) => decidedBy.includes(id));
    expect(decisive.length).toBeGreaterThan(0);
    for (const finding of decisive) {
      expect(finding.outcome).toBe(verdict);
      if (verdict !== "conforms") expect(finding.waysToClose.length).toBeGreaterThan(0);
    }
  });
});

test("a finding that decides and is closed no longer decides: nothing but the findings makes the verdict", () => {
  holds((profile, declaration) => {
    const { verdict, decidedBy, findings } = judge(profile, declaration, ARBITRARY_DAY);
    fc.pre(verdict !== "conforms");
    const rest = findings.filter(({ id }) => !decidedBy.includes(id));
    expect(rest.every(({ outcome }) => compareVerdicts(outcome, verdict) < 0)).toBe(true);
  });
});

test("findings are unique and come in the order of the checks", () => {
  holds((profile, declaration) => {
    const { findings } = judge(profile, declaration, ARBITRARY_DAY);
    expect(new Set(findings.map(({ id }) => id)).size).toBe(findings.length);
    const places = findings.map(({ checkId }) => CHECKS.findIndex(({ id }) => id === checkId));
    expect(places).toEqual([...places].sort((a, b) => a - b));
  });
});

test("the quick answer is the whole one without its fingerprint, and both survive a JSON round trip", () => {
  holds((profile, declaration) => {
    const { fingerprint, ...assessed } = assess(profile, declaration, ARBITRARY_DAY);
    expect(judge(profile, declaration, ARBITRARY_DAY)).toEqual(assessed);
    expect(fingerprint).toMatch(/^[0-9a-f]{64}$/);
    const [copiedProfile, copiedDeclaration]: [RequirementProfile, DeclarationContent] = JSON.parse(
      JSON.stringify([profile, declaration]),
    );
    const again = assess(copiedProfile, copiedDeclaration, ARBITRARY_DAY);
    expect(fingerprintOf(again)).toBe(fingerprintOf({ ...assessed, fingerprint }));
  });
});
