import { expect, test } from "vitest";
import { judgeCandidate } from "~/domain/assessment/candidate";
import { NO_POLICY } from "~/domain/policy/policy";
import { indexModel } from "~/domain/zone-model/queries";
import { presentCandidate } from "~/presenters/present-candidate.server";
import { presentModelProducts } from "~/presenters/present-model-products.server";
import { presentModelTemplates } from "~/presenters/present-model-templates.server";
import { presentPlacement } from "~/presenters/present-placement.server";
import { presentPublishedModel } from "~/presenters/present-published-model.server";
import { findDeclaration } from "~db/repositories/declarations";
import { aDatabase, aSupplierCaller } from "../../builders/database";
import { aSignedDeclaration } from "../../builders/declaration";
import { aScene, colleague, meetingLevel } from "../decisions/scene";
import { aModel } from "./models";

const database = aDatabase();
const notFound = expect.objectContaining({ code: "not-found" });
const forbidden = expect.objectContaining({ code: "forbidden" });

async function releaseOf(supplierId: string, declarationId: string): Promise<string> {
  return (await findDeclaration(database().read, supplierId, declarationId))?.releaseId ?? "";
}

test("a candidate is judged in the browser as the server judges it", async () => {
  const scene = await aScene(database(), { zone: { policy: NO_POLICY } });
  const { officer, supplier, modelId, declarationId } = scene;
  const releaseId = await releaseOf(supplier.actor.organisationId, declarationId);
  const candidate = await presentCandidate(officer, modelId, releaseId);
  expect(candidate).toMatchObject({ declarationId, product: { releaseId } });
  const { revision } = await presentPublishedModel(officer, modelId);
  if (!revision) throw new Error("the scene is published");
  const { ground } = await presentModelProducts(officer, modelId);
  const verdicts = judgeCandidate(ground, indexModel(revision.content), candidate.product);
  const query = { model: null, verdict: null, sort: null, direction: null };
  const { rows } = await presentPlacement(officer, declarationId, query);
  expect(Object.fromEntries(verdicts)).toEqual(
    Object.fromEntries(rows.map(({ zoneId, fit }) => [zoneId, fit.verdict])),
  );
  expect(verdicts.size).toBeGreaterThan(1);
});

test("what is not shared, not of this hospital, or not there is not found", async () => {
  const scene = await aScene(database());
  const other = await aScene(database());
  const { officer, supplier, modelId, declarationId } = scene;
  const releaseId = await releaseOf(supplier.actor.organisationId, declarationId);
  const stranger = await aSupplierCaller(database(), "contributor", "signatory");
  const unshared = await aSignedDeclaration(stranger, meetingLevel(1), "requesting-hospitals");
  const hidden = await releaseOf(stranger.actor.organisationId, unshared);
  expect(hidden).not.toBe("");
  await expect(presentCandidate(officer, modelId, hidden)).rejects.toThrow(notFound);
  await expect(presentCandidate(officer, modelId, "nowhere")).rejects.toThrow(notFound);
  await expect(presentCandidate(other.officer, modelId, releaseId)).rejects.toThrow(notFound);
  await expect(presentPublishedModel(other.officer, modelId)).rejects.toThrow(notFound);
  await expect(presentCandidate(supplier, modelId, releaseId)).rejects.toThrow(forbidden);
  await expect(presentPublishedModel(supplier, modelId)).rejects.toThrow(forbidden);
});

test("a model that was never published has nothing to be compared with", async () => {
  const { caller, modelId } = await aModel(database());
  expect(await presentPublishedModel(caller, modelId)).toEqual({ revision: null });
});

test("templates are for those who draw", async () => {
  const { caller } = await aModel(database());
  const { templates } = await presentModelTemplates(caller);
  expect(templates).toHaveLength(11);
  expect(templates.every(({ fragment, zones }) => fragment.zones.length === zones)).toBe(true);
  await expect(presentModelTemplates(await colleague(caller, "auditor"))).rejects.toThrow(forbidden);
});
