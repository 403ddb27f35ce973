import fc from "fast-check";
import { expect, test } from "vitest";
import { judge } from "~/domain/assessment/assess";
import type { AcceptedCountermeasure, RequirementProfile } from "~/domain/assessment/assessment";
import { type BothDays, changeDetector } from "~/domain/assessment/changed-results";
import { differenceOfAssessments, isDifference } from "~/domain/assessment/needs-review";
import type { DeclarationContent } from "~/domain/declaration/declaration";
import { type PolicyLayer, resolvePolicy } from "~/domain/policy/policy";
import { ARBITRARY_DAY } from "../../builders/arbitraries";
import { editedContent, editedProfile } from "../../builders/edits";
import { aContent, aProfile, aRow } from "./rows";

type Both<Value> = Readonly<{ before: Value; after: Value }>;
type Detector = ReturnType<typeof changeDetector>;

const ONE_DAY: BothDays = { before: ARBITRARY_DAY, after: ARBITRARY_DAY };
const MONTHS_LATER: BothDays = { before: ARBITRARY_DAY, after: "2027-03-01" };
const rows = [aRow("CR 1.1"), aRow("CR 1.2", { minSl: 2 }), aRow("CR 2.1")];
const profile = profileWith({});
const met = aContent({ "CR 1.1": "met", "CR 1.2": "met", "CR 2.1": "met" });
const missing = aContent({ "CR 1.1": "not-met", "CR 1.2": "met", "CR 2.1": "met" });

function profileWith(policy: PolicyLayer, others: Partial<RequirementProfile> = {}): RequirementProfile {
  const resolved = resolvePolicy({ "reference-type": {}, organisation: policy, zone: {} });
  return { ...aProfile({ slTarget: { IAC: 1, UC: 1 }, rows, policy: resolved.policy }), ...others };
}

function withLedger(...countermeasures: ReadonlyArray<Partial<AcceptedCountermeasure>>): RequirementProfile {
  const usual = {
    ...{ id: "c1", title: "A gateway", requirementIds: ["CR 1.1"] },
    ...{ acceptedOn: "2026-01-01", expiresOn: null },
  };
  return { ...profile, countermeasures: countermeasures.map((one) => ({ ...usual, ...one })) };
}

/** What the detector is measured by: both sides are judged and compared. */
function comesOutOtherwise(
  profiles: Both<RequirementProfile>,
  contents: Both<DeclarationContent>,
  days: BothDays,
) {
  const before = judge(profiles.before, contents.before, days.before);
  const after = judge(profiles.after, contents.after, days.after);
  return isDifference(differenceOfAssessments(before, after));
}

/** The answer of the detector, once it was seen to be that of judging both sides. */
function hasChanged(
  profiles: Both<RequirementProfile>,
  contents: Both<DeclarationContent>,
  days = ONE_DAY,
  detector: Detector = changeDetector(days),
): boolean {
  const changed = detector(profiles.before, profiles.after)(contents.before, contents.after);
  expect(changed).toBe(comesOutOtherwise(profiles, contents, days));
  return changed;
}

const same = <Value>(value: Value): Both<Value> => ({ before: value, after: value });

test("a change is found exactly where judging both sides finds one, in one detector for all pairs", () => {
  const days = fc.constantFrom(ONE_DAY, ONE_DAY, MONTHS_LATER);
  const several = { minLength: 1, maxLength: 3 };
  const seen = { same: 0, changed: 0 };
  fc.assert(
    fc.property(
      fc.array(editedProfile, several),
      fc.array(editedContent, several),
      days,
      (zones, products, on) => {
        const detector = changeDetector(on);
        for (const [before, after] of zones) {
          const isOther = detector(before, after);
          for (const [was, is] of products) {
            const changed = isOther(was, is);
            expect(changed).toBe(comesOutOtherwise({ before, after }, { before: was, after: is }, on));
            seen[changed ? "changed" : "same"] += 1;
          }
        }
      },
    ),
    { numRuns: 15 },
  );
  expect(seen.same).toBeGreaterThan(5);
  expect(seen.changed).toBeGreaterThan(10);
});

test("nothing changes where both sides are the same", () => {
  expect(hasChanged(same(profile), same(met))).toBe(false);
  expect(hasChanged(same(profile), same(missing))).toBe(false);
});

test("another day alone changes nothing where nothing has a date", () => {
  expect(hasChanged(same(profile), same(missing), MONTHS_LATER)).toBe(false);
});

test("content that is written in another order, or again, is the same content", () => {
  const shuffled = aContent({ "CR 2.1": "met", "CR 1.2": "met", "CR 1.1": { value: "met", note: "  " } });
  expect(hasChanged(same(profile), { before: met, after: shuffled })).toBe(false);
});

test("rows of another catalogue always count as a change, also where every result is the same", () => {
  const more = profileWith({}, { requirements: [...rows, aRow("CR 3.4")] });
  const answered = aContent({ ...met.answers, "CR 3.4": "met" });
  expect(comesOutOtherwise({ before: profile, after: more }, same(answered), ONE_DAY)).toBe(false);
  expect(changeDetector(ONE_DAY)(profile, more)(answered, answered)).toBe(true);
});

test("the same rows in another array and order are no other catalogue", () => {
  const reordered = profileWith({}, { requirements: rows.toReversed().map((row) => ({ ...row })) });
  expect(hasChanged({ before: profile, after: reordered }, same(missing))).toBe(false);
});

test("a level that is asked is part of the result, also where it is reached", () => {
  const higher = profileWith({}, { slTarget: { ...profile.slTarget, IAC: 2 } });
  expect(hasChanged({ before: profile, after: higher }, same(met))).toBe(true);
});

test("another component type is a change, also where no other row applies", () => {
  const host = { ...met, componentTypes: ["host-device" as const] };
  expect(hasChanged(same(profile), { before: met, after: host })).toBe(true);
});

test("an answer is a change where a result or a finding rests on it", () => {
  expect(hasChanged(same(profile), { before: met, after: missing })).toBe(true);
  const stranger = aContent({ ...met.answers, "CR 9.9": "not-met" });
  expect(hasChanged(same(profile), { before: met, after: stranger })).toBe(false);
});

test("an answer without its reason is a change by what is found, though every level is as before", () => {
  const value = "met-with-countermeasure" as const;
  const [told, untold] = [
    aContent({ ...met.answers, "CR 1.1": { value, note: "Behind a gateway" } }),
    aContent({ ...met.answers, "CR 1.1": { value } }),
  ];
  const resultsOf = (content: DeclarationContent) => judge(profile, content, ARBITRARY_DAY).results;
  expect(resultsOf(untold)).toEqual(resultsOf(told));
  expect(hasChanged(same(profile), { before: told, after: untold })).toBe(true);
});

test("a fact is a change only where a rule asks for it", () => {
  const [few, none] = [aContent(met.answers, { facts: { remoteAccess: ["permanent"] } }), met];
  const contents = { before: none, after: few };
  expect(hasChanged(same(profileWith({})), contents)).toBe(false);
  expect(hasChanged(same(profileWith({ remoteAccess: ["on-demand"] })), contents)).toBe(true);
});

test("a rule that comes or goes is a change where it finds something that decides", () => {
  const [free, bound] = [profileWith({}), profileWith({ signedUpdates: true })];
  const unsigned = aContent(met.answers, { facts: { signedUpdates: false } });
  expect(hasChanged({ before: free, after: bound }, same(unsigned))).toBe(true);
  expect(hasChanged({ before: bound, after: free }, same(unsigned))).toBe(true);
  expect(hasChanged({ before: free, after: profileWith({}) }, same(unsigned))).toBe(false);
});

test("a rule that is said in other words to the same effect changes nothing", () => {
  const [two, three] = [profileWith({ plannedServiceYears: 2 }), profileWith({ plannedServiceYears: 3 })];
  const supported = aContent(met.answers, { facts: { supportEndsOn: "2045-01-01" } });
  const unsupported = aContent(met.answers, { facts: { supportEndsOn: "2029-01-01" } });
  expect(hasChanged({ before: two, after: three }, same(supported))).toBe(false);
  expect(hasChanged({ before: two, after: three }, same(unsupported))).toBe(true);
});

test("what runs out between the days is a change of a pair on which nobody has worked", () => {
  const asking = profileWith({ plannedServiceYears: 1 });
  const ending = aContent(met.answers, { facts: { supportEndsOn: "2027-12-31" } });
  expect(hasChanged(same(asking), same(ending))).toBe(false);
  expect(hasChanged(same(asking), same(ending), MONTHS_LATER)).toBe(true);
  const runningOut = withLedger({ expiresOn: "2027-01-01" });
  expect(hasChanged(same(runningOut), same(missing))).toBe(false);
  expect(hasChanged(same(runningOut), same(missing), MONTHS_LATER)).toBe(true);
});

test("the ledger changes what is missing or rests on a countermeasure, and nothing else", () => {
  const ledgers = { before: profile, after: withLedger({}) };
  const resting = aContent({ ...met.answers, "CR 1.1": "met-with-countermeasure" });
  const silent = aContent({ "CR 1.2": "met", "CR 2.1": "met" });
  const found = [missing, resting, met, silent].map((content) => hasChanged(ledgers, same(content)));
  expect(found).toEqual([true, true, false, false]);
});

test("another countermeasure for the same row is a change, and so is what a finding says of it", () => {
  const change = (after: Partial<AcceptedCountermeasure>) =>
    hasChanged({ before: withLedger({}), after: withLedger(after) }, same(missing));
  expect(change({ id: "c2" })).toBe(true);
  expect(change({ expiresOn: "2027-06-30" })).toBe(true);
  expect(change({ title: "Another gateway" })).toBe(true);
  expect(change({ acceptedOn: "2026-02-01" })).toBe(false);
});

test("of two countermeasures the one that takes over is another result", () => {
  const [second, both] = [withLedger({ id: "c2" }), withLedger({ id: "c2" }, { id: "c1" })];
  expect(hasChanged({ before: second, after: both }, same(missing))).toBe(true);
  expect(hasChanged({ before: both, after: withLedger({ id: "c1" }) }, same(missing))).toBe(false);
});

test("a detector that has seen other zones and products answers as a fresh one", () => {
  const detector = changeDetector(ONE_DAY);
  const zones = [profile, profileWith({ signedUpdates: true }), profileWith({})];
  const products = [met, missing, aContent(met.answers, { facts: { signedUpdates: true } }), { ...met }];
  const answers = zones.flatMap((before) =>
    zones.flatMap((after) =>
      products.flatMap((was) =>
        products.map((is) => hasChanged({ before, after }, { before: was, after: is }, ONE_DAY, detector)),
      ),
    ),
  );
  expect(new Set(answers)).toEqual(new Set([true, false]));
});
