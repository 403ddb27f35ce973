import { expect, test } from "vitest";
import { isForeignKeyViolation, isUniqueViolation } from "~db/errors";
import {
  findLatestRevision,
  findRevision,
  listLatestRevisions,
  listRevisions,
  saveNewRevision,
} from "~db/repositories/revisions";
import { saveNewSite } from "~db/repositories/sites";
import { deleteZoneModel, listZoneModels, saveNewZoneModel } from "~db/repositories/zone-models";
import { aDatabase, aHospitalCaller, NOW } from "../builders/database";
import { aZoneModel } from "../builders/zone-model";

const database = aDatabase();

async function aHospitalWithModels(...modelIds: ReadonlyArray<string>) {
  const { actor } = await aHospitalCaller(database(), "security-lead");
  const { organisationId, personId } = actor;
  await database().transaction(async (db) => {
    await saveNewSite(db, { organisationId, id: "site", name: "Campus", createdAt: NOW });
    for (const id of modelIds) {
      const model = { id, siteId: "site", name: `Model ${id}`, purpose: "" };
      await saveNewZoneModel(db, organisationId, { ...model, createdBy: personId, createdAt: NOW });
    }
  });
  const publish = (modelId: string, number: number) =>
    database().transaction((db) =>
      saveNewRevision(db, {
        ...{
          organisationId,
          modelId,
          number,
          content: aZoneModel(),
          fingerprint: `${modelId} ${number}`,
          note: "",
        },
        ...{ submittedBy: personId, approvedBy: personId, publishedAt: NOW },
      }),
    );
  return { organisationId, publish };
}

test("revisions are found by number, the latest without one, and listed newest first", async () => {
  const { organisationId, publish } = await aHospitalWithModels("a");
  for (const number of [1, 2, 3]) await publish("a", number);
  const scope = [database().read, organisationId, "a"] as const;
  expect(await findRevision(...scope, 2)).toMatchObject({ number: 2, content: aZoneModel() });
  expect(await findRevision(...scope, 4)).toBeUndefined();
  expect(await findLatestRevision(...scope)).toMatchObject({ number: 3 });
  expect((await listRevisions(...scope)).map(({ number }) => number)).toEqual([3, 2, 1]);
});

test("the latest revision of every model comes with the model's name; models without one are left out", async () => {
  const { organisationId, publish } = await aHospitalWithModels("b", "a", "c");
  await publish("a", 1);
  await publish("a", 2);
  await publish("b", 1);
  const latest = await listLatestRevisions(database().read, organisationId);
  expect(latest.map(({ modelName, number }) => [modelName, number])).toEqual([
    ["Model a", 2],
    ["Model b", 1],
  ]);
  const models = await listZoneModels(database().read, organisationId);
  expect(models.map(({ id, latestRevisionNumber }) => [id, latestRevisionNumber])).toEqual([
    ["a", 2],
    ["b", 1],
    ["c", null],
  ]);
});

test("a number is given once, and a model with revisions stays", async () => {
  const { organisationId, publish } = await aHospitalWithModels("a");
  await publish("a", 1);
  expect(isUniqueViolation(await publish("a", 1).catch((error: unknown) => error))).toBe(true);
  const deletion = database().transaction((db) => deleteZoneModel(db, organisationId, "a"));
  expect(isForeignKeyViolation(await deletion.catch((error: unknown) => error))).toBe(true);
});

test("another hospital finds none of them", async () => {
  const { publish } = await aHospitalWithModels("a");
  await publish("a", 1);
  const stranger = await aHospitalWithModels("a");
  const scope = [database().read, stranger.organisationId, "a"] as const;
  expect(await findRevision(...scope, 1)).toBeUndefined();
  expect(await findLatestRevision(...scope)).toBeUndefined();
  expect(await listRevisions(...scope)).toEqual([]);
  expect(await listLatestRevisions(database().read, stranger.organisationId)).toEqual([]);
});
