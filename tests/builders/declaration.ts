import { randomUUID } from "node:crypto";
import { CATALOGUE_VERSION, COMPONENT_REQUIREMENTS } from "~/catalogue/catalogue";
import { requirementProfile } from "~/domain/assessment/requirement-profile";
import type { Answer } from "~/domain/declaration/declaration";
import { flatVector } from "~/domain/security-level/security-level";
import { answerRequirements } from "~/use-cases/declarations/answer-requirements.server";
import { createDeclaration } from "~/use-cases/declarations/create-declaration.server";
import { signDeclaration } from "~/use-cases/declarations/sign-declaration.server";
import { createProduct } from "~/use-cases/products/create-product.server";
import type { Caller } from "~/use-cases/use-case.server";
import { findDeclaration } from "~db/repositories/declarations";
import { intakeRequests, sites, type ZoneClassSnapshot, zoneModels } from "~db/schema";
import { NOW } from "./database";
import { PORTAL_KEY } from "./portal-key";
import { aZoneModel } from "./zone-model";

/** The value of an accepted outcome; a refusal fails the test with its reason. */
export function accepted<Value>(
  outcome: { ok: true; value: Value } | { ok: false; refusal: unknown },
): Value {
  if (!outcome.ok) throw new Error(`refused: ${JSON.stringify(outcome.refusal)}`);
  return outcome.value;
}

type RefusedBy<Outcome> =
  Extract<Outcome, { ok: false }> extends { refusal: infer Refusal } ? Refusal : never;

export function refusalOf<Outcome extends { ok: boolean }>(outcome: Outcome): RefusedBy<Outcome> {
  if (outcome.ok) throw new Error("accepted");
  // `ok` has just told which half it is; the generic type cannot follow.
  return (outcome as Outcome & { refusal: RefusedBy<Outcome> }).refusal;
}

/** A stored product with one release, an embedded device unless said otherwise. */
export async function aProduct(caller: Caller, overrides: Record<string, unknown> = {}) {
  const product = {
    name: `Pump ${randomUUID()}`,
    componentTypes: ["embedded-device"],
    version: "1.0",
    ...overrides,
  };
  return accepted(await createProduct(caller, product));
}

/** The id of a stored draft of a product of its own, with these answers. */
export async function aDraft(
  caller: Caller,
  answers: Readonly<Record<string, Answer>> = {},
): Promise<string> {
  const { releaseId } = await aProduct(caller);
  const { id } = accepted(await createDeclaration(caller, { releaseId }));
  const changes = Object.entries(answers).map(([requirementId, answer]) => ({
    requirementId,
    before: null,
    answer,
  }));
  if (changes.length > 0) accepted(await answerRequirements(caller, { declarationId: id, changes }));
  return id;
}

export async function aSignedDeclaration(
  caller: Caller,
  answers: Readonly<Record<string, Answer>> = { "CR 1.1": { value: "met" } },
  visibility = "requesting-hospitals",
): Promise<string> {
  const id = await aDraft(caller, answers);
  return sign(caller, id, visibility);
}

/** Signs what is stored now. */
export async function sign(
  caller: Caller,
  declarationId: string,
  visibility = "requesting-hospitals",
): Promise<string> {
  const stored = await findDeclaration(caller.database.read, caller.actor.organisationId, declarationId);
  const values = { declarationId, saveVersion: stored?.saveVersion, visibility, confirmed: "on" };
  return accepted(await signDeclaration({ ...caller, key: PORTAL_KEY }, values)).id;
}

export function aSnapshot(overrides: Partial<ZoneClassSnapshot> = {}): ZoneClassSnapshot {
  return {
    zoneClass: "Imaging",
    slTarget: flatVector(1),
    componentTypes: [],
    profile: requirementProfile({
      slTarget: flatVector(1),
      requirements: COMPONENT_REQUIREMENTS,
      catalogueVersion: CATALOGUE_VERSION,
    }),
    allowedProtocols: ["DICOM over TLS"],
    ...overrides,
  };
}

/** A request as stored, with a model behind it whose every text is `canary`: nothing of that may cross. */
export async function aRequest(
  hospital: Caller,
  supplierId: string,
  overrides: Partial<typeof intakeRequests.$inferInsert> & { canary?: string } = {},
): Promise<string> {
  const { canary = "secret", ...request } = overrides;
  const { organisationId, personId } = hospital.actor;
  const [siteId, modelId, id] = [`${canary}-${randomUUID()}`, `${canary}-${randomUUID()}`, randomUUID()];
  const by = { createdAt: NOW, updatedAt: NOW };
  await hospital.database.transaction(async (db) => {
    await db.insert(sites).values({ organisationId, id: siteId, name: siteId, createdAt: NOW });
    await db.insert(zoneModels).values({
      ...{
        organisationId,
        id: modelId,
        siteId,
        name: `${canary} model`,
        purpose: canary,
        draft: aZoneModel(),
      },
      ...{
        draftVersion: 1,
        state: "drawing",
        submissionNote: canary,
        returnComment: canary,
        updatedBy: personId,
      },
      ...by,
    });
    await db.insert(intakeRequests).values({
      ...{ organisationId, id, modelId, revisionNumber: 1, zoneId: `${canary}-zone`, supplierId },
      ...{ subject: "Infusion pump", message: "Please declare.", dueOn: "2026-12-24", snapshot: aSnapshot() },
      ...{ state: "sent", declarationId: null, declineReason: "", createdBy: personId },
      ...by,
      ...request,
    });
  });
  return id;
}
