import { expect, test } from "vitest";
import { RULE_SET_VERSION } from "~/domain/assessment/rule-set-version";
import { writeSealedReceipt } from "~/formats/cordon-json/sealed-receipt";
import { presentReceipt } from "~/presenters/present-receipt.server";
import { presentReceivedReceipt } from "~/presenters/present-received-receipt.server";
import { presentReceivedRequest } from "~/presenters/present-received-request.server";
import { completeCondition } from "~/use-cases/decisions/complete-condition.server";
import { exportReceipt } from "~/use-cases/decisions/export-receipt.server";
import { exportReceivedReceipt } from "~/use-cases/requests/export-received-receipt.server";
import { listAuditEntries } from "~db/repositories/audit";
import { listConditions } from "~db/repositories/decisions";
import { aDatabase, aHospitalCaller, aSupplierCaller } from "../../builders/database";
import { accepted } from "../../builders/declaration";
import { PORTAL_KEY } from "../../builders/portal-key";
import { anAnsweredRequest, aScene, decideOn, ONE_CONDITION } from "./scene";

const database = aDatabase();
const notFound = expect.objectContaining({ code: "not-found" });
const WITH_CONDITION = { kind: "approve-with-conditions", conditions: ONE_CONDITION, reason: "For a year" };

test("the hospital's receipt says what was decided, on what, by whom and under which conditions", async () => {
  const scene = await aScene(database());
  const requestId = await anAnsweredRequest(scene);
  const decisionId = await decideOn(scene, { ...WITH_CONDITION, requestId });
  expect(await presentReceipt(scene.officer, decisionId)).toMatchObject({
    side: "hospital",
    decision: { id: decisionId, kind: "approve-with-conditions", reason: "For a year" },
    about: { zone: "Zone imaging", revision: 1, request: "Pump", declarationId: scene.declarationId },
    result: { ruleSetVersion: RULE_SET_VERSION, verdict: "conforms" },
    conditionCount: 1,
    conditions: [{ text: ONE_CONDITION["0"].text, dueOn: ONE_CONDITION["0"].dueOn }],
    exceptions: [],
  });
});

test("what happens later changes no byte of a receipt", async () => {
  const scene = await aScene(database());
  const { officer } = scene;
  const decisionId = await decideOn(scene, WITH_CONDITION);
  const sealed = async () => writeSealedReceipt(await presentReceipt(officer, decisionId), PORTAL_KEY);
  const before = await sealed();
  const [condition] = await listConditions(database().read, officer.actor.organisationId, [decisionId]);
  accepted(await completeCondition(officer, { conditionId: condition?.id ?? "", decisionId, note: "Done" }));
  await decideOn(scene);
  expect(await sealed()).toBe(before);
});

test("the supplier's receipt is of the latest decision on its answer, and keeps what is the hospital's own", async () => {
  const scene = await aScene(database());
  const { supplier, declarationId } = scene;
  const requestId = await anAnsweredRequest(scene);
  await expect(presentReceivedReceipt(supplier, requestId)).rejects.toEqual(notFound);
  const page = () => presentReceivedRequest(supplier, { requestId, productId: null });
  expect((await page()).decision).toBeNull();

  const first = await decideOn(scene, { ...WITH_CONDITION, requestId });
  expect((await page()).decision).toMatchObject({ kind: "approve-with-conditions" });
  const receipt = await presentReceivedReceipt(supplier, requestId);
  expect(receipt).toMatchObject({
    side: "supplier",
    decision: { id: null, kind: "approve-with-conditions", decidedBy: null, reason: null },
    about: { zone: null, revision: null, request: "Pump", declarationId, declarationVersion: 1 },
    result: { verdict: null, ruleSetVersion: null, catalogueVersion: null },
    conditionCount: 1,
    conditions: null,
    exceptions: null,
  });
  expect(receipt.result.fingerprint).toBe((await presentReceipt(scene.officer, first)).result.fingerprint);
  const text = writeSealedReceipt(receipt, PORTAL_KEY);
  for (const own of [first, "Zone imaging", "For a year", ONE_CONDITION["0"].text])
    expect(text).not.toContain(own);

  const returned = { kind: "return-for-changes", reason: "CR 1.1 is needed here.", requestId };
  await decideOn(scene, returned);
  expect((await presentReceivedReceipt(supplier, requestId)).decision).toMatchObject({
    ...{ id: null, kind: "return-for-changes", reason: "CR 1.1 is needed here." },
  });
});

test("receipts of others are not found, and whoever takes one along is noted", async () => {
  const scene = await aScene(database());
  const requestId = await anAnsweredRequest(scene);
  const decisionId = await decideOn(scene, { requestId });
  const [hospital, supplier] = [
    await aHospitalCaller(database(), "auditor"),
    await aSupplierCaller(database(), "signatory"),
  ];
  await expect(presentReceipt(hospital, decisionId)).rejects.toEqual(notFound);
  await expect(exportReceipt(hospital, { decisionId, file: "receipt.pdf" })).rejects.toEqual(notFound);
  await expect(presentReceivedReceipt(supplier, requestId)).rejects.toEqual(notFound);
  await expect(exportReceivedReceipt(supplier, { requestId, file: "receipt.json" })).rejects.toEqual(
    notFound,
  );
  await expect(presentReceipt(scene.supplier, decisionId)).rejects.toMatchObject({ code: "forbidden" });

  accepted(await exportReceipt(scene.officer, { decisionId, file: "receipt.pdf" }));
  accepted(await exportReceivedReceipt(scene.supplier, { requestId, file: "receipt.json" }));
  for (const [{ actor }, action, file] of [
    [scene.officer, "decision.export", "receipt.pdf"],
    [scene.supplier, "received-request.export", "receipt.json"],
  ] as const) {
    const [entry] = await listAuditEntries(database().read, actor.organisationId, { limit: 1 });
    expect(entry).toMatchObject({ action, details: { file } });
  }
});
