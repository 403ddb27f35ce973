import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { z } from "zod";
import { COMPONENT_REQUIREMENTS } from "~/catalogue/catalogue";
import { MDS2_QUESTIONS } from "~/catalogue/mds2-questions";
import { sentence } from "~/cli/sentence";
import { assess } from "~/domain/assessment/assess";
import { requirementProfile } from "~/domain/assessment/requirement-profile";
import { ANSWER_VALUES, type Answers } from "~/domain/declaration/declaration";
import {
  ASSURANCES,
  EVIDENCE_STRENGTHS,
  EVIDENCE_SUBJECTS,
  EVIDENCE_TYPES,
  type Evidence,
} from "~/domain/declaration/evidence";
import { FACT_KEYS, pickFacts } from "~/domain/declaration/fact-fields";
import { FLOW_DIRECTIONS, FLOW_PEERS, FLOW_TRANSPORTS } from "~/domain/declaration/fact-values";
import { type PolicyLayer, type PolicyValue, resolvePolicy } from "~/domain/policy/policy";
import { POLICY_KEYS, POLICY_RULES, type PolicyKey } from "~/domain/policy/policy-rules";
import { COMPONENT_TYPES, selectApplicable } from "~/domain/requirement/component-requirement";
import { flatVector, fromLevels, SECURITY_LEVELS } from "~/domain/security-level/security-level";
import { AssessmentFileSchema } from "~/formats/cordon-json/assessment-schema";
import { jsonSchemaOf, SCHEMA_NAMES } from "~/formats/cordon-json/json-schemas";
import { parseDeclarationFile, parseZoneFile } from "~/formats/cordon-json/parse";
import { DeclarationFileSchema, ZoneFileSchema } from "~/formats/cordon-json/schema";
import { toAssessmentFile, writeDeclarationFile, writeZoneFile } from "~/formats/cordon-json/write";
import { aContent, aProfile } from "../domain/assessment/rows";
import { ALL_FACTS, aFullDeclaration, aFullZone, KNOWN } from "./full-files";

const VECTOR = flatVector(2);
const LISTED = [2, 2, 2, 2, 2, 2, 2];
const NUMBERED = { FR1: 2, FR2: 2, FR3: 2, FR4: 2, FR5: 2, FR6: 2, FR7: 2 };
const TYPES = ["embedded-device"];

/** Any value that a rule can have. */
function aPolicyValue(key: PolicyKey): fc.Arbitrary<PolicyValue> {
  const rule = POLICY_RULES[key];
  switch (rule.kind) {
    case "flag":
      return fc.boolean();
    case "number":
      return fc.integer({ min: rule.min, max: rule.max });
    case "choice":
      // A part of the rule's own list.
      return fc.subarray<string>([...rule.values]) as unknown as fc.Arbitrary<PolicyValue>;
    case "one-of":
      return fc.constantFrom(...rule.values);
    case "ladder": {
      const strength = fc.nat({ max: EVIDENCE_STRENGTHS.length - 1 });
      // Four in rising order.
      return fc
        .tuple(strength, strength, strength, strength)
        .map((four) =>
          four.sort().map((place) => EVIDENCE_STRENGTHS[place]),
        ) as unknown as fc.Arbitrary<PolicyValue>;
    }
  }
}

describe("what is written", () => {
  const vector = fc
    .array(fc.constantFrom(...SECURITY_LEVELS), { minLength: 7, maxLength: 7 })
    .map(fromLevels);
  const line = fc.constantFrom("a", "Pump 3", "šžluť", 'with "quotes" / ~');
  const text = fc.constantFrom("", "because", 'with "quotes" and\nlines', "ž €");
  const name = fc.option(line);
  const day = fc.option(fc.constantFrom("2024-02-29", "2030-12-31"));
  const types = fc.subarray([...COMPONENT_TYPES], { minLength: 1 });
  const rowIds = fc.subarray(
    COMPONENT_REQUIREMENTS.map(({ id }) => id),
    { minLength: 1, maxLength: 5 },
  );

  const piece: fc.Arbitrary<Omit<Evidence, "id">> = fc.record({
    type: fc.constantFrom(...EVIDENCE_TYPES),
    subject: fc.constantFrom(...EVIDENCE_SUBJECTS),
    title: line,
    issuer: text,
    assurance: fc.constantFrom(...ASSURANCES),
    scheme: line,
    schemeVersion: text,
    scope: fc.record({
      product: text,
      releases: fc.array(line, { maxLength: 3 }),
      componentTypes: fc.subarray([...COMPONENT_TYPES]),
      level: fc.option(fc.constantFrom(...SECURITY_LEVELS)),
    }),
    validFrom: day,
    validUntil: day,
    reference: text,
    sha256: fc.option(fc.constant("0f".repeat(32))),
  });
  const facts = fc.subarray([...FACT_KEYS]).map((keys) => pickFacts(ALL_FACTS, keys));
  const answer = fc.option(
    fc.record({
      value: fc.constantFrom(...ANSWER_VALUES),
      note: fc.constantFrom(undefined, "because"),
      isEvidenced: fc.boolean(),
    }),
  );

  test("is read back as it was: a declaration with answers, facts and evidence", () => {
    fc.assert(
      fc.property(
        ...[types, fc.option(vector), name, day, facts, fc.array(piece, { maxLength: 4 })],
        fc.infiniteStream(answer),
        (componentTypes, claimedSlCapability, named, signedOn, stated, pieces, stream) => {
          const evidence = pieces.map((one, index) => ({ ...one, id: `piece-${index}` }));
          const answers: Answers = {};
          for (const row of selectApplicable(COMPONENT_REQUIREMENTS, componentTypes)) {
            const said = stream.next().value;
            const evidenceIds = said?.isEvidenced && evidence[0] ? [evidence[0].id] : undefined;
            if (said)
              answers[row.id] = {
                value: said.value,
                ...(said.note ? { note: said.note } : {}),
                ...(evidenceIds ? { evidenceIds } : {}),
              };
          }
          const file = {
            ...{ supplier: named, product: named, release: named, signedOn },
            content: { componentTypes, answers, claimedSlCapability, facts: stated, evidence },
          };
          expect(parseDeclarationFile(writeDeclarationFile(file), KNOWN)).toEqual({ ok: true, value: file });
        },
      ),
      { numRuns: 60 },
    );
  });

  // Made of the table of rules, key by key.
  const policy = fc
    .subarray([...POLICY_KEYS])
    .chain((keys) =>
      fc.record(Object.fromEntries(keys.map((key) => [key, fc.option(aPolicyValue(key))]))),
    ) as unknown as fc.Arbitrary<PolicyLayer>;
  const channel = fc.record({
    protocol: line,
    transport: fc.constantFrom(...FLOW_TRANSPORTS),
    ports: fc.constantFrom("", "443", "8000-8010"),
    direction: fc.constantFrom(...FLOW_DIRECTIONS),
    peer: fc.constantFrom(...FLOW_PEERS),
    encrypted: fc.option(fc.boolean()),
    authenticated: fc.option(fc.boolean()),
  });
  const countermeasure = fc.record({
    title: line,
    requirementIds: rowIds,
    acceptedOn: fc.constant("2026-01-31"),
    expiresOn: day,
  });

  test("is read back as it was: a zone with policy, channels and countermeasures", () => {
    fc.assert(
      fc.property(
        ...[vector, name, fc.option(policy), fc.option(fc.array(channel, { maxLength: 4 }))],
        fc.array(countermeasure, { maxLength: 3 }),
        (slTarget, named, rules, channels, ledger) => {
          const countermeasures = ledger.map((one, index) => ({ ...one, id: `c-${index}` }));
          const file = {
            name: named,
            referenceType: named,
            slTarget,
            policy: rules,
            channels,
            countermeasures,
          };
          expect(parseZoneFile(writeZoneFile(file), KNOWN)).toEqual({ ok: true, value: file });
        },
      ),
    );
  });

  test("is read back as it was: files with everything in them", () => {
    const declaration = aFullDeclaration();
    expect(parseDeclarationFile(writeDeclarationFile(declaration), KNOWN)).toEqual({
      ok: true,
      value: declaration,
    });
    const zone = aFullZone();
    expect(parseZoneFile(writeZoneFile(zone), KNOWN)).toEqual({ ok: true, value: zone });
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

  test("an assessment of facts and evidence fits its schema too, with lists among its parameters", () => {
    const { slTarget, countermeasures, channels } = aFullZone();
    const layers = { "reference-type": {}, organisation: {}, zone: aFullZone().policy ?? {} };
    const profile = requirementProfile({
      ...{ slTarget, countermeasures, channels, policy: resolvePolicy(layers).policy },
      ...{ requirements: COMPONENT_REQUIREMENTS, catalogueVersion: "test", mds2Questions: MDS2_QUESTIONS },
    });
    const file = toAssessmentFile(assess(profile, aFullDeclaration().content, "2026-11-21"), sentence);
    expect(AssessmentFileSchema.parse(file)).toEqual(file);
    const params = file.findings.flatMap(({ declared }) => Object.values(declared.params));
    expect(params.some((param) => Array.isArray(param))).toBe(true);
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
    ["zone", ZoneFileSchema, JSON.parse(writeZoneFile(aFullZone()))],
    ["declaration", DeclarationFileSchema, JSON.parse(writeDeclarationFile(aFullDeclaration()))],
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
    const parsed = name === "zone" ? parseZoneFile(text, KNOWN) : parseDeclarationFile(text, KNOWN);
    expect(parsed.ok).toBe(true);
  });
});
