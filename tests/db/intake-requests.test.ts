import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import {
  countReceivedRequests,
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
  const open = { states: ["sent", "accepted"] } as const;
  expect((await listRequests(db, organisationId)).map(({ id }) => id)).toEqual([fresh, old]);
  expect((await listRequests(db, organisationId, { states: ["sent"] })).map(({ id }) => id)).toEqual([old]);
  expect(await countRequests(db, organisationId, open)).toBe(2);
  expect(await countRequests(db, organisationId, { ...open, dueUntil: "2026-11-20" })).toBe(1);
});

test("pages follow one another without a gap, also where many were sent in the same moment", async () => {
  const hospital = await aHospitalCaller(database(), "procurement-officer");
  const { organisationId } = hospital.actor;
  const { organisationId: supplierId } = (await aSupplierCaller(database(), "contributor")).actor;
  for (let day = 1; day <= 3; day += 1)
    for (let count = 0; count < 3; count += 1)
      await aRequest(hospital, supplierId, {
        ...{ createdAt: new Date(day * 86_400_000), dueOn: `2026-12-0${day}` },
        state: count === 0 ? "accepted" : "sent",
      });
  const db = database().read;
  const readAll = async (list: (before: string | null) => Promise<ReadonlyArray<{ id: string }>>) => {
    const ids: Array<string> = [];
    for (let page = await list(null); page.length > 0; page = await list(ids.at(-1) ?? null))
      ids.push(...page.map(({ id }) => id));
    return ids;
  };
  const all = (await listRequests(db, organisationId)).map(({ id }) => id);
  expect(all).toHaveLength(9);
  const page = (before: string | null) => ({ limit: 2, before });
  expect(await readAll((before) => listRequests(db, organisationId, {}, page(before)))).toEqual(all);
  expect(await readAll((before) => listReceivedRequests(db, supplierId, {}, page(before)))).toEqual(all);
  const late = { states: ["sent"], dueFrom: "2026-12-02", dueUntil: "2026-12-02" } as const;
  expect(await readAll((before) => listRequests(db, organisationId, late, page(before)))).toHaveLength(2);
  expect(await countReceivedRequests(db, supplierId, late)).toBe(2);
  // Somebody else's request is no place to go on from.
  const stranger = await aHospitalCaller(database(), "procurement-officer");
  expect(await listRequests(db, stranger.actor.organisationId, {}, page(all[0] ?? null))).toEqual([]);
  const other = await aRequest(stranger, supplierId);
  expect((await listRequests(db, organisationId, {}, page(other))).map(({ id }) => id)).toEqual(
    all.slice(0, 2),
  );
});
