import { z } from "zod";
import { AnswerSchema } from "~/domain/declaration/declaration";
import { EvidenceSchema, MAX_EVIDENCE } from "~/domain/declaration/evidence";
import { FLOW_DIRECTIONS, FLOW_PEERS, FLOW_TRANSPORTS } from "~/domain/declaration/fact-values";
import { ProductFactsSchema } from "~/domain/declaration/facts";
import { SealSchema } from "~/domain/declaration/seal";
import { PolicyLayerSchema } from "~/domain/policy/policy";
import { ZoneSealSchema } from "~/domain/procurement/zone-seal";
import { ComponentTypeSchema, RequirementIdSchema } from "~/domain/requirement/component-requirement";
import { SecurityLevelSchema, SlVectorSchema } from "~/domain/security-level/security-level";
import { IsoDateSchema } from "~/domain/shared/iso-date";
import { PortsSchema } from "~/domain/shared/ports";
import { lineOfText, optionalLineOfText } from "~/domain/shared/text";

/**
 * What Cordon's own files may hold. Several spellings are accepted at the door and become one inside; each
 * spelling is a schema of its own, so that parse.ts can pick the one that was meant and name the exact place.
 */
export const NumberedVectorSchema = z.strictObject({
  FR1: SecurityLevelSchema,
  FR2: SecurityLevelSchema,
  FR3: SecurityLevelSchema,
  FR4: SecurityLevelSchema,
  FR5: SecurityLevelSchema,
  FR6: SecurityLevelSchema,
  FR7: SecurityLevelSchema,
});
export const ListedVectorSchema = z.array(SecurityLevelSchema).length(7);
const VectorSchema = z
  .union([SlVectorSchema, NumberedVectorSchema, ListedVectorSchema])
  .describe(
    "Seven levels 0 to 4: by abbreviation, by number, or listed in the order IAC UC SI DC RDF TRE RA.",
  );

const schemaReference = z.string().optional().describe("For editors; ignored.");

/** One flow that the conduits of the zone let through, seen from the zone. */
const ChannelSchema = z.strictObject({
  protocol: optionalLineOfText(80).describe("A name for people; empty where a hospital keeps its own."),
  transport: z.enum(FLOW_TRANSPORTS),
  ports: PortsSchema.describe("443, 8000-8010, or empty for any."),
  direction: z.enum(FLOW_DIRECTIONS),
  peer: z.enum(FLOW_PEERS),
  encrypted: z.boolean().nullable(),
  authenticated: z.boolean().nullable(),
});

const CountermeasureSchema = z.strictObject({
  id: EvidenceSchema.shape.id,
  title: lineOfText(200),
  requirementIds: z.array(RequirementIdSchema).min(1).max(200),
  acceptedOn: IsoDateSchema,
  expiresOn: IsoDateSchema.nullable().describe("Last day on which it counts; null = without end."),
});

const zoneHead = {
  $schema: schemaReference,
  name: lineOfText(120).optional(),
  referenceType: lineOfText(64)
    .nullable()
    .optional()
    .describe("Id of a reference zone type of the catalogue."),
  policy: PolicyLayerSchema.optional().describe(
    "Rules for facts and evidence; a rule that is missing or null is off. Without a policy only rows are checked.",
  ),
  channels: z
    .array(ChannelSchema)
    .max(500)
    .nullable()
    .optional()
    .describe("What the conduits of the zone let through; null or missing = not known."),
  countermeasures: z
    .array(CountermeasureSchema)
    .max(500)
    .optional()
    .describe("What the zone makes up for (IEC 62443-4-2 CCSC 2)."),
  seal: ZoneSealSchema.optional().describe(
    "Of a zone file that a hospital has sent; `cordon verify` checks it, and `cordon check` does before it checks.",
  ),
};
export const ZoneHeadSchema = z.strictObject({ ...zoneHead, slTarget: z.unknown().optional() });
export const ZoneFileSchema = z
  .strictObject({ ...zoneHead, slTarget: VectorSchema })
  .describe("What a zone asks for. It needs no more than slTarget.");

export const AnswerValueSchema = AnswerSchema.shape.value;
export const AnswerEntrySchema = AnswerSchema.extend({ id: RequirementIdSchema });
const AnswersFileSchema = z
  .union([
    z.record(RequirementIdSchema, z.union([AnswerValueSchema, AnswerSchema])),
    z.array(AnswerEntrySchema),
  ])
  .describe(
    "By requirement id of IEC 62443-4-2, or as a list. A requirement without an answer is unanswered.",
  );

const declarationHead = {
  $schema: schemaReference,
  supplier: lineOfText(200).optional(),
  product: lineOfText(200).optional(),
  release: lineOfText(200).optional(),
  signedOn: IsoDateSchema.nullable().optional(),
  componentTypes: z.array(ComponentTypeSchema).min(1).max(4).describe("At least one, each once."),
  facts: ProductFactsSchema.optional().describe(
    "What is stated besides the answers; a missing fact is not stated.",
  ),
  evidence: z.array(EvidenceSchema).max(MAX_EVIDENCE).optional().describe("Each with an id of its own."),
  seal: SealSchema.optional().describe("Of a signed declaration; `cordon verify` checks it."),
};
export const DeclarationHeadSchema = z.strictObject({
  ...declarationHead,
  answers: z.unknown().optional(),
  claimedSlCapability: z.unknown().optional(),
});
export const DeclarationFileSchema = z
  .strictObject({
    ...declarationHead,
    answers: AnswersFileSchema,
    claimedSlCapability: VectorSchema.nullable().optional(),
  })
  .describe(
    "What a supplier declares of one product release. It needs no more than componentTypes and answers.",
  );
