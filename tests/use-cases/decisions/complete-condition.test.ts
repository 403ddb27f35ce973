import { expect, test } from "vitest";
import { completeCondition } from "~/use-cases/decisions/complete-condition.server";
import { listAuditEntries } from "~db/repositories/audit";
import { findCondition, listConditions } from "~db/repositories/decisions";
import { aDatabase, NOW } from "../../builders/database";
import { accepted, refusalOf } from "../../builders/declaration";
import { aScene, colleague, decideOn, ONE_CONDITION, type Scene } from "./scene";

const database = aDatabase();
const notFound = expect.objectContaining({ code: "not-found" });
const forbidden = expect.objectContaining({ code: "forbidden" });

async function aConditionOf(scene: Scene) {
  const decisionId = await decideOn(scene, { kind: "approve-with-conditions", conditions: ONE_CONDITION });
  const [condition] = await listConditions(database().read, scene.officer.actor.organisationId, [decisionId]);
  return { decisionId, conditionId: condition?.id ?? "", note: "Ticket 4711" };
}

test("a condition is completed once, with who, when and how", async () => {
  const scene = await aScene(database());
  const { organisationId, personId } = scene.officer.actor;
  const values = await aConditionOf(scene);
  accepted(await completeCondition(scene.officer, values));
  expect(await findCondition(database().read, organisationId, values.conditionId)).toMatchObject({
    completedAt: NOW,
    completedBy: personId,
    completionNote: "Ticket 4711",
  });
  const [entry] = await listAuditEntries(database().read, organisationId, { limit: 1 });
  expect(entry).toMatchObject({ action: "condition.complete", subjectId: values.conditionId });
  expect(refusalOf(await completeCondition(scene.officer, values))).toMatchObject({
    code: "already-completed",
  });
});

test("a condition needs a word on how it was met", async () => {
  const scene = await aScene(database());
  const values = { ...(await aConditionOf(scene)), note: " " };
  expect(refusalOf(await completeCondition(scene.officer, values))).toMatchObject({
    fields: { note: ["required"] },
  });
});

test("only procurement completes conditions, and only those of their own hospital", async () => {
  const scene = await aScene(database());
  const values = await aConditionOf(scene);
  for (const role of ["administrator", "security-engineer", "security-lead", "auditor"] as const)
    await expect(completeCondition(await colleague(scene.officer, role), values)).rejects.toThrow(forbidden);
  const other = await aScene(database());
  await expect(completeCondition(other.officer, values)).rejects.toThrow(notFound);
  const theirs = await aConditionOf(other);
  await expect(
    completeCondition(scene.officer, { ...values, conditionId: theirs.conditionId }),
  ).rejects.toThrow(notFound);
});

test("conditions of a superseded decision no longer count", async () => {
  const scene = await aScene(database());
  const values = await aConditionOf(scene);
  await decideOn(scene);
  expect(refusalOf(await completeCondition(scene.officer, values))).toEqual({ code: "decision-superseded" });
});
