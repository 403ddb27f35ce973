import { describe, expect, test } from "vitest";
import { assess, judgedContent } from "~/domain/assessment/assess";
import type { PermittedChannel, RequirementProfile } from "~/domain/assessment/assessment";
import { normalise, sortedDeep } from "~/domain/assessment/normal-form";
import { completeFrozen } from "~/domain/assessment/stored-forms";
import type { ProductFacts } from "~/domain/declaration/facts";
import { NO_POLICY } from "~/domain/policy/policy";
import { aContent, aProfile, aRow } from "./rows";

const rows = [aRow("CR 1.1"), aRow("CR 1.2")];
const DAY = "2026-11-21";

describe("one form per content", () => {
  test("white space, empty notes and repeated evidence say nothing", () => {
    const content = aContent({
      "CR 1.1": { value: "met", note: "  ", evidenceIds: [] },
      "CR 1.2": { value: "not-applicable", note: " no radio ", evidenceIds: ["b", "a", "b"] },
    });
    expect(normalise(content).answers).toEqual({
      "CR 1.1": { value: "met" },
      "CR 1.2": { value: "not-applicable", note: "no radio", evidenceIds: ["a", "b"] },
    });
  });

  test("lists of facts are sets: their order does not matter, however deep", () => {
    const facts: ProductFacts = {
      timeSources: ["ptp", "ntp"],
      platforms: [
        { kind: "component", name: "zlib", version: "1", supportEndsOn: null },
        { kind: "component", name: "curl", version: "8", supportEndsOn: null },
      ],
    };
    const turned = { timeSources: facts.timeSources?.toReversed(), platforms: facts.platforms?.toReversed() };
    expect(normalise(aContent({}, { facts }))).toEqual(normalise(aContent({}, { facts: turned })));
    expect(normalise(aContent({}, { facts })).facts.timeSources).toEqual(["ntp", "ptp"]);
  });

  test("lists stand in the order of their entries as text, equal ones beside each other", () => {
    expect(sortedDeep([2, 10, 1, 2, 10])).toEqual([1, 10, 10, 2, 2]);
    expect(sortedDeep(["c", "a", "b", "a"])).toEqual(["a", "a", "b", "c"]);
    expect(sortedDeep({ b: [[3, 1], [2]], a: null })).toEqual({ b: [[1, 3], [2]], a: null });
  });

  test("the same document is brought into its form once, and the form is its own", () => {
    const content = aContent({ "CR 1.1": "met" });
    const form = normalise(content);
    expect(normalise(content)).toBe(form);
    expect(normalise(form)).toBe(form);
  });
});

describe("what a fingerprint stands for", () => {
  const content = aContent({ "CR 1.1": "met" });
  const profile = aProfile({ slTarget: { IAC: 1 }, rows });
  const fingerprint = assess(profile, content, DAY).fingerprint;
  const channel: PermittedChannel = {
    protocol: "DICOM",
    transport: "tcp",
    ports: "104",
    direction: "outbound",
    peer: "hospital",
    encrypted: null,
    authenticated: null,
  };
  const countermeasure = {
    ...{ id: "a", title: "Filter", requirementIds: ["CR 1.2", "CR 1.1"] },
    ...{ acceptedOn: "2026-01-01", expiresOn: null },
  };

  test.each([
    ["a policy value", { policy: { ...NO_POLICY, signedUpdates: true } }],
    ["a channel", { channels: [channel] }],
    ["that no channel is permitted, against not knowing any", { channels: [] }],
    ["a countermeasure", { countermeasures: [countermeasure] }],
    ["a question of the MDS2", { mds2Questions: [{ id: "X-1", favourable: "No", requirementIds: [] }] }],
    [
      "a milestone",
      {
        milestones: [
          { id: "x", regime: "cra", instrument: "eu-cra", article: "Art. 14", appliesFrom: "2026-09-11" },
        ],
      },
    ],
  ] satisfies ReadonlyArray<[string, Partial<RequirementProfile>]>)("%s changes it", (_name, part) => {
    expect(assess({ ...profile, ...part }, content, DAY).fingerprint).not.toBe(fingerprint);
  });

  test.each([
    ["rows", { requirementIds: ["CR 1.2"] }],
    ["first day", { acceptedOn: "2026-01-02" }],
    ["last day", { expiresOn: "2027-12-31" }],
    ["id", { id: "b" }],
  ])("other %s of a countermeasure change it", (_name, part) => {
    const withOne = (one: typeof countermeasure) =>
      assess({ ...profile, countermeasures: [one] }, content, DAY).fingerprint;
    expect(withOne({ ...countermeasure, ...part } as typeof countermeasure)).not.toBe(
      withOne(countermeasure),
    );
  });

  test("facts and evidence change it", () => {
    const { fingerprint: withFacts } = assess(profile, { ...content, facts: { signedUpdates: true } }, DAY);
    expect(withFacts).not.toBe(fingerprint);
  });

  test("the words of a countermeasure and the order of anything do not", () => {
    const other = { ...countermeasure, id: "b" };
    const one = { ...profile, channels: [channel], countermeasures: [countermeasure, other] };
    const same = {
      ...profile,
      channels: [{ ...channel }],
      countermeasures: [
        other,
        { ...countermeasure, title: "Another name", requirementIds: ["CR 1.1", "CR 1.2"] },
      ],
    };
    expect(assess(same, content, DAY).fingerprint).toBe(assess(one, content, DAY).fingerprint);
  });

  test("large parts of the catalogue are stood for by their digests", () => {
    const { profile: judged } = judgedContent(profile, content, DAY);
    expect(judged.requirements).toMatch(/^[0-9a-f]{64}$/);
    expect(judged.mds2Questions).toMatch(/^[0-9a-f]{64}$/);
    expect(judged.milestones).toMatch(/^[0-9a-f]{64}$/);
  });
});

test("what an earlier build has frozen is read in today's form, its fingerprint untouched", () => {
  const profile = aProfile({ slTarget: { IAC: 1 }, rows });
  const result = assess(profile, aContent({ "CR 1.1": "met", "CR 1.2": "met" }), DAY);
  const { slTarget, requirements, catalogueVersion } = profile;
  const old = {
    profile: { slTarget, requirements, catalogueVersion },
    declaration: { componentTypes: ["embedded-device"], answers: {}, claimedSlCapability: null },
    result: { ...result, results: result.results.map(({ achieved, compensated, ...rest }) => rest) },
  };
  // As JSON from the database: its type is a promise that an earlier build could not keep.
  const frozen = completeFrozen(old as never as Parameters<typeof completeFrozen>[0]);
  expect(frozen.profile).toEqual(profile);
  expect(frozen.declaration).toMatchObject({ facts: {}, evidence: [] });
  expect(frozen.result.fingerprint).toBe(result.fingerprint);
  expect(frozen.result.results[0]).toMatchObject({ compensated: [], achieved: 4 });
  expect(completeFrozen(frozen)).toEqual(frozen);
});
