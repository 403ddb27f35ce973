import { describe, expect, test } from "vitest";
import { parseDeclarationFile, parseZoneFile } from "~/formats/cordon-json/parse";
import { MAX_FILE_BYTES } from "~/formats/cordon-json/read-file";
import { MAX_ERRORS } from "~/formats/cordon-json/scan-json";
import { aContent } from "../domain/assessment/rows";
import { KNOWN } from "./full-files";

const VECTOR = { IAC: 2, UC: 2, SI: 3, DC: 2, RDF: 3, TRE: 2, RA: 3 };
const LISTED = [2, 2, 3, 2, 3, 2, 3];
const NUMBERED = { FR1: 2, FR2: 2, FR3: 3, FR4: 2, FR5: 3, FR6: 2, FR7: 3 };
const TYPES = ["embedded-device"];

const zone = (value: unknown) => parseZoneFile(JSON.stringify(value), KNOWN);
const declaration = (value: unknown) => parseDeclarationFile(JSON.stringify(value), KNOWN);
/** `code pointer` of every error, or nothing where the file was accepted. */
function problems(outcome: ReturnType<typeof parseZoneFile> | ReturnType<typeof parseDeclarationFile>) {
  return outcome.ok ? [] : outcome.refusal.map(({ code, pointer }) => `${code} ${pointer}`);
}

describe("any file", () => {
  test("of 10 MB is refused by its size alone", () => {
    const bytes = new Uint8Array(MAX_FILE_BYTES).fill(0x5b);
    expect(problems(parseZoneFile(bytes, KNOWN))).toEqual(["too-large "]);
    expect(problems(parseZoneFile(" ".repeat(MAX_FILE_BYTES), KNOWN))).toEqual(["too-large "]);
  });

  test("may start with a byte order mark and must be UTF-8", () => {
    const bytes = new TextEncoder().encode(`\uFEFF${JSON.stringify({ slTarget: LISTED })}`);
    expect(parseZoneFile(bytes, KNOWN).ok).toBe(true);
    expect(parseZoneFile(`\uFEFF${JSON.stringify({ slTarget: LISTED })}`, KNOWN).ok).toBe(true);
    expect(problems(parseZoneFile(new Uint8Array([0x22, 0xff, 0x22]), KNOWN))).toEqual(["not-utf-8 "]);
  });
});

describe("a zone file", () => {
  test.each([{ slTarget: VECTOR }, { slTarget: NUMBERED }, { slTarget: LISTED }])(
    "needs no more than %j",
    (file) => {
      expect(zone(file)).toEqual({
        ok: true,
        value: {
          name: null,
          referenceType: null,
          slTarget: VECTOR,
          policy: null,
          channels: null,
          countermeasures: [],
        },
      });
    },
  );

  test("may say its name and kind", () => {
    expect(
      zone({ $schema: "x", name: " ICU ", referenceType: "critical-care", slTarget: LISTED }),
    ).toMatchObject({
      value: { name: "ICU", referenceType: "critical-care" },
    });
    expect(zone({ referenceType: null, slTarget: LISTED }).ok).toBe(true);
  });

  test.each<[string, unknown, ReadonlyArray<string>]>([
    ["nothing in it", {}, ["missing /slTarget"]],
    ["no object", [1], ["wrong-type "]],
    ["null", null, ["wrong-type "]],
    ["a level above 4", { slTarget: { ...VECTOR, RA: 5 } }, ["level-out-of-range /slTarget/RA"]],
    ["a level below 0", { slTarget: { ...NUMBERED, FR3: -1 } }, ["level-out-of-range /slTarget/FR3"]],
    ["half a level", { slTarget: [2, 2, 2, 2, 2, 2, 2.5] }, ["level-out-of-range /slTarget/6"]],
    ["a level as text", { slTarget: { ...VECTOR, UC: "2" } }, ["wrong-type /slTarget/UC"]],
    ["a level missing", { slTarget: { ...VECTOR, DC: undefined } }, ["missing /slTarget/DC"]],
    ["six levels", { slTarget: [1, 1, 1, 1, 1, 1] }, ["wrong-length /slTarget"]],
    ["one number", { slTarget: 2 }, ["wrong-type /slTarget"]],
    ["null as target", { slTarget: null }, ["wrong-type /slTarget"]],
    ["two spellings mixed", { slTarget: { ...NUMBERED, IAC: 1 } }, ["unknown-field /slTarget/IAC"]],
    ["an unknown field", { slTarget: LISTED, "sl/t": 1 }, ["unknown-field /sl~1t"]],
    ["a name that is no text", { name: 7, slTarget: LISTED }, ["wrong-type /name"]],
    ["a deceptive name", { name: "a\u202eb", slTarget: LISTED }, ["invalid-text /name"]],
    [
      "several mistakes",
      { name: "", slTarget: { ...VECTOR, RA: 9 } },
      ["invalid-text /name", "level-out-of-range /slTarget/RA"],
    ],
  ])("with %s is refused with the place", (_, file, expected) => {
    expect(problems(zone(file))).toEqual(expected);
  });
});

describe("a declaration file", () => {
  const content = aContent({ "CR 1.1": "met", "CR 1.2": { value: "not-applicable", note: "why" } });

  test.each<[string, unknown]>([
    ["values", { "CR 1.1": "met", "CR 1.2": { value: "not-applicable", note: " why " } }],
    ["objects", { "CR 1.1": { value: "met" }, "CR 1.2": { value: "not-applicable", note: "why" } }],
    [
      "a list",
      [
        { id: "CR 1.1", value: "met" },
        { id: "CR 1.2", value: "not-applicable", note: "why" },
      ],
    ],
  ])("holds answers as %s", (_, answers) => {
    expect(declaration({ componentTypes: TYPES, answers })).toEqual({
      ok: true,
      value: { supplier: null, product: null, release: null, signedOn: null, content },
    });
  });

  test("may hold no answers yet, and a claim in any spelling", () => {
    expect(declaration({ componentTypes: TYPES, answers: [], claimedSlCapability: NUMBERED })).toMatchObject({
      value: { content: { answers: {}, claimedSlCapability: VECTOR } },
    });
    expect(declaration({ componentTypes: TYPES, answers: {}, claimedSlCapability: null }).ok).toBe(true);
  });

  test.each<[string, unknown, ReadonlyArray<string>]>([
    ["nothing in it", {}, ["missing /componentTypes", "missing /answers"]],
    ["no component type", { componentTypes: [], answers: {} }, ["wrong-length /componentTypes"]],
    [
      "an unknown component type",
      { componentTypes: ["toaster"], answers: {} },
      ["unknown-value /componentTypes/0"],
    ],
    [
      "a component type twice",
      { componentTypes: [...TYPES, ...TYPES], answers: {} },
      ["duplicate-entry /componentTypes/1"],
    ],
    [
      "a component type that is no list",
      { componentTypes: "host-device", answers: {} },
      ["wrong-type /componentTypes"],
    ],
    ["answers of another kind", { componentTypes: TYPES, answers: "met" }, ["wrong-type /answers"]],
    [
      "an unknown answer",
      { componentTypes: TYPES, answers: { "CR 1.1": "yes" } },
      ["unknown-value /answers/CR 1.1"],
    ],
    [
      "an answer of the wrong type",
      { componentTypes: TYPES, answers: { "CR 1.1": true } },
      ["wrong-type /answers/CR 1.1"],
    ],
    [
      "an answer without value",
      { componentTypes: TYPES, answers: { "CR 1.1": { note: "x" } } },
      ["missing /answers/CR 1.1/value"],
    ],
    [
      "an unknown field in an answer",
      { componentTypes: TYPES, answers: { "CR 1.1": { value: "met", why: "x" } } },
      ["unknown-field /answers/CR 1.1/why"],
    ],
    [
      "a note that is too long",
      { componentTypes: TYPES, answers: { "CR 1.1": { value: "met", note: "x".repeat(4001) } } },
      ["invalid-text /answers/CR 1.1/note"],
    ],
    [
      "an unknown requirement",
      { componentTypes: TYPES, answers: { "CR 9.9": "met" } },
      ["unknown-requirement /answers/CR 9.9"],
    ],
    [
      "a listed unknown requirement",
      { componentTypes: TYPES, answers: [{ id: "x", value: "met" }] },
      ["unknown-requirement /answers/0/id"],
    ],
    [
      "an answer without id",
      { componentTypes: TYPES, answers: [{ value: "met" }] },
      ["missing /answers/0/id"],
    ],
    ["an entry that is no object", { componentTypes: TYPES, answers: ["CR 1.1"] }, ["wrong-type /answers/0"]],
    [
      "a row of another component type",
      { componentTypes: TYPES, answers: { "NDR 1.6": "met" } },
      ["not-applicable-to-types /answers/NDR 1.6"],
    ],
    [
      "a requirement answered twice",
      {
        componentTypes: TYPES,
        answers: [
          { id: "CR 1.1", value: "met" },
          { id: "CR 1.1", value: "not-met" },
        ],
      },
      ["duplicate-entry /answers/1/id"],
    ],
    [
      "a day that does not exist",
      { componentTypes: TYPES, answers: {}, signedOn: "2026-02-29" },
      ["no-such-date /signedOn"],
    ],
    [
      "a level out of range in the claim",
      { componentTypes: TYPES, answers: {}, claimedSlCapability: [9, 1, 1, 1, 1, 1, 1] },
      ["level-out-of-range /claimedSlCapability/0"],
    ],
    [
      "mistakes in several places",
      { componentTypes: ["x"], answers: { "CR 9.9": "met" }, extra: 1 },
      ["unknown-value /componentTypes/0", "unknown-field /extra", "unknown-requirement /answers/CR 9.9"],
    ],
  ])("with %s is refused with the place", (_, file, expected) => {
    expect(problems(declaration(file))).toEqual(expected);
  });

  test("with a requirement answered twice by name is refused although JSON.parse would take it", () => {
    const text = '{"componentTypes":["embedded-device"],"answers":{"CR 1.1":"not-met","CR 1.1":"met"}}';
    expect(problems(parseDeclarationFile(text, KNOWN))).toEqual(["duplicate-key /answers/CR 1.1"]);
  });

  test("never floods the reader with errors", () => {
    const answers = Object.fromEntries(Array.from({ length: 5000 }, (_, index) => [`CR 9.${index}`, "met"]));
    expect(problems(declaration({ componentTypes: TYPES, answers }))).toHaveLength(MAX_ERRORS);
  });
});
