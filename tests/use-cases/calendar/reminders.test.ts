import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { remindOfEnds } from "~/use-cases/calendar/remind-of-ends.server";
import { completeCondition } from "~/use-cases/decisions/complete-condition.server";
import { listAuditEntries } from "~db/repositories/audit";
import {
  claimCalendarDay,
  isCalendarDayDone,
  listSentCalendarReminders,
  saveSentCalendarReminders,
} from "~db/repositories/calendar-reminders";
import { listConditions } from "~db/repositories/decisions";
import { listLettersAbout } from "~db/repositories/mail-outbox";
import { listMembers, saveMember } from "~db/repositories/organisations";
import { aDatabase, NOW } from "../../builders/database";
import { accepted } from "../../builders/declaration";
import { aScene, colleague, decideOn, ONE_CONDITION, type Scene } from "../decisions/scene";
import { anException } from "./calendar-scene";

const database = aDatabase();
const at = (day: string, hour = "08") => new Date(`${day}T${hour}:10:00.000Z`);
const remind = (now: Date) => remindOfEnds({ database: database(), now, newId: randomUUID });

/** What went out for this hospital, oldest first: to whom, and what each letter tells. */
async function lettersOf({ officer }: Scene) {
  const { organisationId } = officer.actor;
  const letters = await listLettersAbout(database().read, organisationId, organisationId);
  return letters
    .toSorted((a, b) => a.createdAt.getTime() - b.createdAt.getTime())
    .flatMap(({ recipient, letter }) =>
      letter.kind === "calendar"
        ? [{ recipient, told: letter.ends.map(({ kind, stage }) => `${kind} ${stage}`) }]
        : [],
    );
}

const conditionDue = (dueOn: string, owner = "Network team") => ({
  kind: "approve-with-conditions",
  conditions: { "0": { ...ONE_CONDITION["0"], owner, dueOn } },
});

test("each stage goes out once, in one letter a person and day, and stops once the condition is met", async () => {
  const scene = await aScene(database());
  await decideOn(scene, conditionDue("2026-12-31"));
  const recipient = `${scene.officer.actor.personId}@example.test`;
  const days = [
    "2026-11-29",
    "2026-11-30",
    "2026-12-10",
    "2026-12-24",
    "2026-12-25",
    "2026-12-30",
    "2026-12-31",
  ];
  for (const day of days) for (const hour of ["00", "08", "23"]) await remind(at(day, hour));
  const stages = ["month", "week", "day", "today"].map((stage) => ({
    recipient,
    told: [`condition ${stage}`],
  }));
  expect(await lettersOf(scene)).toEqual(stages);
  await remind(at("2027-01-01"));
  await remind(at("2027-01-02"));
  expect((await lettersOf(scene)).slice(4)).toEqual([{ recipient, told: ["condition overdue"] }]);
  const { organisationId } = scene.officer.actor;
  const [entry] = await listAuditEntries(database().read, organisationId, { limit: 1 });
  expect(entry).toMatchObject({
    action: "calendar.remind",
    personId: null,
    details: { letters: 1, reminders: 1 },
  });

  const other = await aScene(database());
  const otherDecision = await decideOn(other, conditionDue("2026-12-31"));
  const [condition] = await listConditions(database().read, other.officer.actor.organisationId, [
    otherDecision,
  ]);
  accepted(
    await completeCondition(other.officer, {
      conditionId: condition?.id ?? "",
      decisionId: otherDecision,
      note: "Done",
    }),
  );
  await remind(at("2027-01-03"));
  expect(await lettersOf(other)).toEqual([]);
});

test("several ends are one letter, and each person is told what concerns them", async () => {
  const scene = await aScene(database());
  const lead = await colleague(scene.officer, "security-lead");
  await decideOn(scene, conditionDue("2027-02-10", (await nameOf(scene, lead.actor.personId)).toUpperCase()));
  await anException(scene, "2027-02-12", lead);
  await anException(scene, "2027-02-11");
  await remind(at("2027-02-05"));
  const letters = await lettersOf(scene);
  expect(letters).toHaveLength(2);
  expect(letters).toEqual(
    expect.arrayContaining([
      { recipient: `${lead.actor.personId}@example.test`, told: ["condition week", "exception week"] },
      { recipient: `${scene.officer.actor.personId}@example.test`, told: ["exception week"] },
    ]),
  );
});

async function nameOf({ officer }: Scene, personId: string): Promise<string> {
  const members = await listMembers(database().read, officer.actor.organisationId);
  return members.find((member) => member.personId === personId)?.name ?? "";
}

test("who has left is told nothing", async () => {
  const scene = await aScene(database());
  const { organisationId, personId } = scene.officer.actor;
  await anException(scene, "2027-03-10");
  const lead = await colleague(scene.officer, "security-lead");
  await database().transaction((db) =>
    saveMember(db, organisationId, {
      personId,
      roles: ["procurement-officer"],
      state: "left",
      createdAt: NOW,
    }),
  );
  await remind(at("2027-03-05"));
  expect((await lettersOf(scene)).map(({ recipient }) => recipient)).toEqual([
    `${lead.actor.personId}@example.test`,
  ]);
});

test("of two processes at the same moment one writes, and after a crash the next one does", async () => {
  const scene = await aScene(database());
  await anException(scene, "2027-04-10");
  const crashing = {
    ...database(),
    transaction: () => Promise.reject(new Error("the process died")),
  };
  await expect(
    remindOfEnds({ database: crashing, now: at("2027-04-05"), newId: randomUUID }),
  ).rejects.toThrow("died");
  expect(await lettersOf(scene)).toEqual([]);
  await Promise.all(Array.from({ length: 6 }, () => remind(at("2027-04-05"))));
  expect(await lettersOf(scene)).toHaveLength(1);
  const { organisationId } = scene.officer.actor;
  const sent = await listSentCalendarReminders(database().read, organisationId, { endsOn: ["2027-04-10"] });
  expect(sent).toMatchObject([{ stage: "week" }]);
  const again = sent.map((one) => ({ ...one, sentAt: NOW }));
  await expect(
    database().transaction((db) => saveSentCalendarReminders(db, organisationId, again)),
  ).rejects.toThrow();
});

test("a day is taken once for a hospital, and never an earlier one", async () => {
  const { officer } = await aScene(database());
  const { organisationId } = officer.actor;
  const claim = (day: string) => database().transaction((db) => claimCalendarDay(db, organisationId, day));
  expect(await isCalendarDayDone(database().read, organisationId, "2027-05-01")).toBe(false);
  expect([await claim("2027-05-01"), await claim("2027-05-01"), await claim("2027-04-30")]).toEqual([
    true,
    false,
    false,
  ]);
  expect(await isCalendarDayDone(database().read, organisationId, "2027-05-01")).toBe(true);
  expect(await claim("2027-05-02")).toBe(true);
});
