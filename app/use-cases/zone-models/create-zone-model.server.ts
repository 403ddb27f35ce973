import { z } from "zod";
import { MODEL_TEMPLATES, templateFragment } from "~/catalogue/templates/model-templates";
import type { Actor } from "~/domain/access/role";
import { AppError } from "~/domain/shared/app-error";
import { accept, refuse } from "~/domain/shared/result";
import { lineOfText, textBlock } from "~/domain/shared/text";
import { commandsOfFragment } from "~/domain/zone-model/fragment";
import { applyEdit } from "~/domain/zone-model/merge";
import { EMPTY_ZONE_MODEL } from "~/domain/zone-model/zone-model";
import { type InvalidInput, requirePermission, useCase } from "~/use-cases/use-case.server";
import type { Db } from "~db/client";
import { appendAuditEntry } from "~db/repositories/audit";
import { findSite, findSiteByName, saveNewSite } from "~db/repositories/sites";
import { listZoneModels, saveDraft, saveNewZoneModel } from "~db/repositories/zone-models";

const EMPTY = "empty";
const MODEL_STARTS: ReadonlyArray<string> = [EMPTY, ...MODEL_TEMPLATES.map(({ id }) => id)];

export const CreateZoneModelInput = z
  .strictObject({
    /** A site that exists; empty where a new one is named. */
    siteId: z.string().default(""),
    /** Comes before `siteId`; made where the hospital has no site of this name. */
    siteName: lineOfText(120).or(z.literal("")).default(""),
    name: lineOfText(120),
    purpose: textBlock().default(""),
    /** The id of a template, or `empty`. */
    start: z.enum(MODEL_STARTS).default(EMPTY),
  })
  .refine(({ siteId, siteName }) => siteId !== "" || siteName !== "", {
    path: ["siteName"],
    message: "required",
  });

/** A new model of a site with an empty draft, or one filled from a template. */
export const createZoneModel = useCase({
  action: "model.create",
  input: CreateZoneModelInput,
  async run({ db, actor, input, now, newId }) {
    const { organisationId, personId } = actor;
    const siteId = await pickSite({ db, actor, now, newId }, input);
    const models = await listZoneModels(db, organisationId);
    if (models.some((model) => model.siteId === siteId && model.name === input.name))
      return refuse<InvalidInput>({ code: "invalid-input", fields: { name: ["taken"] } });
    const id = newId();
    const { name, purpose, start } = input;
    await saveNewZoneModel(db, organisationId, {
      id,
      siteId,
      name,
      purpose,
      createdBy: personId,
      createdAt: now,
    });
    const template = templateFragment(start);
    if (template) {
      const nameOf = (zone: string) => zone;
      const drawn = commandsOfFragment(template, { newId, into: null, at: null, nameOf });
      const filled = applyEdit(EMPTY_ZONE_MODEL, drawn);
      if (!filled.ok) throw new Error(`the template does not fit: ${filled.refusal.refusal.code}`);
      const { model: draft, commands } = filled.value;
      await saveDraft(db, organisationId, { modelId: id, version: 0, draft, commands, personId, at: now });
    }
    return accept({ id, siteId });
  },
  audit: ({ start }, { siteId }) => ({ siteId, start }),
});

type Picking = { db: Db; actor: Actor; now: Date; newId: () => string };

async function pickSite(
  { db, actor, now, newId }: Picking,
  { siteId, siteName }: { siteId: string; siteName: string },
): Promise<string> {
  const { organisationId, personId } = actor;
  if (siteName === "") {
    const chosen = await findSite(db, organisationId, siteId);
    if (!chosen) throw new AppError("not-found", "there is no such site");
    return chosen.id;
  }
  const known = await findSiteByName(db, organisationId, siteName);
  if (known) return known.id;
  requirePermission(actor, "site.create");
  const id = newId();
  await saveNewSite(db, { organisationId, id, name: siteName, createdAt: now });
  await appendAuditEntry(db, {
    at: now,
    action: "site.create",
    personId,
    organisationId,
    subjectId: id,
    details: {},
  });
  return id;
}
