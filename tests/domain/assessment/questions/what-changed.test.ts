import fc from "fast-check";
import { expect, test } from "vitest";
import { judge } from "~/domain/assessment/assess";
import { isDifference } from "~/domain/assessment/needs-review";
import { whatChanged, whatIsAskedOtherwise } from "~/domain/assessment/questions/what-changed";
import { NO_POLICY } from "~/domain/policy/policy";
import { aContent, aProfile, aRow } from "../rows";
import { cases, DAY, vectors } from "./cases";

const ROWS = [aRow("CR 1.1"), aRow("CR 2.1")];
const PROFILE = aProfile({
  slTarget: { IAC: 1, UC: 1 },
  rows: ROWS,
  policy: { ...NO_POLICY, signedUpdates: true },
});

test("between two declarations: verdict and levels before and after, findings that came, went and changed", () => {
  const before = judge(PROFILE, aContent({ "CR 1.1": "not-met" }), DAY);
  const after = judge(
    PROFILE,
    aContent(
      { "CR 1.1": { value: "met-with-countermeasure", note: "A gateway" }, "CR 2.1": "met" },
      {
        facts: { signedUpdates: true },
      },
    ),
    DAY,
  );
  const changed = whatChanged(before, after);
  expect(changed.verdict).toEqual({ before: "does-not-conform", after: "conforms-with-conditions" });
  expect(changed.slTarget.before).toEqual(PROFILE.slTarget);
  expect(changed.slCapability).toMatchObject({
    before: { native: { UC: 0 }, withCountermeasures: { IAC: 0 } },
    after: { native: { UC: 4 }, withCountermeasures: { IAC: 4 } },
  });
  const { added, removed, changed: other } = changed.findings;
  expect(added.map(({ id }) => id)).toEqual(["countermeasure-is-described:CR 1.1"]);
  expect(removed.map(({ id }) => id)).toEqual(["requirement-is-answered:UC"]);
  expect(other.map(({ before: old, after: fresh }) => [old.id, old.outcome, fresh.outcome])).toEqual([
    ["capability-meets-target:IAC", "does-not-conform", "conforms-with-conditions"],
    ["capability-meets-target:UC", "incomplete", "conforms"],
    ["updates-are-signed:product", "incomplete", "conforms"],
  ]);
});

test("between two days: what has run out shows as a changed finding", () => {
  const profile = aProfile({
    slTarget: {},
    rows: ROWS,
    policy: { ...NO_POLICY, plannedServiceYears: 1 },
  });
  const declaration = aContent({}, { facts: { supportEndsOn: "2027-01-31" } });
  const changed = whatChanged(judge(profile, declaration, "2025-01-01"), judge(profile, declaration, DAY));
  expect(changed.verdict).toEqual({ before: "conforms", after: "does-not-conform" });
  expect(changed.findings.changed).toHaveLength(1);
});

test("a zone asks otherwise through its policy, its conduits and what it makes up for", () => {
  const channel = {
    protocol: "DICOM",
    transport: "tcp",
    ports: "2762",
    direction: "both",
    peer: "hospital",
    encrypted: true,
    authenticated: true,
  } as const;
  const gateway = {
    id: "c1",
    title: "Gateway",
    requirementIds: ["CR 1.1"],
    acceptedOn: DAY,
    expiresOn: null,
  };
  const before = { ...PROFILE, channels: [channel], countermeasures: [] };
  const after = {
    ...PROFILE,
    channels: [{ ...channel, encrypted: false }],
    countermeasures: [gateway],
    policy: { ...PROFILE.policy, signedUpdates: false, hardeningGuide: true },
  };
  expect(whatIsAskedOtherwise(before, after)).toEqual({
    policy: ["hardeningGuide", "signedUpdates"],
    channels: { added: [{ ...channel, encrypted: false }], removed: [channel] },
    countermeasures: { added: [gateway], removed: [] },
  });
  expect(whatIsAskedOtherwise(after, before).countermeasures).toEqual({ added: [], removed: [gateway] });
  const kept = { ...gateway, id: "c0" };
  const with0 = { ...before, channels: [channel], countermeasures: [kept] };
  const withBoth = {
    ...with0,
    channels: [channel, { ...channel, ports: "104" }],
    countermeasures: [kept, gateway],
  };
  expect(whatIsAskedOtherwise(with0, withBoth)).toMatchObject({
    channels: { added: [{ ports: "104" }], removed: [] },
    countermeasures: { added: [{ id: "c1" }], removed: [] },
  });
  expect(whatIsAskedOtherwise(withBoth, with0)).toMatchObject({
    channels: { added: [], removed: [{ ports: "104" }] },
    countermeasures: { added: [], removed: [{ id: "c1" }] },
  });
});

test("what is not known of conduits cannot be compared", () => {
  const known = { ...PROFILE, channels: [] };
  expect(whatIsAskedOtherwise(PROFILE, known).channels).toBeNull();
  expect(whatIsAskedOtherwise(known, PROFILE).channels).toBeNull();
  expect(whatIsAskedOtherwise(known, known).channels).toEqual({ added: [], removed: [] });
});

test("nothing changed between a judgement and itself, and going back undoes what changed", () => {
  fc.assert(
    fc.property(cases, vectors, ({ profile, declaration }, slTarget) => {
      const a = judge(profile, declaration, DAY);
      const b = judge({ ...profile, slTarget }, declaration, DAY);
      expect(isDifference(whatChanged(a, a).difference)).toBe(false);
      const [there, back] = [whatChanged(a, b), whatChanged(b, a)];
      expect(there.verdict).toEqual({ before: back.verdict.after, after: back.verdict.before });
      expect(there.findings.added).toEqual(back.findings.removed);
      expect(there.findings.removed).toEqual(back.findings.added);
      expect(there.findings.changed.map(({ before }) => before.id).toSorted()).toEqual(
        back.findings.changed.map(({ before }) => before.id).toSorted(),
      );
      expect(whatIsAskedOtherwise(profile, profile)).toMatchObject({ policy: [], channels: null });
    }),
    { numRuns: 100 },
  );
});
