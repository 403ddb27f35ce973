import { COMPONENT_REQUIREMENTS } from "~/catalogue/catalogue";
import type { Role } from "~/domain/access/role";
import type { Answer } from "~/domain/declaration/declaration";
import { NO_POLICY } from "~/domain/policy/policy";
import { selectRequired } from "~/domain/requirement/component-requirement";
import { flatVector, type SecurityLevel } from "~/domain/security-level/security-level";
import { fingerprintOfModel } from "~/domain/zone-model/facts";
import type { Zone, ZoneModel } from "~/domain/zone-model/zone-model";
import { presentAssessment } from "~/presenters/present-assessment.server";
import { recordDecision } from "~/use-cases/decisions/record-decision.server";
import { acceptRequest } from "~/use-cases/declarations/accept-request.server";
import { answerRequest } from "~/use-cases/declarations/answer-request.server";
import { createRequest } from "~/use-cases/requests/create-request.server";
import type { Caller } from "~/use-cases/use-case.server";
import { createZoneModel } from "~/use-cases/zone-models/create-zone-model.server";
import type { Database } from "~db/client";
import { saveNewRevision } from "~db/repositories/revisions";
import { aCaller, aHospitalCaller, aSupplierCaller, NOW } from "../../builders/database";
import { accepted, aSignedDeclaration } from "../../builders/declaration";
import { aChannel, aConduit, aZone, aZoneModel } from "../../builders/zone-model";

/** A hospital with a published zone, and a supplier who shares a declaration with everybody. */
export type Scene = {
  officer: Caller;
  engineer: Caller;
  supplier: Caller;
  modelId: string;
  zoneId: string;
  declarationId: string;
};

/** SL 1 in the zone; the product meets every row up to SL 1 unless answers say otherwise. */
export async function aScene(
  database: Database,
  {
    zone = {},
    answers = meetingLevel(1),
  }: { zone?: Partial<Zone>; answers?: Readonly<Record<string, Answer>> } = {},
): Promise<Scene> {
  const engineer = await aHospitalCaller(database, "security-engineer");
  const officer = await colleague(engineer, "procurement-officer");
  const supplier = await aSupplierCaller(database, "contributor", "signatory");
  const { id: modelId } = accepted(
    await createZoneModel(engineer, { siteName: "Campus", name: "Building B" }),
  );
  await publish(engineer, { modelId, number: 1, content: aContent(zone) });
  const declarationId = await aSignedDeclaration(supplier, answers, "all-hospitals");
  return { officer, engineer, supplier, modelId, zoneId: "imaging", declarationId };
}

export function aContent(zone: Partial<Zone> = {}): ZoneModel {
  return aZoneModel({
    // No policy, so that the rows alone decide.
    zones: [
      aZone({ slTarget: flatVector(1), policy: NO_POLICY, ...zone }),
      aZone({ id: "archive", policy: NO_POLICY }),
    ],
    conduits: [
      aConduit({ channels: [aChannel(), aChannel({ id: "own", protocol: "Canary-Protocol to 10.0.0.7" })] }),
    ],
  });
}

/** A published revision, as four eyes would have left it. */
export async function publish(
  { actor, database, now }: Caller,
  revision: { modelId: string; number: number; content: ZoneModel },
): Promise<void> {
  await database.transaction((db) =>
    saveNewRevision(db, {
      ...revision,
      organisationId: actor.organisationId,
      fingerprint: fingerprintOfModel(revision.content),
      note: "",
      submittedBy: actor.personId,
      approvedBy: actor.personId,
      publishedAt: now,
    }),
  );
}

export async function colleague({ actor, database }: Caller, ...roles: ReadonlyArray<Role>): Promise<Caller> {
  return aCaller(database, { organisationId: actor.organisationId, kind: "hospital", roles });
}

/** Every row that an embedded device needs up to a level, met. */
export function meetingLevel(level: SecurityLevel): Readonly<Record<string, Answer>> {
  const rows = selectRequired(COMPONENT_REQUIREMENTS, flatVector(level), ["embedded-device"]);
  return Object.fromEntries(rows.map(({ id }) => [id, { value: "met" as const }]));
}

/** The form as the page of `caller` fills it in. */
export async function aForm(scene: Scene, caller: Caller = scene.officer): Promise<Record<string, unknown>> {
  const { modelId, zoneId, declarationId } = scene;
  const page = await presentAssessment(caller, { modelId, zoneId, declarationId, requestId: null });
  return {
    modelId,
    zoneId,
    declarationId,
    requestId: page.requestId ?? "",
    kind: "approve",
    reason: "",
    fingerprint: page.assessment.fingerprint,
    asOf: page.assessment.asOf,
    revisionNumber: String(page.zone.revisionNumber),
  };
}

export async function decideOn(scene: Scene, changes: Record<string, unknown> = {}): Promise<string> {
  return accepted(await recordDecision(scene.officer, { ...(await aForm(scene)), ...changes })).id;
}

export const ONE_CONDITION = {
  "0": { text: "Segment the port", owner: "Network team", dueOn: "2026-12-31" },
};

export function daysLater(caller: Caller, days: number): Caller {
  return { ...caller, now: new Date(NOW.getTime() + days * 86_400_000) };
}

/** A request for the zone of the scene, answered by its declaration. */
export async function anAnsweredRequest(scene: Scene): Promise<string> {
  const { officer, supplier, modelId, zoneId, declarationId } = scene;
  const { id: requestId } = accepted(
    await createRequest(officer, {
      ...{ modelId, zoneId, supplierId: supplier.actor.organisationId },
      ...{ subject: "Pump", message: "", dueOn: "2026-12-24" },
    }),
  );
  accepted(await acceptRequest(supplier, { requestId }));
  accepted(await answerRequest(supplier, { requestId, declarationId }));
  return requestId;
}
