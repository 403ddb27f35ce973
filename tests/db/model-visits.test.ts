import { expect, test } from "vitest";
import { deleteVisit, deleteVisitsBefore, listVisits, saveVisit } from "~db/repositories/model-visits";
import { saveNewSite } from "~db/repositories/sites";
import { saveNewZoneModel } from "~db/repositories/zone-models";
import { aDatabase, aHospitalCaller, NOW } from "../builders/database";

const database = aDatabase();
const at = (seconds: number) => new Date(NOW.getTime() + seconds * 1_000);

async function aModel() {
  const { actor } = await aHospitalCaller(database(), "security-engineer");
  const { organisationId, personId } = actor;
  await database().transaction(async (db) => {
    await saveNewSite(db, { organisationId, id: "site", name: "Campus", createdAt: NOW });
    await saveNewZoneModel(db, organisationId, {
      ...{ id: "model", siteId: "site", name: "M", purpose: "", createdBy: personId, createdAt: NOW },
    });
  });
  const visit = (visitId: string, seconds: number, elementId: string | null = null, by = personId) =>
    database().transaction((db) =>
      saveVisit(db, organisationId, "model", {
        ...{ visitId, personId: by, seenAt: at(seconds) },
        element: elementId === null ? null : { kind: "zone", id: elementId },
      }),
    );
  const visits = (seconds: number) => listVisits(database().read, organisationId, "model", at(seconds));
  return { organisationId, personId, visit, visits };
}

test("a visit is there until it is no longer renewed, with what is selected now", async () => {
  const { visit, visits, personId } = await aModel();
  await visit("page-1", 0, "icu");
  await visit("page-1", 10, "ct");
  await visit("page-2", 5);
  expect(await visits(6)).toMatchObject([
    { visitId: "page-1", personId, element: { kind: "zone", id: "ct" } },
  ]);
  expect((await visits(0)).map(({ visitId }) => visitId)).toEqual(["page-1", "page-2"]);
  expect(await visits(11)).toEqual([]);
});

test("nobody renews or ends another person's visit", async () => {
  const { visit, visits, organisationId, personId } = await aModel();
  const { actor: other } = await aHospitalCaller(database(), "security-lead");
  await visit("page-1", 0, "icu");
  await visit("page-1", 20, "ct", other.personId);
  expect(await visits(0)).toMatchObject([{ personId, element: { id: "icu" }, seenAt: at(0) }]);
  const end = (by: string) =>
    database().transaction((db) =>
      deleteVisit(db, organisationId, { modelId: "model", visitId: "page-1", personId: by }),
    );
  await end(other.personId);
  expect(await visits(0)).toHaveLength(1);
  await end(personId);
  expect(await visits(0)).toEqual([]);
});

test("old visits are forgotten, those of other organisations are not seen", async () => {
  const { visit, visits, organisationId } = await aModel();
  await visit("page-1", 0);
  await visit("page-2", 50);
  await database().transaction((db) => deleteVisitsBefore(db, organisationId, "model", at(10)));
  expect((await visits(0)).map(({ visitId }) => visitId)).toEqual(["page-2"]);
  expect(await listVisits(database().read, "elsewhere", "model", at(0))).toEqual([]);
});
