import { z } from "zod";
import { ANSWER_VALUES } from "../declaration/declaration";
import { ComponentTypeSchema } from "../requirement/component-requirement";
import {
  FoundationalRequirementSchema,
  SecurityLevelSchema,
  SlVectorSchema,
} from "../security-level/security-level";
import { IsoDateSchema } from "../shared/iso-date";

// The shape of what was frozen, by this build or an earlier one: what pages and comparisons rest on, not the limits that
// held for whoever typed it in. Members that an earlier build did not write are optional; see `stored-forms.ts`.

const Ids = z.array(z.string());

const MessageSchema = z.object({
  key: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number(), Ids])),
});

const FindingSchema = z.object({
  id: z.string(),
  checkId: z.string(),
  clauses: z.array(z.object({ standard: z.string(), ref: z.string() })),
  outcome: z.enum(["conforms", "conforms-with-conditions", "incomplete", "does-not-conform"]),
  severity: z.enum(["none", "note", "condition", "open", "gap"]),
  foundationalRequirement: FoundationalRequirementSchema.nullable(),
  requirementIds: Ids,
  expected: MessageSchema,
  declared: MessageSchema,
  reason: MessageSchema,
  waysToClose: z.array(z.object({ by: z.enum(["supplier", "hospital"]), message: MessageSchema })),
  evidenceIds: Ids.optional(),
});

const FoundationalResultSchema = z.object({
  foundationalRequirement: FoundationalRequirementSchema,
  target: SecurityLevelSchema,
  native: SecurityLevelSchema,
  withCountermeasures: SecurityLevelSchema,
  state: z.enum(["reached", "reached-with-countermeasures", "short", "undecided"]),
  missing: z.array(
    z.object({
      requirementId: z.string(),
      minSl: SecurityLevelSchema,
      reason: z.enum(["not-met", "unanswered", "not-applicable-without-reason"]),
    }),
  ),
  countermeasures: Ids,
  compensated: z.array(z.object({ requirementId: z.string(), countermeasureId: z.string() })).optional(),
  achieved: SecurityLevelSchema.optional(),
});

/** A frozen result. */
export const StoredAssessmentSchema = z.object({
  asOf: IsoDateSchema,
  componentTypes: z.array(ComponentTypeSchema),
  slTarget: SlVectorSchema,
  slCapability: z.object({ native: SlVectorSchema, withCountermeasures: SlVectorSchema }),
  results: z.array(FoundationalResultSchema),
  findings: z.array(FindingSchema),
  verdict: z.enum(["conforms", "conforms-with-conditions", "does-not-conform", "incomplete"]),
  decidedBy: Ids,
  catalogueVersion: z.string(),
  ruleSetVersion: z.string(),
  fingerprint: z.string(),
});

/** A frozen profile. */
export const StoredProfileSchema = z.object({
  slTarget: SlVectorSchema,
  requirements: z.array(
    z.object({
      id: z.string(),
      foundationalRequirement: FoundationalRequirementSchema,
      appliesTo: z.array(ComponentTypeSchema),
      minSl: SecurityLevelSchema,
    }),
  ),
  catalogueVersion: z.string(),
  policy: z.record(z.string(), z.unknown()).optional(),
  channels: z
    .array(
      z.object({ protocol: z.string(), transport: z.string(), ports: z.string(), direction: z.string() }),
    )
    .nullish(),
  countermeasures: z
    .array(z.object({ id: z.string(), requirementIds: Ids, acceptedOn: IsoDateSchema }))
    .optional(),
  mds2Questions: z.array(z.object({ id: z.string(), requirementIds: Ids })).optional(),
  milestones: z
    .array(z.object({ id: z.string(), regime: z.string(), appliesFrom: IsoDateSchema }))
    .optional(),
});

/** What was declared when it was frozen. */
export const StoredContentSchema = z.object({
  componentTypes: z.array(ComponentTypeSchema),
  answers: z.record(z.string(), z.object({ value: z.enum(ANSWER_VALUES), note: z.string().optional() })),
  claimedSlCapability: SlVectorSchema.nullish(),
  facts: z.record(z.string(), z.unknown()).optional(),
  evidence: z.array(z.object({ id: z.string() })).optional(),
});
