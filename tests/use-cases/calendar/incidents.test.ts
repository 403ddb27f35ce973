import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { presentCalendar } from "~/presenters/present-calendar.server";
import { remindOfEnds } from "~/use-cases/calendar/remind-of-ends.server";
import { addIncidentMeasure } from "~/use-cases/incidents/add-incident-measure.server";
import { completeIncidentMeasure } from "~/use-cases/incidents/complete-incident-measure.server";
import { openIncident } from "~/use-cases/incidents/open-incident.server";
import { recordIncidentEntry } from "~/use-cases/incidents/record-incident-entry.server";
import type { Caller } from "~/use-cases/use-case.server";
import { listLettersAbout } from "~db/repositories/mail-outbox";
import { aDatabase } from "../../builders/database";
import { accepted } from "../../builders/declaration";
import { aScene, colleague, daysLater } from "../decisions/scene";

const database = aDatabase();
const TITLE = "Pump answers nobody";

/** Three days after everything was due, so that all of it is overdue and none is left to a later month. */
async function overdueFor(caller: Caller): Promise<ReadonlyArray<string>> {
  const { overdue } = await presentCalendar(daysLater(caller, 6), {
    ...{ month: null, kind: null, of: "approved", view: null },
  });
  return overdue.flatMap(({ kind, endsOn, name, places }) =>
    places.includes(TITLE) ? [`${endsOn} ${kind} ${name}`] : [],
  );
}

async function anIncident(engineer: Caller): Promise<string> {
  const fields = { title: TITLE, description: "", involvesPersonalData: false };
  return accepted(await openIncident(engineer, { ...fields, detectedAt: "2026-11-20T10:00" })).id;
}

const recorder =
  (engineer: Caller, incidentId: string) => async (lastEntry: number, step: string, happenedAt: string) =>
    accepted(await recordIncidentEntry(engineer, { incidentId, lastEntry, step, happenedAt }));

test("reports that a law wants stand on their days, and go once they are sent, not needed or the record is closed", async () => {
  const { engineer } = await aScene(database());
  const incidentId = await anIncident(engineer);
  const record = recorder(engineer, incidentId);
  const early = ["NIS2 Art. 23", "ZoKB § 16-17"];
  expect(await overdueFor(engineer)).toEqual([
    `2026-11-21 incident-report early warning (${early[0]})`,
    `2026-11-21 incident-report first report (${early[1]})`,
    `2026-11-23 incident-report notification (${early[0]})`,
    `2026-11-23 incident-report notification (significant impact only) (${early[1]})`,
  ]);
  await record(1, "early-warning", "2026-11-20T15:00");
  expect(await overdueFor(engineer)).toEqual([
    `2026-11-23 incident-report notification (${early[0]})`,
    `2026-11-23 incident-report notification (significant impact only) (${early[1]})`,
  ]);
  await record(2, "not-significant", "2026-11-20T16:00");
  expect(await overdueFor(engineer)).toEqual([]);
  await record(3, "significant", "2026-11-20T17:00");
  expect(await overdueFor(engineer)).toHaveLength(2);
  await record(4, "closed", "2026-11-20T18:00");
  expect(await overdueFor(engineer)).toEqual([]);
});

test("an open measure stands on its day until it is done, one without a day never; another hospital sees nothing", async () => {
  const { engineer } = await aScene(database());
  const incidentId = await anIncident(engineer);
  const measures = async () => (await overdueFor(engineer)).filter((line) => line.includes("-measure "));
  const fields = { incidentId, owner: "Network team" };
  accepted(await addIncidentMeasure(engineer, { ...fields, text: "Some day", dueOn: "" }));
  const { id: measureId } = accepted(
    await addIncidentMeasure(engineer, { ...fields, text: "Isolate the ward", dueOn: "2026-11-24" }),
  );
  expect(await measures()).toEqual(["2026-11-24 incident-measure Isolate the ward"]);
  const { engineer: other } = await aScene(database());
  expect(await overdueFor(other)).toEqual([]);
  accepted(await completeIncidentMeasure(engineer, { incidentId, measureId }));
  expect(await measures()).toEqual([]);
});

test("engineers and leads are told of a report in time, without a word of what happened", async () => {
  const { engineer, officer } = await aScene(database());
  const lead = await colleague(engineer, "security-lead");
  const { organisationId } = engineer.actor;
  await anIncident(engineer);
  await remindOfEnds({
    ...{ database: database(), now: new Date("2026-11-22T08:00:00.000Z"), newId: randomUUID },
  });
  const letters = await listLettersAbout(database().read, organisationId, organisationId);
  const recipients = letters.map(({ recipient }) => recipient);
  for (const { actor } of [engineer, lead]) expect(recipients).toContain(`${actor.personId}@example.test`);
  expect(recipients).not.toContain(`${officer.actor.personId}@example.test`);
  expect(JSON.stringify(letters)).toContain('"incident-report"');
  expect(JSON.stringify(letters)).not.toContain(TITLE);
});
