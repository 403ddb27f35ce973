import { expect, test } from "vitest";
import { AppError } from "~/domain/shared/app-error";
import { presentQueue, type QueueQuery } from "~/presenters/present-queue.server";
import { createRequest } from "~/use-cases/requests/create-request.server";
import { aDatabase, aHospitalCaller } from "../../builders/database";
import { accepted } from "../../builders/declaration";
import { aScene, daysLater } from "./scene";

const database = aDatabase();
const WHOLE: QueueQuery = {
  ...{ kind: null, party: null, due: null, model: null, zone: null, supplier: null, find: null, after: null },
};

async function aSceneThatAsks() {
  const scene = await aScene(database());
  const supplierId = scene.supplier.actor.organisationId;
  const asked = { modelId: scene.modelId, zoneId: scene.zoneId, supplierId, message: "" };
  for (const [subject, dueOn] of [
    ["Pumps", "2026-12-24"],
    ["Monitors", "2026-12-01"],
  ] as const)
    accepted(await createRequest(scene.officer, { ...asked, subject, dueOn }));
  return { ...scene, supplierId };
}

test("what waits for a supplier stands in the queue, soonest due first, with place and supplier", async () => {
  const scene = await aSceneThatAsks();
  const { entries, count, kinds, suppliers } = await presentQueue(scene.officer, WHOLE);
  expect(entries.map(({ title, dueOn }) => [title, dueOn])).toEqual([
    ["Monitors", "2026-12-01"],
    ["Pumps", "2026-12-24"],
  ]);
  expect(entries[0]).toMatchObject({
    ...{ kind: "waiting-request", party: "supplier", isOverdue: false, modelId: scene.modelId },
    zone: { id: scene.zoneId },
    supplier: { id: scene.supplierId },
  });
  expect(count).toBe(2);
  expect(kinds).toEqual([{ kind: "waiting-request", count: 2 }]);
  expect(suppliers.map(({ id }) => id)).toEqual([scene.supplierId]);
  const late = await presentQueue(daysLater(scene.officer, 15), { ...WHOLE, due: "overdue" });
  expect(late.entries.map(({ title, isOverdue }) => [title, isOverdue])).toEqual([["Monitors", true]]);
});

test("filters narrow the queue, and what no filter knows narrows nothing", async () => {
  const scene = await aSceneThatAsks();
  const countOf = async (query: Partial<QueueQuery>) =>
    (await presentQueue(scene.officer, { ...WHOLE, ...query })).count;
  expect(await countOf({ find: "pump" })).toBe(1);
  expect(await countOf({ kind: "condition" })).toBe(0);
  expect(await countOf({ kind: "no-such-kind", party: "nobody", due: "never" })).toBe(2);
  expect(await countOf({ party: "supplier" })).toBe(2);
  expect(await countOf({ party: "role" })).toBe(0);
  expect(await countOf({ model: scene.modelId, zone: scene.zoneId })).toBe(2);
  expect(await countOf({ model: scene.modelId, zone: "archive" })).toBe(0);
  // A zone belongs to a model: alone it says nothing.
  expect(await countOf({ zone: "archive" })).toBe(2);
  expect(await countOf({ supplier: scene.engineer.actor.organisationId })).toBe(0);
});

test("another hospital sees nothing of it, and a supplier has no queue", async () => {
  const scene = await aSceneThatAsks();
  const other = await aHospitalCaller(database(), "procurement-officer");
  expect((await presentQueue(other, WHOLE)).entries).toEqual([]);
  await expect(presentQueue(scene.supplier, WHOLE)).rejects.toThrow(AppError);
});
