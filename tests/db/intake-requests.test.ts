import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import {
  countRequests,
  findReceivedRequest,
  findRequest,
  listReceivedRequests,
  listRequests,
  saveReceivedRequestState,
  saveRequestState,
} from "~db/repositories/intake-requests";
import { aDatabase, aHospitalCaller, aSupplierCaller, NOW } from "../builders/database";
import { aRequest } from "../builders/declaration";

const database = aDatabase();

test("a supplier reads exactly the columns that cross", async () => {
  const hospital = await aHospitalCaller(database(), "procurement-officer");
  const { organisationId: supplierId } = (await aSupplierCaller(database(), "contributor")).actor;
  const id = await aRequest(hospital, supplierId, { canary: "canary" });
  const received = await findReceivedRequest(database().read, supplierId, id);
  expect(Object.keys(received ?? {}).sort()).toEqual(
    [
      ...["id", "hospitalId", "hospitalName", "subject", "message", "dueOn", "snapshot", "state"],
      ...["declarationId", "declineReason", "createdAt"],
    ].sort(),
  );
  expect(JSON.stringify(await listReceivedRequests(database().read, supplierId))).not.toContain("canary");
});

test("each side reads and moves only its own requests", async () => {
  const hospital = await aHospitalCaller(database(), "procurement-officer");
  const { organisationId } = hospital.actor;
  const { organisationId: supplierId } = (await aSupplierCaller(database(), "contributor")).actor;
  const id = await aRequest(hospital, supplierId);
  const stranger = randomUUID();
  const later = new Date(NOW.getTime() + 1_000);
  await database().transaction(async (db) => {
    await saveRequestState(db, stranger, id, { state: "withdrawn", updatedAt: later });
    await saveReceivedRequestState(db, stranger, id, {
      state: "declined",
      declineReason: "no",
      updatedAt: later,
    });
  });
  expect(await findRequest(database().read, stranger, id)).toBeUndefined();
  expect(await findReceivedRequest(database().read, stranger, id)).toBeUndefined();
  expect(await findRequest(database().read, organisationId, id)).toMatchObject({
    state: "sent",
    declineReason: "",
  });
  await database().transaction((db) =>
    saveReceivedRequestState(db, supplierId, id, {
      state: "declined",
      declineReason: "Not sold",
      updatedAt: later,
    }),
  );
  expect(await findRequest(database().read, organisationId, id)).toMatchObject({
    state: "declined",
    declineReason: "Not sold",
    subject: "Infusion pump",
    updatedAt: later,
  });
});

test("requests are listed newest first and counted by state and due date", async () => {
  const hospital = await aHospitalCaller(database(), "procurement-officer");
  const { organisationId } = hospital.actor;
  const { organisationId: supplierId } = (await aSupplierCaller(database(), "contributor")).actor;
  const old = await aRequest(hospital, supplierId, { createdAt: new Date(0), dueOn: "2026-01-01" });
  const fresh = await aRequest(hospital, supplierId, { state: "accepted" });
  const db = database().read;
  expect((await listRequests(db, organisationId)).map(({ id }) => id)).toEqual([fresh, old]);
  expect((await listRequests(db, organisationId, ["sent"])).map(({ id }) => id)).toEqual([old]);
  expect(await countRequests(db, organisationId, ["sent", "accepted"])).toBe(2);
  expect(await countRequests(db, organisationId, ["sent", "accepted"], "2026-11-21")).toBe(1);
});
