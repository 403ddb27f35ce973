import fc from "fast-check";
import { z } from "zod";
import { CATALOGUE_VERSION, COMPONENT_REQUIREMENTS } from "~/catalogue/catalogue";
import { MDS2_QUESTIONS } from "~/catalogue/mds2-questions";
import { LEGAL_MILESTONES } from "~/catalogue/milestones";
import type {
  AcceptedCountermeasure,
  PermittedChannel,
  RequirementProfile,
} from "~/domain/assessment/assessment";
import { requirementProfile } from "~/domain/assessment/requirement-profile";
import {
  type Answer,
  AnswerSchema,
  type Answers,
  type DeclarationContent,
} from "~/domain/declaration/declaration";
import { ROWS_THAT_MAY_GIVE_WAY } from "~/domain/declaration/essential-function";
import { type Evidence, EvidenceSchema } from "~/domain/declaration/evidence";
import { FLOW_DIRECTIONS, FLOW_PEERS, FLOW_TRANSPORTS } from "~/domain/declaration/fact-values";
import { type ProductFacts, ProductFactsSchema } from "~/domain/declaration/facts";
import { type PolicyLayer, policyValueSchema, resolvePolicy } from "~/domain/policy/policy";
import { POLICY_KEYS } from "~/domain/policy/policy-rules";
import { COMPONENT_TYPES } from "~/domain/requirement/component-requirement";
import { fromLevels, SECURITY_LEVELS } from "~/domain/security-level/security-level";

/** The day on which arbitrary pairs are judged: the arbitrary dates lie around it. */
export const ARBITRARY_DAY = "2026-11-21";

/** Few words, so that what is demanded and what is stated meet; each place takes those that its schema lets pass. */
const WORDS = [
  ...[
    "",
    "Pump",
    "Monitor",
    "3.4.1",
    "3.x",
    "2.0",
    "2019",
    "1.6",
    "e1",
    "e2",
    "e3",
    "443",
    "8000-8010",
    "104",
  ],
  ...[
    "https",
    "dicom",
    "ntp",
    "hl7",
    "iec-62443-4-2",
    "iec-62443-4-1",
    "IEC 62443-4-2:2019",
    "iec-81001-5-1",
  ],
  ...["iec-tr-60601-4-5", "iso-iec-27001", "iec-62304", "CVE-2021-44228", "CVE-2024-3094", "because"],
  ...[
    "2019-05-01",
    "2024-12-01",
    "2026-11-20",
    "2026-11-21",
    "2026-11-22",
    "2027-06-30",
    "2031-01-01",
    "2045-01-01",
  ],
  ...["CR 1.1", "CR 1.7", "CR 2.5", "CR 4.1", "EDR 3.10"],
  ...MDS2_QUESTIONS.filter(
    ({ requirementIds, favourable }) => requirementIds.length > 0 && favourable !== "context",
  )
    .map(({ id }) => id)
    .filter((_, index) => index % 8 === 0),
];

/**
 * Values of a schema, made from the schema: a rule or a fact that is added is covered from that day on. Lists are sets,
 * because that is what they are in facts, evidence and policies.
 */
export function arbitraryOf<Output>(schema: z.ZodType<Output>): fc.Arbitrary<Output> {
  // What zod writes for these schemas is the part of JSON Schema below; anything else is refused by name.
  return fromJson(z.toJSONSchema(schema, { io: "input" }) as Json)
    .map((value) => schema.safeParse(value))
    .filter((parsed) => parsed.success)
    .map((parsed) => parsed.data);
}

type JsonType = "null" | "boolean" | "integer" | "number" | "string" | "array" | "object";
/** The part of JSON Schema that zod writes for our schemas. */
type Json = {
  type?: JsonType | ReadonlyArray<JsonType>;
  anyOf?: ReadonlyArray<Json>;
  enum?: ReadonlyArray<unknown>;
  minimum?: number;
  maximum?: number;
  pattern?: string;
  minLength?: number;
  maxLength?: number;
  items?: Json;
  prefixItems?: ReadonlyArray<Json>;
  minItems?: number;
  maxItems?: number;
  properties?: Readonly<Record<string, Json>>;
  required?: ReadonlyArray<string>;
  propertyNames?: Json;
  additionalProperties?: Json | false;
};

function fromJson(schema: Json): fc.Arbitrary<unknown> {
  if (schema.anyOf) return fc.oneof(...schema.anyOf.map(fromJson));
  if (schema.enum) return fc.constantFrom(...schema.enum);
  const types = typeof schema.type === "string" ? [schema.type] : (schema.type ?? []);
  if (types.length === 0) throw new Error(`nothing can be made of ${JSON.stringify(schema)}`);
  return fc.oneof(...types.map((type) => ofType(type, schema)));
}

function ofType(type: JsonType, schema: Json): fc.Arbitrary<unknown> {
  switch (type) {
    case "null":
      return fc.constant(null);
    case "boolean":
      return fc.boolean();
    case "integer":
    case "number":
      return wholeNumber(schema);
    case "string":
      return fc.constantFrom(...wordsOf(schema));
    case "array":
      return listOf(schema);
    case "object":
      return recordOf(schema);
  }
}

function wholeNumber({ minimum = 0, maximum = 1000 }: Json): fc.Arbitrary<number> {
  const usual = [0, 1, 5, 14, 30, 90, 365].filter((number) => minimum <= number && number <= maximum);
  return fc.constantFrom(minimum, ...usual, maximum);
}

function wordsOf({ pattern = "", minLength = 0, maxLength = 1000 }: Json): ReadonlyArray<string> {
  const expression = new RegExp(pattern);
  const fitting = WORDS.filter(
    (word) => minLength <= word.length && word.length <= maxLength && expression.test(word),
  );
  return fitting.length > 0 ? fitting : fc.sample(fc.stringMatching(expression), { numRuns: 3, seed: 1 });
}

function listOf({ items = {}, prefixItems, minItems = 0, maxItems = 4 }: Json): fc.Arbitrary<unknown> {
  if (prefixItems) return fc.tuple(...prefixItems.map(fromJson));
  return fc.uniqueArray(fromJson(items), {
    minLength: minItems,
    maxLength: Math.max(minItems, Math.min(maxItems, 4)),
    selector: (value) => JSON.stringify(value),
  });
}

function recordOf({ properties, required = [], propertyNames = {}, additionalProperties }: Json) {
  if (!properties)
    return fc.dictionary(
      fromJson(propertyNames) as fc.Arbitrary<string>,
      fromJson(additionalProperties || {}),
      { maxKeys: 8 },
    );
  const members = Object.entries(properties).map(([name, schema]) => [name, fromJson(schema)]);
  return fc.record<Record<string, unknown>>(Object.fromEntries(members), { requiredKeys: [...required] });
}

export const productFacts: fc.Arbitrary<ProductFacts> = arbitraryOf(ProductFactsSchema);
export const evidence: fc.Arbitrary<Evidence> = arbitraryOf(EvidenceSchema);

/** Each rule absent, off, or with a value of its own. */
const everyRule: fc.Arbitrary<PolicyLayer> = fc.record(
  // The table of rules gives each key its schema; PolicyLayer says the same in types.
  Object.fromEntries(
    POLICY_KEYS.map((key) => [key, fc.option(arbitraryOf<unknown>(policyValueSchema(key)), { freq: 3 })]),
  ),
  { requiredKeys: [] },
) as fc.Arbitrary<PolicyLayer>;

/** What one level says: many rules at once, or so few that a product may conform. */
export const policyLayer: fc.Arbitrary<PolicyLayer> = fc.oneof(
  everyRule,
  fc
    .tuple(everyRule, fc.subarray([...POLICY_KEYS], { maxLength: 3 }))
    .map(([layer, kept]): PolicyLayer => Object.fromEntries(kept.map((key) => [key, layer[key] ?? null]))),
);

export const slVector = fc
  .oneof(
    fc.constantFrom(...SECURITY_LEVELS).map((level) => Array.from({ length: 7 }, () => level)),
    fc.array(fc.constantFrom(...SECURITY_LEVELS), { minLength: 7, maxLength: 7 }),
  )
  .map(fromLevels);

/** Rows that answers and countermeasures single out: some of each kind, all that may give way, one that is unknown. */
const SINGLED_OUT = [
  ...ROWS_THAT_MAY_GIVE_WAY,
  ...COMPONENT_REQUIREMENTS.filter((_, index) => index % 6 === 0).map(({ id }) => id),
  "CR 9.9",
];
const singledOut = (maxLength: number) =>
  fc.uniqueArray(fc.constantFrom(...SINGLED_OUT), { minLength: 1, maxLength });

const answer: fc.Arbitrary<Answer> = arbitraryOf(AnswerSchema);

/** One answer to all rows, or to none, and others to a few: so that levels are reached as often as missed. */
const answers: fc.Arbitrary<Answers> = fc
  .record({
    usual: fc.option(answer, { freq: 4 }),
    others: fc.dictionary(fc.constantFrom(...SINGLED_OUT), fc.option(answer, { freq: 3 }), { maxKeys: 12 }),
  })
  .map(({ usual, others }) => {
    const all = COMPONENT_REQUIREMENTS.map(({ id }) => [id, usual] as const);
    const given = [...all, ...Object.entries(others)].filter(([, one]) => one !== null);
    const silent = new Set(Object.keys(others).filter((id) => others[id] === null));
    // What is null was filtered out in the line before.
    return Object.fromEntries(given.filter(([id]) => !silent.has(id))) as Answers;
  });

export const declarationContent: fc.Arbitrary<DeclarationContent> = fc.record({
  componentTypes: fc.subarray([...COMPONENT_TYPES]),
  answers,
  claimedSlCapability: fc.option(slVector),
  facts: productFacts,
  evidence: fc.uniqueArray(evidence, { maxLength: 4, selector: ({ id }) => id }),
});

export const permittedChannel: fc.Arbitrary<PermittedChannel> = fc.record({
  protocol: fc.constantFrom("https", "DICOM", "ntp", ""),
  transport: fc.constantFrom(...FLOW_TRANSPORTS),
  ports: fc.constantFrom("", "443", "104", "8000-8010"),
  direction: fc.constantFrom(...FLOW_DIRECTIONS),
  peer: fc.constantFrom(...FLOW_PEERS),
  encrypted: fc.option(fc.boolean()),
  authenticated: fc.option(fc.boolean()),
});

export const acceptedCountermeasure: fc.Arbitrary<AcceptedCountermeasure> = fc.record({
  id: fc.constantFrom("c1", "c2", "c3", "c4"),
  title: fc.constant("A gateway in front of it"),
  requirementIds: singledOut(6),
  acceptedOn: fc.constantFrom("2026-01-01", ARBITRARY_DAY, "2026-11-22"),
  expiresOn: fc.constantFrom(null, "2026-11-20", ARBITRARY_DAY, "2027-01-01"),
});

/** Over the real rows, questions and milestones. */
export const profile: fc.Arbitrary<RequirementProfile> = fc
  .record({
    slTarget: slVector,
    zone: policyLayer,
    channels: fc.option(fc.array(permittedChannel, { maxLength: 4 })),
    countermeasures: fc.uniqueArray(acceptedCountermeasure, { maxLength: 3, selector: ({ id }) => id }),
  })
  .map(({ zone, ...others }) =>
    requirementProfile({
      ...others,
      policy: resolvePolicy({ "reference-type": {}, organisation: {}, zone }).policy,
      requirements: COMPONENT_REQUIREMENTS,
      catalogueVersion: CATALOGUE_VERSION,
      mds2Questions: MDS2_QUESTIONS,
      milestones: LEGAL_MILESTONES,
    }),
  );
