import { randomUUID } from "node:crypto";
import { beforeEach, expect, test } from "vitest";
import { acceptRequest } from "~/use-cases/declarations/accept-request.server";
import { answerRequest } from "~/use-cases/declarations/answer-request.server";
import { declineRequest } from "~/use-cases/declarations/decline-request.server";
import { createRequest } from "~/use-cases/requests/create-request.server";
import { remindSuppliers } from "~/use-cases/requests/remind-suppliers.server";
import { withdrawRequest } from "~/use-cases/requests/withdraw-request.server";
import { listAuditEntries } from "~db/repositories/audit";
import { listLettersAbout } from "~db/repositories/mail-outbox";
import { intakeRequests } from "~db/schema";
import { aDatabase } from "../../builders/database";
import { accepted } from "../../builders/declaration";
import { aScene, decideOn, type Scene } from "../decisions/scene";

const database = aDatabase();
const DUE = "2026-12-20";

// Reminders look at every hospital: what other tests have asked would be reminded of here.
beforeEach(() => database().transaction((db) => db.update(intakeRequests).set({ dueOn: "2099-12-31" })));

async function asked(scene: Scene, changes: Record<string, unknown> = {}) {
  const { modelId, zoneId, supplier } = scene;
  const wanted = { modelId, zoneId, subject: "Pump", message: "", dueOn: DUE };
  const supplierId = supplier.actor.organisationId;
  return accepted(await createRequest(scene.officer, { ...wanted, supplierId, ...changes })).id;
}

const remindOn = (day: string) =>
  remindSuppliers({ database: database(), now: new Date(`${day}T06:00:00.000Z`), newId: randomUUID });

async function reminders(scene: Scene, requestId: string): Promise<ReadonlyArray<string>> {
  const letters = await listLettersAbout(database().read, scene.officer.actor.organisationId, requestId);
  return letters.flatMap(({ letter }) => (letter.kind === "reminder" ? [letter.reminder] : [])).toReversed();
}

const everyDay = async (from: number, to: number) => {
  for (let day = from; day <= to; day++)
    await remindOn(new Date(Date.UTC(2026, 11, day)).toISOString().slice(0, 10));
};

test("a request is reminded of a week before, the day before and once it is overdue, each once", async () => {
  const scene = await aScene(database());
  const id = await asked(scene);
  await remindOn("2026-12-12");
  expect(await reminders(scene, id)).toEqual([]);
  await everyDay(13, 18);
  expect(await reminders(scene, id)).toEqual(["week-before"]);
  await everyDay(19, 20);
  expect(await reminders(scene, id)).toEqual(["week-before", "day-before"]);
  await everyDay(21, 31);
  await remindOn("2027-06-01");
  expect(await reminders(scene, id)).toEqual(["week-before", "day-before", "overdue"]);
  const [entry] = await listAuditEntries(database().read, scene.officer.actor.organisationId, { limit: 1 });
  expect(entry).toMatchObject({
    ...{ action: "request.remind", subjectId: id, personId: null },
    details: { reminder: "overdue", letters: 1 },
  });
});

test("several processes on the same day write one reminder", async () => {
  const scene = await aScene(database());
  const id = await asked(scene);
  await Promise.allSettled(Array.from({ length: 5 }, () => remindOn("2026-12-19")));
  expect(await reminders(scene, id)).toEqual(["day-before"]);
});

test("accepting does not stop reminders, an answer does", async () => {
  const scene = await aScene(database());
  const requestId = await asked(scene);
  accepted(await acceptRequest(scene.supplier, { requestId }));
  await remindOn("2026-12-14");
  expect(await reminders(scene, requestId)).toEqual(["week-before"]);
  accepted(await answerRequest(scene.supplier, { requestId, declarationId: scene.declarationId }));
  await everyDay(19, 25);
  expect(await reminders(scene, requestId)).toEqual(["week-before"]);
});

test("what was answered and came back is not reminded of: its day may be long past", async () => {
  const scene = await aScene(database());
  const requestId = await asked(scene);
  accepted(await acceptRequest(scene.supplier, { requestId }));
  accepted(await answerRequest(scene.supplier, { requestId, declarationId: scene.declarationId }));
  await decideOn(scene, { kind: "return-for-changes", reason: "More of it.", requestId });
  await everyDay(13, 25);
  expect(await reminders(scene, requestId)).toEqual([]);
});

test("a request that was declined or withdrawn is not reminded of", async () => {
  const scene = await aScene(database());
  const declined = await asked(scene);
  const withdrawn = await asked(scene);
  accepted(await declineRequest(scene.supplier, { requestId: declined, reason: "Not ours" }));
  accepted(await withdrawRequest(scene.officer, { requestId: withdrawn }));
  await everyDay(13, 25);
  expect(await reminders(scene, declined)).toEqual([]);
  expect(await reminders(scene, withdrawn)).toEqual([]);
});

test("where nobody has joined yet, the reminder goes to the address and brings a link", async () => {
  const scene = await aScene(database());
  const newSupplierEmail = `${randomUUID()}@example.test`;
  const newSupplierName = `Fiktiva ${randomUUID()}`;
  const id = await asked(scene, { supplierId: "", newSupplierName, newSupplierEmail });
  await remindOn("2026-12-19");
  const [letter] = await listLettersAbout(database().read, scene.officer.actor.organisationId, id);
  expect(letter).toMatchObject({
    recipient: newSupplierEmail,
    letter: { kind: "reminder", reminder: "day-before", dueOn: DUE, link: { to: "asked" } },
  });
});
