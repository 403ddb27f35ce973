import { expect, test } from "vitest";
import { listModelEdits } from "~db/repositories/model-edits";
import { listSites, saveNewSite } from "~db/repositories/sites";
import {
  deleteZoneModel,
  findZoneModel,
  listDrafts,
  listZoneModels,
  saveDraft,
  saveModelState,
  saveNewZoneModel,
} from "~db/repositories/zone-models";
import { aDatabase, aHospitalCaller, NOW } from "../builders/database";
import { aZoneModel } from "../builders/zone-model";

const database = aDatabase();

async function aStoredModel(name = "Radiology") {
  const { actor } = await aHospitalCaller(database(), "security-engineer");
  const { organisationId, personId } = actor;
  await database().transaction(async (db) => {
    await saveNewSite(db, { organisationId, id: "site", name: "Campus", createdAt: NOW });
    await saveNewZoneModel(db, organisationId, {
      ...{ id: "model", siteId: "site", name, purpose: "", createdBy: personId, createdAt: NOW },
    });
  });
  const save = (version: number) =>
    database().transaction((db) =>
      saveDraft(db, organisationId, {
        ...{ modelId: "model", version, draft: aZoneModel(), personId, at: NOW },
        commands: [{ type: "delete-asset", assetId: `asset-${version}` }],
      }),
    );
  return { organisationId, personId, save };
}

test("a draft comes back as it was saved, with the name of its site", async () => {
  const { organisationId, save } = await aStoredModel();
  expect(await save(0)).toBe(true);
  const model = await findZoneModel(database().read, organisationId, "model");
  expect(model).toMatchObject({ siteName: "Campus", draftVersion: 1, state: "drawing", updatedAt: NOW });
  expect(model?.draft).toEqual(aZoneModel());
});

test("a save on another version writes neither draft nor edit", async () => {
  const { organisationId, save } = await aStoredModel();
  expect(await save(0)).toBe(true);
  expect(await save(0)).toBe(false);
  expect(await save(5)).toBe(false);
  const edits = await listModelEdits(database().read, organisationId, {
    modelId: "model",
    after: 0,
    limit: 10,
  });
  expect(edits.map(({ version }) => version)).toEqual([1]);
});

test("a submitted draft is not saved", async () => {
  const { organisationId, personId, save } = await aStoredModel();
  const step = { submittedBy: personId, submittedAt: NOW, submissionNote: "", returnComment: "" };
  await database().transaction((db) =>
    saveModelState(db, organisationId, "model", { state: "submitted", ...step }),
  );
  expect(await save(0)).toBe(false);
});

test("edits are listed in order, from a version on, with the person's name", async () => {
  const { organisationId, save } = await aStoredModel();
  for (const version of [0, 1, 2, 3]) await save(version);
  const range = { modelId: "model", after: 1, limit: 2 };
  const edits = await listModelEdits(database().read, organisationId, range);
  expect(edits.map(({ version }) => version)).toEqual([2, 3]);
  expect(edits[0]).toMatchObject({ personName: expect.stringContaining("Person"), at: NOW });
  const latest = { modelId: "model", newestFirst: true, limit: 2 };
  const last = await listModelEdits(database().read, organisationId, latest);
  expect(last.map(({ version }) => version)).toEqual([4, 3]);
});

test("nothing of one hospital is visible to another, although the ids are the same", async () => {
  const ours = await aStoredModel("Ours");
  const theirs = await aStoredModel("Theirs");
  await theirs.save(0);
  expect(await findZoneModel(database().read, ours.organisationId, "model")).toMatchObject({
    name: "Ours",
    draftVersion: 0,
  });
  const names = (await listZoneModels(database().read, ours.organisationId)).map(({ name }) => name);
  expect(names).toEqual(["Ours"]);
  expect([...(await listDrafts(database().read, ours.organisationId)).keys()]).toEqual(["model"]);
  expect(await listSites(database().read, ours.organisationId)).toHaveLength(1);
  await database().transaction((db) => deleteZoneModel(db, ours.organisationId, "model"));
  expect(await findZoneModel(database().read, ours.organisationId, "model")).toBeUndefined();
  expect(await findZoneModel(database().read, theirs.organisationId, "model")).toBeDefined();
});
