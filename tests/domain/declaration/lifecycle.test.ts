import { describe, expect, test } from "vitest";
import type { DeclarationState } from "~/domain/declaration/declaration";
import {
  changeAnswers,
  changeClaimedLevel,
  changeComponentTypes,
  type DeclarationDocument,
  newVersionOf,
  signDeclaration,
} from "~/domain/declaration/lifecycle";
import { flatVector } from "~/domain/security-level/security-level";
import { accept, refuse } from "~/domain/shared/result";
import { aContent, aRow } from "../assessment/rows";

const rows = [aRow("CR 1.1"), aRow("CR 2.1"), aRow("NDR 5.2", { appliesTo: ["network-device"] })];
const signing = { asOf: "2026-11-21", requirements: rows };
const aDocument = (content = aContent(), state: DeclarationState = "draft"): DeclarationDocument => ({
  content,
  state,
});
const met = { value: "met" as const };

describe("answers", () => {
  test("are set and cleared in the order given", () => {
    const changed = changeAnswers(
      aDocument(aContent({ "CR 2.1": "not-met" })),
      [
        { type: "set", requirementId: "CR 1.1", answer: { value: "not-met" } },
        { type: "set", requirementId: "CR 1.1", answer: met },
        { type: "clear", requirementId: "CR 2.1" },
      ],
      rows,
    );
    expect(changed).toEqual(accept(aDocument(aContent({ "CR 1.1": "met" }))));
  });

  test("are changed all or none", () => {
    const document = aDocument();
    const changed = changeAnswers(
      document,
      [
        { type: "set", requirementId: "CR 1.1", answer: met },
        { type: "set", requirementId: "CR 9.9", answer: met },
      ],
      rows,
    );
    expect(changed).toEqual(refuse({ code: "unknown-requirement", requirementId: "CR 9.9" }));
    expect(document.content.answers).toEqual({});
  });

  test("belong to rows that apply to the component types", () => {
    const set = [{ type: "set" as const, requirementId: "NDR 5.2", answer: met }];
    expect(changeAnswers(aDocument(), set, rows)).toEqual(
      refuse({ code: "row-not-applicable", requirementId: "NDR 5.2" }),
    );
    expect(changeAnswers(aDocument(aContent({}, { componentTypes: ["network-device"] })), set, rows).ok).toBe(
      true,
    );
  });

  test("to rows that no longer apply can be taken back", () => {
    const cleared = changeAnswers(
      aDocument(aContent({ "NDR 5.2": "met" })),
      [{ type: "clear", requirementId: "NDR 5.2" }],
      rows,
    );
    expect(cleared).toEqual(accept(aDocument()));
  });

  test("to unknown rows cannot even be cleared", () => {
    expect(changeAnswers(aDocument(), [{ type: "clear", requirementId: "__proto__" }], rows)).toEqual(
      refuse({ code: "unknown-requirement", requirementId: "__proto__" }),
    );
  });
});

test("what is signed never changes", () => {
  const signed = aDocument(aContent({ "CR 1.1": "met" }), "signed");
  const refusal = refuse({ code: "not-a-draft" });
  expect(changeAnswers(signed, [], rows)).toEqual(refusal);
  expect(changeComponentTypes(signed, ["host-device"])).toEqual(refusal);
  expect(changeClaimedLevel(signed, null)).toEqual(refusal);
  expect(signDeclaration(signed, signing)).toEqual(refusal);
});

test("component types change without losing an answer, each listed once", () => {
  const changed = changeComponentTypes(aDocument(aContent({ "CR 1.1": "met" })), [
    "host-device",
    "host-device",
  ]);
  expect(changed).toEqual(
    accept(aDocument(aContent({ "CR 1.1": "met" }, { componentTypes: ["host-device"] }))),
  );
});

test("the claimed level can be set and taken back", () => {
  const claimed = changeClaimedLevel(aDocument(), flatVector(2));
  expect(claimed).toMatchObject({ ok: true, value: { content: { claimedSlCapability: flatVector(2) } } });
  expect(changeClaimedLevel(aDocument(), null)).toEqual(accept(aDocument()));
});

describe("signing", () => {
  test("needs a component type", () => {
    const empty = aDocument(aContent({ "CR 1.1": "met" }, { componentTypes: [] }));
    expect(signDeclaration(empty, signing)).toEqual(refuse({ code: "no-component-types" }));
  });

  test("needs at least one answer that applies", () => {
    expect(signDeclaration(aDocument(), signing)).toEqual(refuse({ code: "nothing-answered" }));
    expect(signDeclaration(aDocument(aContent({ "NDR 5.2": "met" })), signing)).toEqual(
      refuse({ code: "nothing-answered" }),
    );
  });

  test("allows open rows and lists them", () => {
    expect(signDeclaration(aDocument(aContent({ "CR 1.1": "met" })), signing)).toMatchObject({
      ok: true,
      value: { state: "signed", signedOn: "2026-11-21", openRows: ["CR 2.1"] },
    });
  });

  test("leaves out answers to rows that do not apply", () => {
    const signed = signDeclaration(aDocument(aContent({ "CR 1.1": "met", "NDR 5.2": "met" })), signing);
    expect(signed).toMatchObject({ ok: true, value: { content: aContent({ "CR 1.1": "met" }) } });
  });
});

test("a new version is a draft copy of a signed one, and shares nothing with it", () => {
  const signed = aDocument(aContent({ "CR 1.1": "met" }), "signed");
  const version = newVersionOf(signed);
  expect(version).toEqual(accept(aDocument(aContent({ "CR 1.1": "met" }))));
  expect(version.ok && version.value.content).not.toBe(signed.content);
  expect(newVersionOf(aDocument())).toEqual(refuse({ code: "not-signed" }));
});
