import { expect, test } from "vitest";
import { differenceOfDeclarations, isSameDeclaration, isSameFact } from "~/domain/declaration/difference";
import type { NetworkNeed } from "~/domain/declaration/facts";
import { flatVector } from "~/domain/security-level/security-level";
import { aPiece } from "../../cli/full-files";
import { aContent } from "../assessment/rows";

const nothing = {
  addedComponentTypes: [],
  removedComponentTypes: [],
  answers: [],
  claimedSlCapability: null,
  facts: [],
  evidence: { added: [], removed: [], changed: [] },
};

test("the same content has no difference, whatever the order and the white space", () => {
  const a = aContent({ "CR 1.1": "met", "CR 2.1": { value: "not-met", note: "x" } });
  const b = aContent({ "CR 2.1": { value: "not-met", note: " x " }, "CR 1.1": { value: "met", note: "" } });
  expect(differenceOfDeclarations(a, b)).toEqual(nothing);
  expect(isSameDeclaration(a, b)).toBe(true);
});

test("answers are compared by number, with what they were and what they are", () => {
  const before = aContent({ "CR 1.10": "met", "CR 1.2": "met", "CR 3.1": "met" });
  const after = aContent({
    "CR 1.10": "not-met",
    "CR 1.2": { value: "met", note: "new" },
    "CR 2.1": "met",
    "CR 3.1": "met",
  });
  expect(differenceOfDeclarations(before, after).answers).toEqual([
    { requirementId: "CR 1.2", before: { value: "met" }, after: { value: "met", note: "new" } },
    { requirementId: "CR 1.10", before: { value: "met" }, after: { value: "not-met" } },
    { requirementId: "CR 2.1", before: null, after: { value: "met" } },
  ]);
  expect(isSameDeclaration(before, after)).toBe(false);
  expect(differenceOfDeclarations(after, before).answers.at(-1)).toEqual({
    requirementId: "CR 2.1",
    before: { value: "met" },
    after: null,
  });
});

test("component types that came and went", () => {
  const after = aContent({}, { componentTypes: ["host-device"] });
  expect(differenceOfDeclarations(aContent(), after)).toEqual({
    ...nothing,
    addedComponentTypes: ["host-device"],
    removedComponentTypes: ["embedded-device"],
  });
  expect(isSameDeclaration(aContent(), after)).toBe(false);
});

test("a claim that was made, changed or taken back", () => {
  const claimed = aContent({}, { claimedSlCapability: flatVector(2) });
  expect(differenceOfDeclarations(claimed, claimed)).toEqual(nothing);
  expect(differenceOfDeclarations(aContent(), claimed).claimedSlCapability).toEqual({
    before: null,
    after: flatVector(2),
  });
  const raised = aContent({}, { claimedSlCapability: flatVector(3) });
  expect(isSameDeclaration(claimed, raised)).toBe(false);
});

test("facts are compared field by field, in the order in which they are asked for; not stated is a value of its own", () => {
  const before = aContent({}, { facts: { signedUpdates: true, product: "Pump", siemChannels: [] } });
  const after = aContent({}, { facts: { signedUpdates: false, product: "Pump", regime: "mdr" } });
  expect(differenceOfDeclarations(before, after).facts).toEqual([
    { key: "regime", before: undefined, after: "mdr" },
    { key: "signedUpdates", before: true, after: false },
    { key: "siemChannels", before: [], after: undefined },
  ]);
  expect(isSameDeclaration(before, after)).toBe(false);
  expect(isSameDeclaration(before, structuredClone(before))).toBe(true);
});

test("lists among facts are sets, also inside one another", () => {
  const need = (ports: string): NetworkNeed => ({
    protocol: "https",
    transport: "tcp",
    ports,
    direction: "outbound",
    peer: "hospital",
    encrypted: true,
    authenticated: true,
    required: true,
    purpose: "",
  });
  const a = aContent({}, { facts: { timeSources: ["ntp", "ptp"], networkNeeds: [need("1"), need("2")] } });
  const b = aContent({}, { facts: { timeSources: ["ptp", "ntp"], networkNeeds: [need("2"), need("1")] } });
  expect(differenceOfDeclarations(a, b)).toEqual(nothing);
  expect(isSameFact(undefined, undefined)).toBe(true);
  expect(isSameFact(undefined, [])).toBe(false);
  expect(isSameFact([], undefined)).toBe(false);
});

test("evidence that came, went or changed, by its id", () => {
  const [kept, gone, old, fresh] = ["kept", "gone", "same", "fresh"].map((id) => aPiece({ id }));
  const renewed = aPiece({ id: "same", validUntil: "2031-01-01" });
  const before = aContent({}, { evidence: [kept, gone, old].flatMap((piece) => piece ?? []) });
  const after = aContent({}, { evidence: [fresh, renewed, kept].flatMap((piece) => piece ?? []) });
  expect(differenceOfDeclarations(before, after).evidence).toEqual({
    added: [fresh],
    removed: [gone],
    changed: [{ before: old, after: renewed }],
  });
  for (const evidence of [[fresh], [renewed], []])
    expect(
      isSameDeclaration(
        aContent({}, { evidence: old ? [old] : [] }),
        aContent({}, { evidence: evidence.flatMap((piece) => piece ?? []) }),
      ),
    ).toBe(false);
});

test("an answer that rests on other evidence is another answer; order and repetition are not", () => {
  const answered = (evidenceIds?: Array<string>) =>
    aContent({ "CR 1.1": { value: "met", ...(evidenceIds ? { evidenceIds } : {}) } });
  expect(isSameDeclaration(answered(["a", "b"]), answered(["b", "a", "b"]))).toBe(true);
  expect(isSameDeclaration(answered([]), answered())).toBe(true);
  expect(isSameDeclaration(answered(["a"]), answered())).toBe(false);
  expect(isSameDeclaration(answered(["a"]), answered(["b"]))).toBe(false);
});
