import { expect, test } from "vitest";
import { fingerprintOfTarget, type TargetedElement } from "~/domain/risk/target-record";
import { flatVector } from "~/domain/security-level/security-level";
import type { ZoneModelCommand } from "~/domain/zone-model/commands";
import { fingerprintOfModel } from "~/domain/zone-model/facts";
import { presentZoneReport } from "~/presenters/present-document.server";
import { presentRisk } from "~/presenters/present-risk.server";
import { acceptTarget } from "~/use-cases/risk/accept-target.server";
import { applyRiskTarget } from "~/use-cases/risk/apply-risk-target.server";
import { discardRiskAssessment } from "~/use-cases/risk/restart-risk.server";
import { setRiskMatrix } from "~/use-cases/risk/set-risk-matrix.server";
import type { Caller } from "~/use-cases/use-case.server";
import { approveRevision } from "~/use-cases/zone-models/approve-revision.server";
import { submitRevision } from "~/use-cases/zone-models/submit-revision.server";
import { listAuditEntries } from "~db/repositories/audit";
import { aDatabase } from "../../builders/database";
import { aColleague, accepted, edit, renaming } from "../zone-models/models";
import { aScene, CONDUIT, draftOf, IMAGING, later, rate, targetOf } from "./scene";

const database = aDatabase();

/** Rated, set as it follows, and accepted with a word on what is left. Gives back the acceptance. */
async function acceptedScene(element: TargetedElement) {
  const { caller, modelId, lead } = await aScene(database());
  await rate(caller, modelId, element);
  const { derived, target } = await presentRisk(caller, modelId, element);
  const place = { modelId, elementKind: element.kind, elementId: element.id };
  const set = { slTarget: derived.vector, rationale: "As rated", fingerprint: target.fingerprint };
  accepted(await applyRiskTarget(caller, { ...place, ...set }));
  const stood = await targetOf(caller, modelId, element);
  const { acceptanceId } = accepted(
    await acceptTarget(later(lead, 1), { ...place, fingerprint: stood.fingerprint, note: "Until spring" }),
  );
  return { caller, modelId, lead, place, stood, acceptanceId };
}

/** Everything that can happen to it afterwards: renamed, re-rated, set otherwise, accepted anew, given up. */
async function changeAll(caller: Caller, lead: Caller, modelId: string, element: TargetedElement) {
  const step = async (minutes: number, ...commands: ReadonlyArray<ZoneModelCommand>) => {
    const { draftVersion } = await draftOf(caller, modelId);
    accepted(await edit(later(caller, minutes), modelId, draftVersion, ...commands));
  };
  await step(2, renaming("imaging", "Imaging, new wing"));
  const { matrix } = await presentRisk(caller, modelId, element);
  accepted(
    await setRiskMatrix(lead, { matrix: { ...matrix, tolerableRisk: 10 }, reason: "Board", version: 0 }),
  );
  const changes = { slTarget: flatVector(1), slTargetRationale: "Lowered" };
  if (element.kind === "zone")
    await step(3, {
      type: "set-sl-target",
      zoneId: element.id,
      ...{ slTarget: flatVector(1), rationale: "Lowered" },
    });
  else await step(3, { type: "update-conduit", conduitId: element.id, changes });
  const place = { modelId, elementKind: element.kind, elementId: element.id };
  const { fingerprint } = await targetOf(caller, modelId, element);
  accepted(await acceptTarget(later(lead, 4), { ...place, fingerprint, note: "The lower one" }));
  const now = await targetOf(caller, modelId, element);
  accepted(await discardRiskAssessment(later(caller, 5), { modelId, element, fingerprint: now.fingerprint }));
}

test.each([["zone", IMAGING] as const, ["conduit", CONDUIT] as const])(
  "what was accepted for a %s is read back whole after everything else was changed",
  async (_kind, element) => {
    const { caller, modelId, lead, stood, acceptanceId } = await acceptedScene(element);
    await changeAll(caller, lead, modelId, element);
    const today = await presentRisk(caller, modelId, element);
    expect(today).toMatchObject({ hasAssessment: false, accepted: null, matrixVersion: 1 });
    expect(today.acceptance.accepted.map(({ note }) => note)).toEqual(["The lower one", "Until spring"]);

    const then = await presentRisk(caller, modelId, element, acceptanceId);
    expect(then.assessment).toEqual(stood.riskAssessment);
    expect(then.target).toEqual({
      slTarget: stood.slTarget,
      slTargetRationale: "As rated",
      fingerprint: stood.fingerprint,
    });
    expect(then).toMatchObject({ mayEdit: false, earlier: null, matrixVersion: 0 });
    expect(then.derived.vector).toEqual(stood.slTarget);
    expect(then.derived.tolerableRisk).toBe(5);
    expect(then.element.effectiveTarget).toEqual(stood.slTarget);
    const { version } = then.accepted ?? {};
    expect(then.accepted).toMatchObject({ note: "Until spring", at: later(lead, 1).now.toISOString() });
    const [entry] = (
      await listAuditEntries(database().read, lead.actor.organisationId, { limit: 50 })
    ).filter(({ action, details }) => action === "target.accept" && "acceptanceId" in details);
    expect(entry?.details).toMatchObject({ elementKind: element.kind, draftVersion: expect.any(Number) });
    expect(version).toBeLessThanOrEqual((await draftOf(caller, modelId)).draftVersion);
  },
);

test("it survives that its zone is deleted and drawn again", async () => {
  const { caller, modelId, stood, acceptanceId } = await acceptedScene(IMAGING);
  const { fingerprint: _, ...zone } = stood;
  if (!("criticality" in zone)) throw new Error("this is a zone");
  const { draftVersion } = await draftOf(caller, modelId);
  const gone = await edit(
    later(caller, 2),
    modelId,
    draftVersion,
    { type: "delete-conduit", conduitId: CONDUIT.id },
    { type: "delete-zone", zoneId: zone.id },
    { type: "add-zone", zone: { ...zone, slTarget: null, riskAssessment: null }, place: null },
  );
  accepted(gone);
  const then = await presentRisk(caller, modelId, IMAGING, acceptanceId);
  expect(then.assessment).toEqual(stood.riskAssessment);
  expect(fingerprintOfTarget({ ...then.target, riskAssessment: then.assessment })).toBe(stood.fingerprint);
});

test("the report says what was accepted where something else stands, a revision what it held", async () => {
  const { caller, modelId, lead, stood } = await acceptedScene(IMAGING);
  accepted(await submitRevision(caller, { modelId, version: (await draftOf(caller, modelId)).draftVersion }));
  const { draft } = await draftOf(caller, modelId);
  accepted(await approveRevision(lead, { modelId, fingerprint: fingerprintOfModel(draft) }));
  await changeAll(caller, lead, modelId, IMAGING);

  const published = (await presentZoneReport(caller, modelId, 1)).targets.get("zone:imaging");
  expect(published).toMatchObject({ acceptance: "accepted", note: "Until spring", was: null });
  const { targets, matrices } = await presentZoneReport(caller, modelId, null);
  const now = targets.get("zone:imaging");
  expect(now).toMatchObject({ acceptance: "changed", note: "The lower one" });
  expect(now?.was?.record).toEqual({
    slTarget: flatVector(1),
    slTargetRationale: "Lowered",
    riskAssessment: stood.riskAssessment,
  });
  expect([...matrices.keys()]).toEqual([0]);
});

test("an acceptance is read at its own element and in its own hospital only", async () => {
  const { caller, modelId, acceptanceId } = await acceptedScene(IMAGING);
  for (const [element, id] of [
    [CONDUIT, acceptanceId],
    [IMAGING, "another"],
  ] as const)
    await expect(presentRisk(caller, modelId, element, id)).rejects.toMatchObject({ code: "not-found" });
  const { caller: stranger } = await aScene(database());
  await expect(presentRisk(stranger, modelId, IMAGING, acceptanceId)).rejects.toMatchObject({
    code: "not-found",
  });
  const auditor = await aColleague(caller, "auditor");
  expect((await presentRisk(auditor, modelId, IMAGING, acceptanceId)).accepted?.note).toBe("Until spring");
});
