import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { z } from "zod";
import { COMPONENT_REQUIREMENTS } from "~/catalogue/catalogue";
import { sentence } from "~/cli/sentence";
import { assess } from "~/domain/assessment/assess";
import { ANSWER_VALUES, type Answers } from "~/domain/declaration/declaration";
import { COMPONENT_TYPES, selectApplicable } from "~/domain/requirement/component-requirement";
import { flatVector, fromLevels, SECURITY_LEVELS } from "~/domain/security-level/security-level";
import { AssessmentFileSchema } from "~/formats/cordon-json/assessment-schema";
import { jsonSchemaOf, SCHEMA_NAMES } from "~/formats/cordon-json/json-schemas";
import { parseDeclarationFile, parseZoneFile } from "~/formats/cordon-json/parse";
import { DeclarationFileSchema, ZoneFileSchema } from "~/formats/cordon-json/schema";
import { toAssessmentFile, writeDeclarationFile, writeZoneFile } from "~/formats/cordon-json/write";
import { aContent, aProfile } from "../domain/assessment/rows";

const VECTOR = flatVector(2);
const LISTED = [2, 2, 2, 2, 2, 2, 2];
const NUMBERED = { FR1: 2, FR2: 2, FR3: 2, FR4: 2, FR5: 2, FR6: 2, FR7: 2 };
const TYPES = ["embedded-device"];

describe("what is written", () => {
  const vector = fc
    .array(fc.constantFrom(...SECURITY_LEVELS), { minLength: 7, maxLength: 7 })
    .map(fromLevels);
  const note = fc.constantFrom(undefined, "because", 'with "quotes" and\nlines', "ž €");
  const text = fc.option(fc.constantFrom("a", "Pump 3", "šžluť"));

  test("is read back as it was", () => {
    const types = fc.subarray([...COMPONENT_TYPES], { minLength: 1 });
    fc.assert(
      fc.property(
        types,
        fc.option(vector),
        text,
        fc.infiniteStream(fc.option(fc.record({ value: fc.constantFrom(...ANSWER_VALUES), note }))),
        (componentTypes, claimedSlCapability, name, stream) => {
          const answers: Answers = {};
          for (const row of selectApplicable(COMPONENT_REQUIREMENTS, componentTypes)) {
            const answer = stream.next().value;
            if (answer)
              answers[row.id] = answer.note
                ? { value: answer.value, note: answer.note }
                : { value: answer.value };
          }
          const file = {
            ...{ supplier: name, product: name, release: name, signedOn: name && "2026-11-21" },
            content: { componentTypes, answers, claimedSlCapability },
          };
          expect(parseDeclarationFile(writeDeclarationFile(file), COMPONENT_REQUIREMENTS)).toEqual({
            ok: true,
            value: file,
          });
        },
      ),
      { numRuns: 30 },
    );
    fc.assert(
      fc.property(vector, text, text, (slTarget, name, referenceType) => {
        const file = { name, referenceType, slTarget };
        expect(parseZoneFile(writeZoneFile(file))).toEqual({ ok: true, value: file });
      }),
    );
  });

  test("an assessment fits its schema, with a sentence for every message", () => {
    const profile = aProfile({ slTarget: { IAC: 3, SI: 2, RA: 2 }, rows: COMPONENT_REQUIREMENTS });
    const content = aContent(
      { "CR 1.1": "not-met", "CR 3.1": "not-applicable", "CR 7.1": "met-with-countermeasure" },
      { claimedSlCapability: fromLevels([3, 1, 1, 1, 1, 1, 1]) },
    );
    const file = toAssessmentFile(assess(profile, content, "2026-11-21"), sentence);
    expect(AssessmentFileSchema.parse(file)).toEqual(file);
  });
});

describe("JSON Schemas", () => {
  test.each(SCHEMA_NAMES)("%s is a schema with a dialect", (name) => {
    expect(jsonSchemaOf(name)).toMatchObject({ $schema: expect.stringContaining("2020-12"), type: "object" });
  });

  test.each<[string, z.ZodType, unknown]>([
    ["zone", ZoneFileSchema, { slTarget: VECTOR }],
    ["zone", ZoneFileSchema, { slTarget: NUMBERED }],
    ["zone", ZoneFileSchema, { name: "x", slTarget: LISTED }],
    ["declaration", DeclarationFileSchema, { componentTypes: TYPES, answers: { "CR 1.1": "met" } }],
    [
      "declaration",
      DeclarationFileSchema,
      { componentTypes: TYPES, answers: { "CR 1.1": { value: "met" } } },
    ],
    [
      "declaration",
      DeclarationFileSchema,
      { componentTypes: TYPES, answers: [{ id: "CR 1.1", value: "met" }] },
    ],
  ])("%s describes every spelling that the parser takes", (name, schema, file) => {
    expect(schema.safeParse(file).success).toBe(true);
    const text = JSON.stringify(file);
    const parsed = name === "zone" ? parseZoneFile(text) : parseDeclarationFile(text, COMPONENT_REQUIREMENTS);
    expect(parsed.ok).toBe(true);
  });
});
