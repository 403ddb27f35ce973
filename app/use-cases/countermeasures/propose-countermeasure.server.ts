import { z } from "zod";
import { COMPONENT_REQUIREMENT_BY_ID, COMPONENT_REQUIREMENTS } from "~/catalogue/catalogue";
import { compareRequirementIds } from "~/domain/assessment/requirement-order";
import { AppError } from "~/domain/shared/app-error";
import { IsoDateSchema, toIsoDate } from "~/domain/shared/iso-date";
import { accept, type Result, refuse } from "~/domain/shared/result";
import { lineOfText, textBlock } from "~/domain/shared/text";
import { ElementIdSchema, type ZoneModel } from "~/domain/zone-model/zone-model";
import type { Db } from "~db/client";
import { saveNewCountermeasure } from "~db/repositories/countermeasures";
import { findLatestRevision } from "~db/repositories/revisions";
import { findZoneModel } from "~db/repositories/zone-models";
import { type InvalidInput, useCase } from "../use-case.server";

const ProposeCountermeasureInput = z.strictObject({
  modelId: z.string().min(1, "required").max(64),
  elementKind: z.enum(["zone", "conduit"], "required"),
  elementId: ElementIdSchema,
  title: lineOfText(120),
  description: textBlock(4000).min(1, "required"),
  /** Checkboxes: one or several. */
  requirementIds: z
    .preprocess((raw) => (typeof raw === "string" ? [raw] : (raw ?? [])), z.array(z.string().max(40)))
    .pipe(z.array(z.string()).min(1, "required").max(COMPONENT_REQUIREMENTS.length))
    .refine((ids) => ids.every((id) => COMPONENT_REQUIREMENT_BY_ID.has(id)), "unknown-requirement")
    .transform((ids) => [...new Set(ids)].sort(compareRequirementIds)),
  evidence: textBlock(2000).min(1, "required"),
  /** Last day on which it counts; empty = without end. */
  expiresOn: z
    .union([z.literal(""), IsoDateSchema], "invalid-date")
    .default("")
    .transform((day) => day || null),
});

type Proposed = { id: string; requirementIds: ReadonlyArray<string> };

/** Puts a compensating countermeasure up for acceptance: it makes up for nothing until a second person accepts it. */
export const proposeCountermeasure = useCase({
  action: "countermeasure.propose",
  input: ProposeCountermeasureInput,
  async run({ db, actor, input, now, newId }): Promise<Result<Proposed, InvalidInput>> {
    const { organisationId, personId } = actor;
    await requireElement(db, organisationId, input);
    if (input.expiresOn !== null && input.expiresOn < toIsoDate(now)) return refuse(LAST_DAY_PASSED);
    const id = newId();
    await saveNewCountermeasure(db, organisationId, {
      ...input,
      organisationId,
      id,
      state: "proposed",
      proposedBy: personId,
      proposedAt: now,
      decidedBy: null,
      decidedAt: null,
      withdrawnBy: null,
      withdrawnAt: null,
      reason: "",
      withdrawalReason: null,
    });
    return accept({ id, requirementIds: input.requirementIds });
  },
  audit: (input, value: Proposed) => ({
    modelId: input.modelId,
    elementKind: input.elementKind,
    elementId: input.elementId,
    requirementIds: value.requirementIds,
    expiresOn: input.expiresOn,
  }),
});

const LAST_DAY_PASSED: InvalidInput = { code: "invalid-input", fields: { expiresOn: ["in-the-past"] } };

type Place = { modelId: string; elementKind: "zone" | "conduit"; elementId: string };

/** In the latest revision, or drawn since then and not published yet. */
async function requireElement(db: Db, organisationId: string, place: Place): Promise<void> {
  const model = await findZoneModel(db, organisationId, place.modelId);
  const revision = model && (await findLatestRevision(db, organisationId, model.id));
  const states = model ? [model.draft, ...(revision ? [revision.content] : [])] : [];
  if (!states.some((content) => hasElement(content, place)))
    throw new AppError("not-found", "there is no such zone or conduit");
}

function hasElement({ zones, conduits }: ZoneModel, { elementKind, elementId }: Place): boolean {
  const elements: ReadonlyArray<{ id: string }> = elementKind === "zone" ? zones : conduits;
  return elements.some(({ id }) => id === elementId);
}
