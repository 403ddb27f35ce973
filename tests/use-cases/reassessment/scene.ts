import { judge } from "~/domain/assessment/assess";
import type { DeclarationContent } from "~/domain/declaration/declaration";
import { NO_POLICY } from "~/domain/policy/policy";
import { flatVector } from "~/domain/security-level/security-level";
import { canonicalJson } from "~/domain/shared/canonical-json";
import { toIsoDate } from "~/domain/shared/iso-date";
import type { ZoneModelCommand } from "~/domain/zone-model/commands";
import { createDeclaration } from "~/use-cases/declarations/create-declaration.server";
import { openProfiles } from "~/use-cases/profiles/profile-source.server";
import { targetedZones } from "~/use-cases/reassessment/affected-zones.server";
import { createRequest } from "~/use-cases/requests/create-request.server";
import type { Caller } from "~/use-cases/use-case.server";
import { approveRevision } from "~/use-cases/zone-models/approve-revision.server";
import { createZoneModel } from "~/use-cases/zone-models/create-zone-model.server";
import { editZoneModel } from "~/use-cases/zone-models/edit-zone-model.server";
import { submitRevision } from "~/use-cases/zone-models/submit-revision.server";
import type { Database } from "~db/client";
import { findDeclaration, listSharedDeclarations, saveDeclarationDraft } from "~db/repositories/declarations";
import { listLatestRevisions } from "~db/repositories/revisions";
import { findZoneModel } from "~db/repositories/zone-models";
import { aCaller, aHospitalCaller, aSupplierCaller } from "../../builders/database";
import { accepted, aProduct, sign } from "../../builders/declaration";
import { aChannel, aConduit, aZone } from "../../builders/zone-model";
import { meetingLevel } from "../decisions/scene";

/**
 * A hospital that has asked one supplier: two zones with a target, joined by a conduit, and one outside; two releases
 * that only those who asked may see. No policy, so that rows and dates alone decide.
 */
export type Scene = {
  engineer: Caller;
  lead: Caller;
  officer: Caller;
  supplier: Caller;
  modelId: string;
  strong: Release;
  weak: Release;
};
export type Release = { releaseId: string; declarationId: string };

export async function aScene(database: Database): Promise<Scene> {
  const engineer = await aHospitalCaller(database, "security-engineer");
  const lead = await as(engineer, "security-lead");
  const officer = await as(engineer, "procurement-officer");
  const supplier = await aSupplierCaller(database, "contributor", "signatory");
  const model = await createZoneModel(engineer, { siteName: "Campus", name: "Building B" });
  const scene = { engineer, lead, officer, supplier, modelId: accepted(model).id };
  await publishing(
    scene,
    ...[
      { id: "imaging", slTarget: flatVector(1) },
      { id: "archive", slTarget: flatVector(2) },
      { id: "outside", slTarget: null, trustClass: "untrusted" as const },
    ].map(
      (zone): ZoneModelCommand => ({
        type: "add-zone",
        zone: aZone({ ...zone, policy: NO_POLICY }),
        place: null,
      }),
    ),
    { type: "add-conduit", conduit: aConduit({ id: "line", channels: [aChannel()] }) },
  );
  const strong = await aRelease(supplier, { answers: meetingLevel(2) });
  const weak = await aRelease(supplier, {
    answers: { ...meetingLevel(1), "CR 1.1": { value: "not-met" }, "CR 2.1": { value: "not-met" } },
  });
  await ask(officer, scene.modelId, supplier);
  return { ...scene, strong, weak };
}

async function as(
  { actor, database }: Caller,
  role: "security-lead" | "procurement-officer",
): Promise<Caller> {
  return aCaller(database, { organisationId: actor.organisationId, kind: "hospital", roles: [role] });
}

/** The commands as the next revision: drawn, submitted by the engineer, approved by the lead. */
export async function publishing(
  { engineer, lead, modelId }: Pick<Scene, "engineer" | "lead" | "modelId">,
  ...commands: ReadonlyArray<ZoneModelCommand>
): Promise<void> {
  const { database, actor } = engineer;
  const model = await findZoneModel(database.read, actor.organisationId, modelId);
  const edit = { modelId, version: model?.draftVersion ?? 0, commands };
  const { version } = accepted(await editZoneModel(engineer, edit));
  const { fingerprint } = accepted(await submitRevision(engineer, { modelId, version, note: "" }));
  accepted(await approveRevision(lead, { modelId, fingerprint }));
}

export async function ask(officer: Caller, modelId: string, supplier: Caller): Promise<string> {
  const request = {
    ...{ modelId, zoneId: "imaging", supplierId: supplier.actor.organisationId },
    ...{ subject: "Pump", message: "", dueOn: "2027-01-31" },
  };
  return accepted(await createRequest(officer, request)).id;
}

/** A release of a product of its own with a signed declaration. */
export async function aRelease(
  supplier: Caller,
  content: Partial<DeclarationContent>,
  visibility = "requesting-hospitals",
): Promise<Release> {
  const { releaseId } = await aProduct(supplier);
  return { releaseId, declarationId: await signNext(supplier, releaseId, content, visibility) };
}

/** The next version of a release's declaration, signed. */
export async function signNext(
  supplier: Caller,
  releaseId: string,
  content: Partial<DeclarationContent>,
  visibility = "requesting-hospitals",
): Promise<string> {
  const { database, actor } = supplier;
  const { id } = accepted(await createDeclaration(supplier, { releaseId }));
  const draft = await findDeclaration(database.read, actor.organisationId, id);
  if (!draft) throw new Error("there is no such draft");
  const changed = { ...draft, content: { ...draft.content, ...content } };
  await database.transaction((db) => saveDeclarationDraft(db, actor.organisationId, changed));
  return sign(supplier, id, visibility);
}

/** Every pair of the hospital as it comes out on a day, however long that takes: what re-assessment must agree with. */
export async function everyPair({ database, actor, now }: Caller): Promise<ReadonlyMap<string, string>> {
  const [source, held, declarations] = await Promise.all([
    openProfiles(database.read, actor.organisationId),
    listLatestRevisions(database.read, actor.organisationId),
    listSharedDeclarations(database.read, actor.organisationId),
  ]);
  const results = new Map<string, string>();
  for (const { zoneId, profile } of targetedZones({ source, held }).values())
    for (const { releaseId, content } of declarations) {
      const { results: areas, findings, verdict } = judge(profile, content, toIsoDate(now));
      const deciding = findings.filter(({ severity }) => severity !== "note");
      const substance = deciding.map(({ id, outcome, requirementIds, declared }) => [
        ...[id, outcome, requirementIds, declared.params],
      ]);
      results.set(`${zoneId} ${releaseId}`, canonicalJson({ areas, substance, verdict }));
    }
  return results;
}

/** Keys of `everyPair` that are not the same on both sides. */
export function differing(
  before: ReadonlyMap<string, string>,
  after: ReadonlyMap<string, string>,
): ReadonlyArray<string> {
  const keys = [...new Set([...before.keys(), ...after.keys()])];
  return keys.filter((key) => before.get(key) !== after.get(key)).sort();
}
