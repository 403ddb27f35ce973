import { expect, test } from "vitest";
import { NO_POLICY } from "~/domain/policy/policy";
import { flatVector } from "~/domain/security-level/security-level";
import { presentModelProducts } from "~/presenters/present-model-products.server";
import { presentModelTable } from "~/presenters/present-model-table.server";
import { findDeclaration } from "~db/repositories/declarations";
import { listStandingDecisions } from "~db/repositories/standing-decisions";
import { aDatabase } from "../../builders/database";
import { accepted } from "../../builders/declaration";
import { anAsset, aZone } from "../../builders/zone-model";
import { edit } from "../zone-models/models";
import { aScene, decideOn, ONE_CONDITION, type Scene } from "./scene";

const database = aDatabase();

/** The draft of the scene with a zone that asks for a level, and one asset in it that is linked to the scene's product. */
async function aLinkedAsset(level: 1 | 2): Promise<Scene & { releaseId: string }> {
  const scene = await aScene(database());
  const slTarget = flatVector(level);
  const zone = aZone({ id: "imaging", slTarget, policy: NO_POLICY });
  const other = aZone({ id: "archive", slTarget, policy: NO_POLICY });
  accepted(
    await edit(
      scene.engineer,
      scene.modelId,
      0,
      { type: "add-zone", zone, place: null },
      { type: "add-zone", zone: other, place: null },
    ),
  );
  const { supplier, declarationId } = scene;
  const declaration = await findDeclaration(database().read, supplier.actor.organisationId, declarationId);
  const releaseId = declaration?.releaseId ?? expect.fail();
  const asset = anAsset({ id: "scanner", zoneId: "imaging", productReleaseId: releaseId });
  const unlinked = anAsset({ id: "bed", zoneId: "imaging", productReleaseId: null });
  const elsewhere = anAsset({ id: "spare", zoneId: "archive", productReleaseId: releaseId });
  accepted(
    await edit(
      scene.engineer,
      scene.modelId,
      1,
      { type: "add-asset", asset },
      { type: "add-asset", asset: unlinked },
      { type: "add-asset", asset: elsewhere },
    ),
  );
  return { ...scene, releaseId };
}

const NOTHING = { element: null, add: null, zone: null };

async function approvalsIn({ engineer, modelId }: Scene) {
  const { assets } = await presentModelTable(engineer, modelId, NOTHING);
  return Object.fromEntries(assets.map(({ id, approval }) => [id, approval]));
}

test("a linked asset was never assessed until somebody decides, and then stands by that decision in that zone alone", async () => {
  const scene = await aLinkedAsset(1);
  const { declarationId } = scene;
  const never = { standing: "never-assessed", decisionId: null, declarationId };
  expect(await approvalsIn(scene)).toEqual({ scanner: never, bed: null, spare: never });
  const approved = await decideOn(scene, { kind: "approve-with-conditions", conditions: ONE_CONDITION });
  expect(await approvalsIn(scene)).toEqual({
    ...{ scanner: { standing: "approved-with-conditions", decisionId: approved, declarationId } },
    ...{ bed: null, spare: never },
  });
  const rejected = await decideOn(scene, { kind: "reject", reason: "No" });
  expect((await approvalsIn(scene)).scanner).toMatchObject({ standing: "rejected", decisionId: rejected });
});

test("the diagram gets the decisions on what is placed, in one read, and nothing of other hospitals or models", async () => {
  const scene = await aLinkedAsset(1);
  const { officer, modelId, releaseId } = scene;
  expect((await presentModelProducts(officer, modelId)).decisions).toEqual([]);
  const decisionId = await decideOn(scene);
  const decision = { zoneId: "imaging", releaseId, decisionId, kind: "approve", restsOnException: false };
  expect((await presentModelProducts(officer, modelId)).decisions).toEqual([decision]);
  const { organisationId } = officer.actor;
  const other = (await aScene(database())).officer.actor.organisationId;
  const read = (own: string, model: string, ids: ReadonlyArray<string>) =>
    listStandingDecisions(database().read, own, model, ids);
  expect(await read(other, modelId, [releaseId])).toEqual([]);
  expect(await read(organisationId, "another", [releaseId])).toEqual([]);
  expect(await read(organisationId, modelId, ["another"])).toEqual([]);
  expect(await read(organisationId, modelId, [])).toEqual([]);
});
