import { expect, test } from "vitest";
import { DEFAULT_RISK_MATRIX } from "~/catalogue/risk";
import { fieldsOfMatrix, matrixOfFields } from "~/components/risk/matrix-form";
import {
  changeOfFields,
  differingFields,
  fieldsOfForm,
  fieldsOfPart,
  toFieldErrors,
} from "~/components/risk/risk-form";
import { RISK_PARTS, RiskPartFormSchema, withPart } from "~/domain/risk/assessment-parts";
import { type RiskAssessment, RiskAssessmentSchema } from "~/domain/risk/risk-assessment";

const ASSESSMENT: RiskAssessment = {
  matrixVersion: 2,
  consequence: { patientSafety: 4, careContinuity: null, data: 1 },
  consequenceReason: "Because",
  vulnerabilities: "",
  tolerableRisk: 6,
  threats: [
    {
      ...{ id: "lost-device", threatId: "lost-device", name: "Lost" },
      foundationalRequirements: ["IAC", "DC"],
      ...{ consequence: 2, likelihood: 3, residualLikelihood: null, reason: "Twice" },
    },
    {
      ...{ id: "own-1", threatId: null, name: "Robot" },
      foundationalRequirements: ["RDF"],
      ...{ consequence: null, likelihood: null, residualLikelihood: 1, reason: "" },
      ...{ residualConsequence: 2, residualReason: "The robot stops at doors" },
    },
  ],
};

test("what a step's fields hold leads back to the same assessment", () => {
  for (const part of ["consequence", "likelihood", "residual"] as const) {
    const fields = { ...fieldsOfPart(ASSESSMENT, part), rated: ASSESSMENT.threats.map(({ id }) => id) };
    const change = RiskPartFormSchema.parse(changeOfFields(part, fields, { withNew: true }));
    if (change.part === "threats") throw new Error("another step");
    expect(RiskAssessmentSchema.parse(withPart(ASSESSMENT, change)), part).toEqual(ASSESSMENT);
  }
  const threats = changeOfFields("threats", fieldsOfPart(ASSESSMENT, "threats"), { withNew: true });
  expect(threats).toEqual({
    part: "threats",
    offered: ["lost-device"],
    own: [{ id: "own-1", name: "Robot", foundationalRequirements: ["RDF"] }],
  });
});

test("a new threat counts once it is added, a removed one no longer", () => {
  const fields = fieldsOfForm(
    new URLSearchParams(
      "own=a&own=b&own.a.name=A&own.b.name=B&own.b.fr=SI&remove=a&new.name=C&new.fr=RA&new.fr=UC",
    ),
  );
  expect(changeOfFields("threats", fields, { withNew: true })).toEqual({
    part: "threats",
    offered: [],
    own: [
      { id: "b", name: "B", foundationalRequirements: ["SI"] },
      { id: "", name: "C", foundationalRequirements: ["RA", "UC"] },
    ],
  });
  expect(changeOfFields("threats", fields, { withNew: false })).toMatchObject({ own: [{ id: "b" }] });
  expect(
    toFieldErrors(
      { "change.own.0.name": ["required"], "change.own.1.foundationalRequirements": ["required"] },
      fields,
    ),
  ).toEqual({ "own.b.name": ["required"], "new.fr": ["required"] });
});

test("differences name only what people fill in", () => {
  for (const part of RISK_PARTS) {
    const fields = fieldsOfPart(ASSESSMENT, part);
    expect(
      differingFields({ ...fields, token: ["x"], "new.name": ["y"], rated: ["z"] }, fields),
      part,
    ).toEqual([]);
  }
  const mine = { ...fieldsOfPart(ASSESSMENT, "consequence"), "consequence.data": ["5"] };
  expect(differingFields(mine, fieldsOfPart(ASSESSMENT, "consequence"))).toEqual(["consequence.data"]);
});

test("names of fields that every object has are no fields", () => {
  expect(fieldsOfForm(new URLSearchParams("a=1"))).toEqual({ a: ["1"] });
  expect(changeOfFields("consequence", {}, { withNew: true })).toMatchObject({ consequenceReason: "" });
});

test("a matrix survives its form", () => {
  expect(matrixOfFields(fieldsOfMatrix(DEFAULT_RISK_MATRIX))).toEqual(DEFAULT_RISK_MATRIX);
  expect(matrixOfFields({ ...fieldsOfMatrix(DEFAULT_RISK_MATRIX), "risk.0.0": "x" })).toMatchObject({
    risk: [["x", 2, 3, 4, 5], {}, {}, {}, {}],
  });
});
