import { expect, test } from "vitest";
import * as assessmentRepository from "~db/repositories/assessments";
import * as decisionRepository from "~db/repositories/decisions";
import {
  findCondition,
  findCurrentDecision,
  findDecision,
  listConditions,
  listCurrentDecisions,
  listDecisionsOfPair,
  saveConditionCompletion,
  supersedeDecisions,
} from "~db/repositories/decisions";
import { listConditionsDueBy } from "~db/repositories/due-conditions";
import { aDatabase, NOW } from "../builders/database";
import { aScene, daysLater, decideOn, ONE_CONDITION } from "../use-cases/decisions/scene";

const database = aDatabase();

test("decisions are paged newest first, each once", async () => {
  const scene = await aScene(database());
  const { organisationId } = scene.officer.actor;
  const first = await decideOn(scene);
  const second = await decideOn({ ...scene, zoneId: "archive" }, { kind: "reject", reason: "No" });
  const third = await decideOn({ ...scene, officer: daysLater(scene.officer, 1) });
  const [newest] = await listCurrentDecisions(database().read, organisationId, { limit: 1 });
  expect(newest?.id).toBe(third);
  const rest = await listCurrentDecisions(database().read, organisationId, { limit: 5, after: newest });
  expect(rest.map(({ id }) => id)).toEqual([second]);
  const current = await findCurrentDecision(database().read, organisationId, newest ?? expect.fail());
  expect(current?.id).toBe(third);
  const ofPair = (after: typeof newest, limit: number) =>
    listDecisionsOfPair(database().read, organisationId, newest ?? expect.fail(), { after, limit });
  expect((await ofPair(undefined, 5)).map(({ id }) => id)).toEqual([third, first]);
  expect((await ofPair(undefined, 1)).map(({ id }) => id)).toEqual([third]);
  expect((await ofPair(newest, 5)).map(({ id }) => id)).toEqual([first]);
});

test("nothing of a decision is read or superseded from outside its hospital", async () => {
  const scene = await aScene(database());
  const other = (await aScene(database())).officer.actor.organisationId;
  const id = await decideOn(scene, { kind: "approve-with-conditions", conditions: ONE_CONDITION });
  const { organisationId } = scene.officer.actor;
  const decision = await findDecision(database().read, organisationId, id);
  const [condition] = await listConditions(database().read, organisationId, [id]);
  const conditionId = condition?.id ?? "";
  await database().transaction(async (db) => {
    await supersedeDecisions(db, other, decision ?? expect.fail());
    await saveConditionCompletion(db, other, conditionId, {
      completedAt: NOW,
      completedBy: "x",
      completionNote: "x",
    });
  });
  expect(await findDecision(database().read, other, id)).toBeUndefined();
  expect(await findCondition(database().read, other, conditionId)).toBeUndefined();
  expect(await listConditions(database().read, other, [id])).toEqual([]);
  expect(await listConditionsDueBy(database().read, other, "9999-12-31", 10)).toEqual([]);
  expect(await findDecision(database().read, organisationId, id)).toEqual(decision);
  expect(await listConditionsDueBy(database().read, organisationId, "2026-12-31", 10)).toMatchObject([
    { id: conditionId, zoneName: "Zone imaging" },
  ]);
  expect(await listConditionsDueBy(database().read, organisationId, "2026-12-30", 10)).toEqual([]);
});

test("there is no function that changes a frozen assessment or removes a decision", () => {
  const writing = [...Object.keys(assessmentRepository), ...Object.keys(decisionRepository)].filter(
    (name) => !/^(find|list|select|to)[A-Z]/.test(name),
  );
  expect(writing.sort()).toEqual([
    "saveConditionCompletion",
    "saveNewAssessment",
    "saveNewDecision",
    "supersedeDecisions",
  ]);
});
