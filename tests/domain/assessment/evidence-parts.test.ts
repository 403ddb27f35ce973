import { expect, test } from "vitest";
import { citationsOf, evidenceDemand, notesOnPieces, titlesOf } from "~/domain/assessment/evidence-parts";
import { flatVector } from "~/domain/security-level/security-level";
import { aPiece } from "../../checks/pieces";

const bare = aPiece({
  schemeVersion: "",
  scope: { product: "", releases: [], componentTypes: [], level: null },
});

test("what is not stated is an empty parameter, never a word", () => {
  const bearer = { product: null, release: null, componentTypes: [] };
  const wording = {
    bearer,
    demanded: { level: 2 },
    declared: "declared.piece",
    wayOut: { old: "renew", odd: "replace" },
  };
  const notes = notesOnPieces("papers-are-good", [{ piece: bare, causes: ["old", "odd"] }], wording);
  expect(notes.map(({ about }) => about)).toEqual(["cert-1:old", "cert-1:odd"]);
  expect(notes[0]).toMatchObject({
    outcome: "conforms",
    severity: "note",
    evidenceIds: ["cert-1"],
    reason: { key: "checks:papers-are-good.reason.old" },
    waysToClose: [{ by: "supplier", message: { key: "checks:papers-are-good.close.renew" } }],
  });
  expect(notes[0]?.reason.params).toMatchObject({
    ...{ level: 2, title: "Certificate 4711", titles: "“Certificate 4711”", scheme: "iec-62443-4-2" },
    ...{ named: "", releases: "", product: "", release: "", missing: [], stated: "", from: "", until: "" },
  });
});

test("what is stated is a parameter as it stands", () => {
  const piece = aPiece({
    validFrom: "2025-01-01",
    validUntil: "2026-12-31",
    scope: { releases: ["3.4.1", "3.5"] },
  });
  const bearer = {
    product: "InfuFlow 4",
    release: "4.0",
    componentTypes: ["embedded-device", "host-device"] as const,
  };
  const wording = { bearer, demanded: {}, declared: "declared", wayOut: { old: "renew" } };
  const [note] = notesOnPieces("papers-are-good", [{ piece, causes: ["old"] }], wording);
  expect(note?.reason.params).toMatchObject({
    ...{ named: "InfuFlow 3", releases: "3.4.1, 3.5", product: "InfuFlow 4", release: "4.0" },
    ...{ missing: ["host-device"], stated: 3, from: "2025-01-01", until: "2026-12-31" },
  });
});

test("the highest level of the target asks for its rung of the ladder, and a rung may ask for nothing", () => {
  const ladder = ["none", "declared", "third-party", "accredited"] as const;
  expect(evidenceDemand(null, flatVector(4))).toBeNull();
  expect(evidenceDemand(ladder, flatVector(0))).toBeNull();
  expect(evidenceDemand(ladder, { ...flatVector(0), TRE: 1 })).toBeNull();
  expect(evidenceDemand(ladder, { ...flatVector(1), IAC: 2 })).toEqual({
    strength: "declared",
    level: 2,
  });
  expect(evidenceDemand(ladder, { ...flatVector(2), RA: 3 })).toEqual({ strength: "third-party", level: 3 });
  expect(evidenceDemand(ladder, flatVector(4))).toEqual({ strength: "accredited", level: 4 });
});

test("titles stand in one order, rows that cite a piece in the order of the standard", () => {
  expect(titlesOf([aPiece({ title: "B" }), aPiece({ title: "A" })])).toBe("“A”, “B”");
  const citations = citationsOf({
    "CR 1.10": { value: "met", evidenceIds: ["a"] },
    "CR 1.2": { value: "met", evidenceIds: ["a", "b"] },
    "CR 1.1": { value: "met" },
  });
  expect([...citations]).toEqual([
    ["a", ["CR 1.2", "CR 1.10"]],
    ["b", ["CR 1.2"]],
  ]);
});
