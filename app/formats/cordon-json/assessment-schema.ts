import { z } from "zod";
import { ComponentTypeSchema } from "~/domain/requirement/component-requirement";
import {
  FoundationalRequirementSchema,
  SecurityLevelSchema,
  SlVectorSchema,
} from "~/domain/security-level/security-level";
import { IsoDateSchema } from "~/domain/shared/iso-date";

const VerdictSchema = z.enum(["conforms", "conforms-with-conditions", "does-not-conform", "incomplete"]);

const SpokenMessageSchema = z.strictObject({
  key: z.string(),
  params: z
    .record(z.string(), z.union([z.string(), z.number(), z.array(z.string())]))
    .describe("A list names values of facts; the text holds their words."),
  text: z.string().describe("The message in English."),
});

const ResultSchema = z.strictObject({
  foundationalRequirement: FoundationalRequirementSchema,
  target: SecurityLevelSchema,
  native: SecurityLevelSchema.describe("Reached by the product alone."),
  withCountermeasures: SecurityLevelSchema.describe("Reached with countermeasures of the zone."),
  state: z.enum(["reached", "reached-with-countermeasures", "short", "undecided"]),
  missing: z
    .array(
      z.strictObject({
        requirementId: z.string(),
        minSl: SecurityLevelSchema,
        reason: z.enum(["not-met", "unanswered", "not-applicable-without-reason"]),
      }),
    )
    .describe("Rows up to the target that are missing, lowest level first."),
  countermeasures: z.array(z.string()).describe("Rows up to the target that the zone must make up for."),
  compensated: z
    .array(z.strictObject({ requirementId: z.string(), countermeasureId: z.string() }))
    .describe("Rows up to the target that an accepted countermeasure of the zone makes up for today."),
  achieved: SecurityLevelSchema.describe("What the product brings into this zone today (SL-A)."),
});

const FindingSchema = z.strictObject({
  id: z.string(),
  checkId: z.string(),
  clauses: z.array(z.strictObject({ standard: z.string(), ref: z.string() })),
  outcome: VerdictSchema,
  severity: z.enum(["none", "note", "condition", "open", "gap"]),
  foundationalRequirement: FoundationalRequirementSchema.nullable(),
  requirementIds: z.array(z.string()),
  expected: SpokenMessageSchema,
  declared: SpokenMessageSchema,
  reason: SpokenMessageSchema,
  waysToClose: z.array(
    z.strictObject({ by: z.enum(["supplier", "hospital"]), message: SpokenMessageSchema }),
  ),
  evidenceIds: z.array(z.string()).optional().describe("Evidence of the declaration that it rests on."),
});

/** What `cordon check --json` prints. */
export const AssessmentFileSchema = z
  .strictObject({
    asOf: IsoDateSchema,
    componentTypes: z.array(ComponentTypeSchema),
    slTarget: SlVectorSchema,
    slCapability: z.strictObject({ native: SlVectorSchema, withCountermeasures: SlVectorSchema }),
    results: z.array(ResultSchema).length(7),
    findings: z.array(FindingSchema),
    verdict: VerdictSchema,
    decidedBy: z.array(z.string()).describe("Ids of the findings that caused the verdict."),
    catalogueVersion: z.string(),
    ruleSetVersion: z.string(),
    fingerprint: z.string().regex(/^[0-9a-f]{64}$/),
  })
  .describe("The result of checking one declaration against one zone on one day.");
