import { expect, test } from "vitest";
import { presentCalendar } from "~/presenters/present-calendar.server";
import { presentCalendarFeed } from "~/presenters/present-calendar-feed.server";
import type { CalendarWords } from "~/presenters/present-calendar-file.server";
import { makeCalendarFeed } from "~/use-cases/calendar/make-calendar-feed.server";
import { revokeCalendarFeed } from "~/use-cases/calendar/revoke-calendar-feed.server";
import type { Caller } from "~/use-cases/use-case.server";
import { listAuditEntries } from "~db/repositories/audit";
import { saveMember } from "~db/repositories/organisations";
import { aDatabase, aHospitalCaller, aSupplierCaller, NOW } from "../../builders/database";
import { accepted } from "../../builders/declaration";
import { aScene, colleague, daysLater } from "../decisions/scene";
import { anException, declaredUntil } from "./calendar-scene";

const database = aDatabase();
const forbidden = expect.objectContaining({ code: "forbidden" });
const notFound = expect.objectContaining({ code: "not-found" });

const WORDS: CalendarWords = {
  ...{ sheet: "Calendar", name: "Ends", heading: (column) => column, kind: (kind) => kind },
  ...{ meaning: (kind) => kind, stage: () => "", owner: ({ owner }) => owner.name, basis: () => "" },
  ...{ summary: ({ name }) => name, url: ({ to }) => `https://portal.test/${to}` },
};
const read = ({ now }: Caller, token: string) =>
  presentCalendarFeed({ database: database(), now, newId: () => "" }, token, WORDS);
const tokenOf = async (caller: Caller) => accepted(await makeCalendarFeed(caller, {})).token;
const uidsOf = (body = "") => body.match(/^UID:.*$/gm) ?? [];

test("an address reads what the hospital relies on and nothing else, the same bytes every day", async () => {
  const scene = await aScene(database());
  await declaredUntil(scene, "Only shared", "2027-02-28");
  const id = await anException(scene, "2027-01-15");
  const other = await aScene(database());
  await anException(other, "2027-01-16");
  const token = await tokenOf(scene.officer);
  const feed = await read(scene.officer, token);
  expect(uidsOf(feed?.body)).toEqual([`UID:exception:${id}@cordon`]);
  expect(feed?.changedAt).toBe(NOW.toISOString());
  expect(await read(daysLater(scene.officer, 5), token)).toEqual(feed);
  expect(
    (await presentCalendar(scene.officer, { month: null, kind: null, of: null, view: null })).feedMadeAt,
  ).toBe(NOW.toISOString());
});

test("making and revoking are in the audit trail without the secret, and end the address before", async () => {
  const officer = await aHospitalCaller(database(), "procurement-officer");
  const first = await tokenOf(officer);
  const second = await tokenOf(officer);
  expect(await read(officer, first)).toBeNull();
  expect(await read(officer, second)).toMatchObject({ changedAt: null });
  accepted(await revokeCalendarFeed(officer, {}));
  expect(await read(officer, second)).toBeNull();
  await expect(revokeCalendarFeed(officer, {})).rejects.toThrow(notFound);
  const entries = await listAuditEntries(database().read, officer.actor.organisationId, { limit: 5 });
  expect(entries.map(({ action }) => action)).toEqual([
    ...["calendar-feed.revoke", "calendar-feed.make", "calendar-feed.make"],
  ]);
  expect(JSON.stringify(entries)).not.toContain(second);
});

test("an address stops with the membership or the roles of its owner, and works again with them", async () => {
  const officer = await aHospitalCaller(database(), "procurement-officer");
  const { organisationId, personId } = officer.actor;
  const token = await tokenOf(officer);
  const become = (roles: ReadonlyArray<"procurement-officer">, state: "active" | "suspended" | "left") =>
    database().transaction((db) =>
      saveMember(db, organisationId, { personId, roles, state, createdAt: NOW }),
    );
  for (const state of ["suspended", "left"] as const) {
    await become(["procurement-officer"], state);
    expect(await read(officer, token)).toBeNull();
  }
  await become([], "active");
  expect(await read(officer, token)).toBeNull();
  await become(["procurement-officer"], "active");
  expect(await read(officer, token)).not.toBeNull();
});

test("a token that is none, a hash of one and an empty one lead nowhere", async () => {
  const officer = await aHospitalCaller(database(), "security-lead");
  const token = await tokenOf(officer);
  for (const wrong of ["", "x", token.slice(1), `${token}a`, token.toUpperCase()])
    expect(await read(officer, wrong)).toBeNull();
});

test("each has an address of their own; an auditor and a supplier have none", async () => {
  const officer = await aHospitalCaller(database(), "procurement-officer");
  const lead = await colleague(officer, "security-lead");
  const [one, two] = [await tokenOf(officer), await tokenOf(lead)];
  accepted(await revokeCalendarFeed(officer, {}));
  expect(await read(officer, one)).toBeNull();
  expect(await read(officer, two)).not.toBeNull();
  for (const caller of [
    await colleague(officer, "auditor"),
    await aSupplierCaller(database(), "administrator"),
  ])
    await expect(makeCalendarFeed(caller, {})).rejects.toThrow(forbidden);
});
