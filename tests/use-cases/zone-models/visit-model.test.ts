import { expect, test } from "vitest";
import type { Caller } from "~/use-cases/use-case.server";
import { VISIT_MS, visitModel as visitModelOf } from "~/use-cases/zone-models/visit-model.server";
import { aDatabase, aHospitalCaller, aSupplierCaller } from "../../builders/database";
import { aColleague, accepted, aDrawnModel, auditOf, refusedAs } from "./models";

const database = aDatabase();
const visitModel = async (caller: Caller, visit: object) => accepted(await visitModelOf(caller, visit));
const later = (caller: Caller, ms: number): Caller => ({
  ...caller,
  now: new Date(caller.now.getTime() + ms),
});
const zone = (id: string) => ({ kind: "zone", id });

test("who has the model open is seen by the others, with what is selected, until the visit is over", async () => {
  const { caller, modelId } = await aDrawnModel(database());
  const colleague = await aColleague(caller, "auditor");
  expect(await visitModel(caller, { modelId, visitId: "page-anna", element: zone("imaging") })).toEqual([]);
  const seen = await visitModel(colleague, { modelId, visitId: "page-ben" });
  expect(seen).toMatchObject([{ isSelf: false, element: zone("imaging") }]);
  const others = await visitModel(caller, { modelId, visitId: "page-anna-2" });
  expect(others.toSorted((a, b) => Number(b.isSelf) - Number(a.isSelf))).toMatchObject([
    { isSelf: true },
    { isSelf: false, element: null },
  ]);
  const after = later(colleague, VISIT_MS + 1);
  expect(await visitModel(after, { modelId, visitId: "page-ben" })).toEqual([]);
});

test("leaving ends a visit at once; nobody ends another person's", async () => {
  const { caller, modelId } = await aDrawnModel(database());
  const colleague = await aColleague(caller, "security-lead");
  await visitModel(caller, { modelId, visitId: "page-anna" });
  await visitModel(colleague, { modelId, visitId: "page-anna", hasLeft: true });
  expect(await visitModel(colleague, { modelId, visitId: "page-ben" })).toHaveLength(1);
  await visitModel(caller, { modelId, visitId: "page-anna", hasLeft: true });
  expect(await visitModel(colleague, { modelId, visitId: "page-ben" })).toEqual([]);
});

test("a page that asks too often is answered and not written; another selection is written at once", async () => {
  const { caller, modelId } = await aDrawnModel(database());
  const colleague = await aColleague(caller, "security-lead");
  const look = (ms: number) => visitModel(later(colleague, ms), { modelId, visitId: "page-ben" });
  await visitModel(caller, { modelId, visitId: "page-anna" });
  await visitModel(later(caller, 500), { modelId, visitId: "page-anna" });
  // Renewed half a second later it would still be there.
  expect(await look(VISIT_MS + 250)).toEqual([]);
  await visitModel(later(caller, VISIT_MS), { modelId, visitId: "page-anna" });
  await visitModel(later(caller, VISIT_MS + 100), {
    modelId,
    visitId: "page-anna",
    element: zone("imaging"),
  });
  expect(await look(VISIT_MS + 200)).toMatchObject([{ element: zone("imaging") }]);
});

test("one person's open pages are bounded", async () => {
  const { caller, modelId } = await aDrawnModel(database());
  const colleague = await aColleague(caller, "security-lead");
  for (let page = 0; page < 15; page += 1)
    await visitModel(caller, { modelId, visitId: `page-number-${page}` });
  expect(await visitModel(colleague, { modelId, visitId: "page-ben" })).toHaveLength(10);
});

test("visits are no change: no audit entry", async () => {
  const { caller, modelId } = await aDrawnModel(database());
  const before = await auditOf(caller);
  await visitModel(caller, { modelId, visitId: "page-anna" });
  expect(await auditOf(caller)).toEqual(before);
});

test("people of another organisation, suppliers and nonsense are turned away", async () => {
  const { caller, modelId } = await aDrawnModel(database());
  const stranger = await aHospitalCaller(database(), "security-engineer");
  const supplier = await aSupplierCaller(database(), "contributor");
  const visit = { modelId, visitId: "page-anna" };
  await expect(visitModel(stranger, visit)).rejects.toMatchObject({ code: "not-found" });
  await expect(visitModel(supplier, visit)).rejects.toMatchObject({ code: "forbidden" });
  expect(refusedAs(await visitModelOf(caller, { modelId, visitId: "x" }))).toBe("invalid-input");
  const marked = { ...visit, element: { kind: "zone", id: "<b>" } };
  expect(refusedAs(await visitModelOf(caller, marked))).toBe("invalid-input");
});
