import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { flatVector } from "~/domain/security-level/security-level";
import { presentReceivedRequest } from "~/presenters/present-received-request.server";
import { presentReceivedRequests } from "~/presenters/present-received-requests.server";
import { acceptRequest } from "~/use-cases/declarations/accept-request.server";
import { answerRequest } from "~/use-cases/declarations/answer-request.server";
import { remindSuppliers } from "~/use-cases/requests/remind-suppliers.server";
import { closeTender } from "~/use-cases/tenders/close-tender.server";
import { createTender } from "~/use-cases/tenders/create-tender.server";
import { remindTender } from "~/use-cases/tenders/remind-tender.server";
import { rescheduleTender } from "~/use-cases/tenders/reschedule-tender.server";
import { listAuditEntries } from "~db/repositories/audit";
import { countRequests, listReceivedRequests, listRequests } from "~db/repositories/intake-requests";
import { listLettersAbout } from "~db/repositories/mail-outbox";
import { findTender, listTenderRequests, listTenderZones } from "~db/repositories/tenders";
import { aDatabase, aHospitalCaller } from "../../builders/database";
import { accepted, refusalOf } from "../../builders/declaration";
import { aZone } from "../../builders/zone-model";
import { aContent, colleague, daysLater, publish } from "../decisions/scene";
import { aTender, aTenderScene, tendering } from "./tender-scene";

const database = aDatabase();
const notFound = expect.objectContaining({ code: "not-found" });
const forbidden = expect.objectContaining({ code: "forbidden" });

const requestsOf = (organisationId: string, tenderId: string) =>
  listTenderRequests(database().read, organisationId, [tenderId]);

test("each supplier gets one request for each kind of zone, and zones that ask the same stand together", async () => {
  const scene = await aTenderScene(database());
  const { organisationId } = scene.officer.actor;
  const { id, requestIds } = await aTender(scene);
  expect(requestIds).toHaveLength(4);
  expect(await listTenderZones(database().read, organisationId, id)).toMatchObject([
    { zoneId: "imaging", lot: 1, revisionNumber: 2 },
    { zoneId: "twin", lot: 1 },
    { zoneId: "strict", lot: 2 },
  ]);
  const received = await listReceivedRequests(database().read, scene.second.actor.organisationId);
  expect(received.map(({ snapshot }) => snapshot.slTarget)).toEqual(
    expect.arrayContaining([flatVector(1), flatVector(3)]),
  );
  expect(received).toHaveLength(2);
  const entries = await listAuditEntries(database().read, organisationId, { limit: 5 });
  expect(entries.map(({ action }) => action)).toEqual([
    "tender.create",
    ...Array.from({ length: 4 }, () => "request.create"),
  ]);
  expect(entries[0]).toMatchObject({ subjectId: id, details: { requests: 4, zones: 3, suppliers: 2 } });
});

test("no supplier learns of another, nor of the tender, its name or its zones", async () => {
  const scene = await aTenderScene(database());
  const { id, requestIds } = await aTender(scene, {
    newSuppliers: { "0": { name: `Rival ${randomUUID()}`, email: `${randomUUID()}@rival.example` } },
  });
  const own = await listReceivedRequests(database().read, scene.supplier.actor.organisationId);
  const pages = [await presentReceivedRequests(scene.supplier)] as Array<unknown>;
  for (const { id: requestId } of own)
    pages.push(await presentReceivedRequest(scene.supplier, { requestId, productId: null }));
  const seen = JSON.stringify([own, pages]);
  const others = requestIds.filter((requestId) => !own.some((one) => one.id === requestId));
  expect(others).toHaveLength(4);
  for (const secret of [
    ...[id, scene.second.actor.organisationId, "Rival", "rival.example", "Canary", scene.modelId],
    ...others,
  ])
    expect(seen).not.toContain(secret);
});

test("the same form sent twice, at once or later, is one tender", async () => {
  const scene = await aTenderScene(database());
  const { organisationId } = scene.officer.actor;
  const form = tendering(scene);
  const both = await Promise.all([createTender(scene.officer, form), createTender(scene.officer, form)]);
  const [first] = both.filter((one) => one.ok);
  expect(both.filter((one) => one.ok)).toHaveLength(1);
  const tenderId = first?.ok ? first.value.id : "";
  for (const one of both.filter(({ ok }) => !ok))
    expect(refusalOf(one)).toEqual({ code: "already-sent", tenderId });
  expect(refusalOf(await createTender(scene.officer, form))).toEqual({ code: "already-sent", tenderId });
  expect(await countRequests(database().read, organisationId, {})).toBe(4);
  const stranger = await aTenderScene(database());
  accepted(await createTender(stranger.officer, tendering(stranger, { submission: form.submission })));
});

test.each([
  [{ places: [] }, { places: ["choose-a-zone"] }],
  [{ places: "no-place" }, { "places.0": ["invalid"] }],
  [{ places: Array.from({ length: 21 }, (_, n) => `m/${n}`) }, { places: ["too-many-zones"] }],
  [{ supplierIds: [] }, { supplierIds: ["choose-a-supplier"] }],
  [{ supplierIds: Array.from({ length: 51 }, (_, n) => `${n}`) }, { supplierIds: ["too-many-suppliers"] }],
  [
    { supplierIds: [], newSuppliers: { "1": { name: "A", email: "no address" } } },
    { "newSuppliers.1.email": ["invalid-email"] },
  ],
  [
    { newSuppliers: { "0": { name: "A", email: "a@b.example" }, "2": { name: "a", email: "A@b.example" } } },
    { "newSuppliers.2.name": ["duplicate-value"], "newSuppliers.2.email": ["duplicate-value"] },
  ],
  [{ subject: " " }, { subject: ["required"] }],
  [{ dueOn: "2026-11-20" }, { dueOn: ["in-the-past"] }],
  [{ dueOn: "2026-02-30" }, { dueOn: ["invalid-date"] }],
])("bad input %j names its field", async (changes, fields) => {
  const scene = await aTenderScene(database());
  const refusal = refusalOf(await createTender(scene.officer, tendering(scene, changes)));
  expect(refusal).toEqual({ code: "invalid-input", fields });
  expect(await countRequests(database().read, scene.officer.actor.organisationId, {})).toBe(0);
});

test("a name that is taken refuses the whole tender at its row", async () => {
  const scene = await aTenderScene(database());
  const taken = { name: `Taken ${randomUUID()}`, email: `${randomUUID()}@example.test` };
  await aTender(scene, { newSuppliers: { "0": taken } });
  const before = await countRequests(database().read, scene.officer.actor.organisationId, {});
  const free = { name: `Free ${randomUUID()}`, email: `${randomUUID()}@example.test` };
  const again = tendering(scene, { newSuppliers: { "0": free, "1": taken } });
  expect(refusalOf(await createTender(scene.officer, again))).toEqual({
    code: "invalid-input",
    fields: { "newSuppliers.1.name": ["supplier-exists"] },
  });
  expect(await countRequests(database().read, scene.officer.actor.organisationId, {})).toBe(before);
});

test("procurement and security leads tender, nobody else, and only for what is theirs", async () => {
  const scene = await aTenderScene(database());
  accepted(await createTender(await colleague(scene.officer, "security-lead"), tendering(scene)));
  for (const role of ["administrator", "security-engineer", "auditor"] as const)
    await expect(createTender(await colleague(scene.officer, role), tendering(scene))).rejects.toThrow(
      forbidden,
    );
  await expect(createTender(scene.supplier, tendering(scene))).rejects.toThrow(forbidden);
  const stranger = await aHospitalCaller(database(), "procurement-officer");
  await expect(createTender(stranger, tendering(scene))).rejects.toThrow(notFound);
  const { id: tenderId } = await aTender(scene);
  const auditor = await colleague(scene.officer, "auditor");
  for (const [who, error] of [
    [stranger, notFound],
    [auditor, forbidden],
    [scene.supplier, forbidden],
  ] as const) {
    await expect(remindTender(who, { tenderId })).rejects.toThrow(error);
    await expect(rescheduleTender(who, { tenderId, dueOn: "2027-01-01" })).rejects.toThrow(error);
    await expect(closeTender(who, { tenderId, isFinal: "yes" })).rejects.toThrow(error);
  }
});

test("another due date holds for all that waits, is told, and starts the reminders anew", async () => {
  const scene = await aTenderScene(database());
  const { organisationId } = scene.officer.actor;
  const { id: tenderId } = await aTender(scene, { places: [scene.places.imaging], dueOn: "2026-11-22" });
  const [answered] = await listReceivedRequests(database().read, scene.supplier.actor.organisationId);
  const requestId = answered?.id ?? "";
  accepted(await acceptRequest(scene.supplier, { requestId }));
  accepted(await answerRequest(scene.supplier, { requestId, declarationId: scene.declarationId }));
  const later = daysLater(scene.officer, 1);
  await remindSuppliers({ database: database(), now: later.now, newId: randomUUID });
  const dueOn = "2026-12-24";
  accepted(await rescheduleTender(later, { tenderId, dueOn }));
  expect(await findTender(database().read, organisationId, tenderId)).toMatchObject({ dueOn });
  const requests = await requestsOf(organisationId, tenderId);
  expect(requests.find((one) => one.requestId === requestId)).toMatchObject({ dueOn: "2026-11-22" });
  const open = requests.find((one) => one.requestId !== requestId);
  expect(open).toMatchObject({ dueOn, state: "sent" });
  await remindSuppliers({
    ...{ database: database(), now: daysLater(scene.officer, 32).now, newId: randomUUID },
  });
  const letters = await listLettersAbout(database().read, organisationId, open?.requestId ?? "");
  expect(
    letters.map(({ letter }) => ("reminder" in letter ? letter.reminder : letter.kind)).toSorted(),
  ).toEqual(["day-before", "day-before", "new-due-date", "request"].toSorted());
  expect(refusalOf(await rescheduleTender(later, { tenderId, dueOn }))).toEqual({ code: "same-day" });
  expect(refusalOf(await rescheduleTender(later, { tenderId, dueOn: "2026-11-01" }))).toMatchObject({
    fields: { dueOn: ["in-the-past"] },
  });
});

test("everybody who has not answered is reminded, once a day", async () => {
  const scene = await aTenderScene(database());
  const email = `${randomUUID()}@example.test`;
  const { id: tenderId } = await aTender(scene, {
    places: [scene.places.imaging],
    newSuppliers: { "0": { name: `New ${randomUUID()}`, email } },
  });
  expect(accepted(await remindTender(scene.officer, { tenderId }))).toMatchObject({
    requests: 3,
    letters: 3,
  });
  expect(refusalOf(await remindTender(scene.officer, { tenderId }))).toEqual({ code: "reminded-today" });
  const next = daysLater(scene.officer, 1);
  accepted(await remindTender(next, { tenderId }));
  const [entry] = await listAuditEntries(database().read, scene.officer.actor.organisationId, { limit: 1 });
  expect(entry).toMatchObject({ action: "tender.remind", subjectId: tenderId, details: { requests: 3 } });
});

test("closing withdraws what waits, keeps what was answered, and is final", async () => {
  const scene = await aTenderScene(database());
  const { organisationId } = scene.officer.actor;
  const { id: tenderId } = await aTender(scene, { places: [scene.places.imaging] });
  const [received] = await listReceivedRequests(database().read, scene.supplier.actor.organisationId);
  const requestId = received?.id ?? "";
  accepted(await acceptRequest(scene.supplier, { requestId }));
  accepted(await answerRequest(scene.supplier, { requestId, declarationId: scene.declarationId }));
  expect(refusalOf(await closeTender(scene.officer, { tenderId }))).toMatchObject({
    fields: { isFinal: ["required"] },
  });
  expect(accepted(await closeTender(scene.officer, { tenderId, isFinal: "yes" }))).toMatchObject({
    withdrawn: 1,
  });
  const states = (await requestsOf(organisationId, tenderId)).map(({ state }) => state);
  expect(states.toSorted()).toEqual(["declared", "withdrawn"]);
  for (const change of [
    closeTender(scene.officer, { tenderId, isFinal: "yes" }),
    remindTender(scene.officer, { tenderId }),
    rescheduleTender(scene.officer, { tenderId, dueOn: "2027-01-01" }),
  ])
    expect(refusalOf(await change)).toEqual({ code: "tender-closed" });
  expect(await listRequests(database().read, organisationId, { states: ["withdrawn"] })).toHaveLength(1);
});

test("more than 250 requests at once are refused at the suppliers", async () => {
  const scene = await aTenderScene(database());
  const newSuppliers = Object.fromEntries(
    Array.from({ length: 48 }, (_, n) => [n, { name: `S ${n}`, email: `s${n}@example.test` }]),
  );
  const { engineer, modelId } = scene;
  const zones = Array.from({ length: 6 }, (_, n) =>
    aZone({
      id: `z${n}`,
      name: `Z ${n}`,
      slTarget: { ...flatVector(1), IAC: n < 3 ? 2 : 3, UC: ((n % 3) + 1) as 1 },
    }),
  );
  await publish(engineer, { modelId, number: 3, content: { ...aContent(), zones, conduits: [] } });
  const places = zones.map(({ id }) => `${modelId}/${id}`);
  expect(refusalOf(await createTender(scene.officer, tendering(scene, { places, newSuppliers })))).toEqual({
    code: "invalid-input",
    fields: { supplierIds: ["too-many-requests"] },
  });
});
