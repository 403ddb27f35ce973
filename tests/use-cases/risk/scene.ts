import { partToken } from "~/domain/risk/assessment-parts";
import { fingerprintOfTarget, type TargetedElement } from "~/domain/risk/target-record";
import { flatVector } from "~/domain/security-level/security-level";
import { saveRiskPart } from "~/use-cases/risk/save-risk-part.server";
import type { Caller } from "~/use-cases/use-case.server";
import type { Database } from "~db/client";
import { findZoneModel } from "~db/repositories/zone-models";
import { aConduit, aZone } from "../../builders/zone-model";
import { aColleague, accepted, aModel, edit } from "../zone-models/models";

export const IMAGING: TargetedElement = { kind: "zone", id: "imaging" };
export const CONDUIT: TargetedElement = { kind: "conduit", id: "imaging-archive" };

/** An engineer with two zones and a conduit at version 1, and a lead of the same hospital. */
export async function aScene(database: Database) {
  const { caller, modelId } = await aModel(database);
  const imaging = aZone({ referenceType: "imaging", slTarget: flatVector(2) });
  accepted(
    await edit(
      caller,
      modelId,
      0,
      { type: "add-zone", zone: imaging, place: null },
      { type: "add-zone", zone: aZone({ id: "archive" }), place: null },
      { type: "add-conduit", conduit: aConduit() },
    ),
  );
  const lead = await aColleague(caller, "security-lead");
  return { caller, modelId, lead };
}

export async function draftOf({ actor, database }: Caller, modelId: string) {
  const model = await findZoneModel(database.read, actor.organisationId, modelId);
  if (!model) throw new Error("there is no model");
  return model;
}

export async function targetOf(caller: Caller, modelId: string, { kind, id }: TargetedElement) {
  const { draft } = await draftOf(caller, modelId);
  const element = [...draft.zones, ...draft.conduits].find((one) => one.id === id);
  if (!element) throw new Error(`there is no ${kind} ${id}`);
  return { ...element, fingerprint: fingerprintOfTarget(element) };
}

/** The same person a while later: what happens at one instant has no order. */
export function later(caller: Caller, minutes: number): Caller {
  return { ...caller, now: new Date(caller.now.getTime() + minutes * 60_000) };
}

export function save(caller: Caller, modelId: string, element: TargetedElement, change: object, token = "") {
  return saveRiskPart(caller, { modelId, elementKind: element.kind, elementId: element.id, token, change });
}

export const CONSEQUENCE = {
  part: "consequence",
  consequence: { patientSafety: 5, careContinuity: 4, data: 3 },
  consequenceReason: "A wrong image, a wrong operation",
  vulnerabilities: "",
  tolerableRisk: null,
};
export const THREATS = {
  part: "threats",
  offered: ["portable-media"],
  own: [{ id: "", name: "Cleaning robot", foundationalRequirements: ["RDF", "IAC"] }],
};

/** Consequence, two threats, likelihoods: a target follows. Gives back the ids of the threats. */
export async function rate(
  caller: Caller,
  modelId: string,
  element: TargetedElement,
): Promise<ReadonlyArray<string>> {
  const { riskAssessment: begun } = await targetOf(caller, modelId, element);
  accepted(await save(caller, modelId, element, CONSEQUENCE, partToken(begun, "consequence")));
  const { riskAssessment } = await targetOf(caller, modelId, element);
  accepted(await save(caller, modelId, element, THREATS, partToken(riskAssessment, "threats")));
  const chosen = (await targetOf(caller, modelId, element)).riskAssessment;
  const ids = chosen?.threats.map(({ id }) => id) ?? [];
  const ratings = Object.fromEntries(
    ids.map((id, place) => [id, { likelihood: place === 0 ? 4 : 3, consequence: null, reason: "" }]),
  );
  accepted(
    await save(caller, modelId, element, { part: "likelihood", ratings }, partToken(chosen, "likelihood")),
  );
  return ids;
}
