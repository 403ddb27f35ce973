import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import type { Letter } from "~/domain/mail/letter";
import { WHOLE_QUEUE } from "~/domain/procurement/queue";
import { presentDecisions } from "~/presenters/present-decisions.server";
import { presentExceptions } from "~/presenters/present-exceptions.server";
import { presentHospitalOverview } from "~/presenters/present-hospital-overview.server";
import { presentQueue } from "~/presenters/present-queue.server";
import { presentRequests } from "~/presenters/present-requests.server";
import { inviteMember } from "~/use-cases/accounts/invite-member.server";
import { openIncident } from "~/use-cases/incidents/open-incident.server";
import { recordMeasures } from "~/use-cases/measures/record-measures.server";
import { createRequest } from "~/use-cases/requests/create-request.server";
import { withdrawRequest } from "~/use-cases/requests/withdraw-request.server";
import type { Caller } from "~/use-cases/use-case.server";
import { auditEntries, incidents, mailOutbox } from "~db/schema";
import { aCaller, aDatabase, aHospitalCaller } from "../../builders/database";
import { accepted } from "../../builders/declaration";
import { aScene, colleague, daysLater, decideOn } from "../decisions/scene";
import { aLackingProduct, granted } from "../exceptions/ground";
import { aPublishedNotice } from "../notices/notice-builders";
import { aManagedHospital, standing } from "./scene";

const database = aDatabase();

/** How many wait of each kind, and whether the person can do something about it. */
async function waitingFor(caller: Caller) {
  const { sections } = await presentHospitalOverview(caller);
  return Object.fromEntries(
    sections.filter(({ count }) => count > 0).map(({ key, count, isMine }) => [key, [count, isMine]]),
  );
}

const LINK = { to: "calendar" } as const;
const INVITATION: Letter = {
  ...{ kind: "member-invitation", organisation: "Hospital", invitedBy: "Somebody", link: LINK },
};
const ASKED: Letter = {
  ...{ kind: "request", hospital: "Hospital", subject: "Pumps", dueOn: "2026-12-01", link: LINK },
};

/** A letter that was tried in vain. */
async function aLostLetter({ actor, database: own, now }: Caller, letter: Letter): Promise<void> {
  const id = randomUUID();
  await own.transaction(async (db) => {
    await db.insert(mailOutbox).values({
      ...{ organisationId: actor.organisationId, id, recipient: "nobody@example.test", subjectId: id },
      ...{ letter, state: "given-up", attempts: 8, dueAt: now, failure: "550 unknown", createdAt: now },
      ...{ settledAt: now, copy: null },
    });
  });
}

test("an administrator sees invitations, members without a role and letters that did not arrive", async () => {
  const administrator = await aHospitalCaller(database(), "administrator");
  accepted(await inviteMember(administrator, { email: "new@example.test", roles: "auditor" }));
  await aCaller(database(), {
    ...{ organisationId: administrator.actor.organisationId, kind: "hospital", roles: [] },
  });
  await aLostLetter(administrator, INVITATION);
  await aLostLetter(administrator, ASKED);
  const both = {
    ...{ "members-without-role": [1, true], "pending-invitations": [1, true], "failed-letters": [1, true] },
    "failed-request-letters": [1, false],
  };
  expect(await waitingFor(administrator)).toEqual(both);
  const officer = await colleague(administrator, "procurement-officer");
  expect(await waitingFor(officer)).toEqual({ "failed-request-letters": [1, true] });
  expect(await waitingFor(await colleague(administrator, "auditor"))).toEqual({});
  // After two weeks a letter is history.
  expect(await waitingFor(daysLater(officer, 15))).toEqual({});
  const elsewhere = await aHospitalCaller(database(), "administrator");
  expect(await waitingFor(elsewhere)).toEqual({});
});

test("an auditor sees what was decided lately, each number as its list, and nobody else is told", async () => {
  const ground = await aLackingProduct(database());
  await granted(ground);
  await decideOn(ground, { kind: "reject", reason: "Two rows are missing" });
  const auditor = await colleague(ground.officer, "auditor");
  const recent = async (caller: Caller) => {
    const waiting = await waitingFor(caller);
    return [waiting["recent-decisions"]?.[0] ?? 0, waiting["recent-exceptions"]?.[0] ?? 0];
  };
  const listed = async (caller: Caller) => [
    (
      await presentDecisions(caller, {
        ...{ kind: null, review: null, conditions: null, since: "week", after: null },
      })
    ).decisions.length,
    (await presentExceptions(caller, { state: null, age: "to-30", after: null })).exceptions.length,
  ];
  for (const [days, expected] of [
    [0, [1, 1]],
    [8, [0, 1]],
    [31, [0, 0]],
  ] as const) {
    expect(await recent(daysLater(auditor, days)), String(days)).toEqual(expected);
    expect(await listed(daysLater(auditor, days)), String(days)).toEqual(expected);
  }
  expect(await recent(ground.officer)).toEqual([0, 0]);
});

test("an auditor is told whether the newest entries of the log still hold", async () => {
  const scene = await aScene(database());
  const auditor = await colleague(scene.officer, "auditor");
  const { auditCheck } = await presentHospitalOverview(auditor);
  expect(auditCheck?.broken).toEqual([]);
  expect(auditCheck?.checked).toBeGreaterThan(0);
  expect((await presentHospitalOverview(scene.officer)).auditCheck).toBeNull();
  const own = eq(auditEntries.organisationId, auditor.actor.organisationId);
  const [entry] = await database().read.select().from(auditEntries).where(own).limit(1);
  const sequence = entry?.sequence ?? expect.fail();
  const change = (details: Readonly<Record<string, unknown>>) =>
    database().transaction(async (db) => {
      await db.update(auditEntries).set({ details }).where(eq(auditEntries.sequence, sequence));
    });
  await change({ ...entry?.details, forged: "yes" });
  expect((await presentHospitalOverview(auditor)).auditCheck?.broken).toEqual([sequence]);
  await change(entry?.details ?? {});
  expect((await presentHospitalOverview(auditor)).auditCheck?.broken).toEqual([]);
});

test("what follows from outside waits for those who record it: reports due, notices, measures overdue", async () => {
  const managed = await aManagedHospital(database());
  const { engineer, supplier, modelId } = managed;
  accepted(
    await openIncident(engineer, {
      ...{ title: "Pump answers nobody", description: "Ward 3", involvesPersonalData: false },
      detectedAt: "2026-11-20T10:00",
    }),
  );
  const measure = (measureId: string, dueOn: string) => ({
    ...{ place: { modelId, zoneId: "imaging" }, measureId, version: 0 },
    fields: { state: "in-progress", owner: "Ward", dueOn },
  });
  const changes = [measure("SR 1.1", "2027-01-31"), measure("SR 2.1", "2027-06-30")];
  accepted(await recordMeasures(engineer, { changes, via: "form" }));
  await aPublishedNotice(supplier, managed.lacking);
  const later = standing(engineer);
  expect(await waitingFor(later)).toEqual({
    ...{ "incident-clocks": [1, true], notices: [1, true], "measures-overdue": [1, true] },
  });
  const auditor = standing(await colleague(engineer, "auditor"));
  expect(await waitingFor(auditor)).toEqual({
    ...{ "incident-clocks": [1, false], notices: [1, false], "measures-overdue": [1, false] },
  });
  expect(await waitingFor(await aHospitalCaller(database(), "security-engineer"))).toEqual({});
});

test("a notice waits until somebody has begun a record from it", async () => {
  const { engineer, supplier, lacking } = await aManagedHospital(database());
  const noticeId = await aPublishedNotice(supplier, lacking);
  const later = standing(engineer);
  expect((await waitingFor(later)).notices).toEqual([1, true]);
  const [entry] = (await presentQueue(later, { ...WHOLE_QUEUE, kind: "notice", after: null })).entries;
  expect(entry).toMatchObject({ id: noticeId, party: "role", title: "Memory is read" });
  accepted(
    await openIncident(later, {
      ...{ title: "Memory is read", description: "", involvesPersonalData: false, noticeId },
      detectedAt: "2027-02-01T10:00",
    }),
  );
  expect((await waitingFor(later)).notices).toBeUndefined();
});

test("an old incident that still owes a report is counted behind fifty newer ones that are closed", async () => {
  const engineer = await aHospitalCaller(database(), "security-engineer");
  const { organisationId } = engineer.actor;
  const incident = { title: "Old", description: "Ward 3", involvesPersonalData: false };
  accepted(await openIncident(engineer, { ...incident, detectedAt: "2026-11-20T10:00" }));
  const [open] = await database()
    .read.select()
    .from(incidents)
    .where(eq(incidents.organisationId, organisationId));
  if (!open) throw new Error("the incident is there");
  await database().transaction(async (db) => {
    for (let number = 0; number < 60; number += 1)
      await db.insert(incidents).values({
        ...{ ...open, id: randomUUID(), title: `Closed ${number}`, state: "closed" },
        createdAt: new Date(open.createdAt.getTime() + 1000 + number),
      });
  });
  expect((await waitingFor(engineer))["incident-clocks"]).toEqual([1, true]);
});

test("requests are counted whole, the most overdue come first, and one that was withdrawn was asked too", async () => {
  const scene = await aScene(database());
  const { officer, supplier, modelId, zoneId } = scene;
  const ask = async (subject: string, dueOn: string) =>
    accepted(
      await createRequest(officer, {
        ...{ modelId, zoneId, supplierId: supplier.actor.organisationId, subject, message: "", dueOn },
      }),
    ).id;
  for (let number = 1; number <= 7; number += 1) await ask(`Pumps ${number}`, `2026-12-${30 - number}`);
  const later = daysLater(officer, 60);
  const section = (await presentHospitalOverview(later)).sections.find(
    ({ key }) => key === "overdue-requests",
  );
  expect(section?.count).toBe(7);
  expect(section?.entries.map(({ title }) => title)).toEqual([7, 6, 5, 4, 3].map((n) => `Pumps ${n}`));
  expect((await presentRequests(later, { state: "overdue" })).requests).toHaveLength(7);

  const other = await aScene(database());
  const requestId = accepted(
    await createRequest(other.officer, {
      ...{ modelId: other.modelId, zoneId: other.zoneId, supplierId: other.supplier.actor.organisationId },
      ...{ subject: "Pump", message: "", dueOn: "2026-12-24" },
    }),
  ).id;
  accepted(await withdrawRequest(other.officer, { requestId }));
  expect((await presentHospitalOverview(other.officer)).firstSteps.hasRequest).toBe(true);
});
