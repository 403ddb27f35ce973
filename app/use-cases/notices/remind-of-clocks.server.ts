import { loadCatalogue } from "~/catalogue/index.server";
import { type Action, mayDo } from "~/domain/access/permissions";
import type { OrganisationKind } from "~/domain/access/role";
import { clockIdsOfIncident, isReportingStep } from "~/domain/incident/incident";
import { reminderOf } from "~/domain/notice/clock-reminder";
import { clockIdsOfNotice } from "~/domain/notice/notice";
import { clocksOf, type ReportingEvent } from "~/domain/notice/reporting-clock";
import { grouped } from "~/domain/zone-model/queries";
import type { Database, Db } from "~db/client";
import { appendAuditEntry } from "~db/repositories/audit";
import { listIncidentSteps, listOpenIncidents } from "~db/repositories/incidents";
import { listNoticeEvents, listNotices } from "~db/repositories/notices";
import { listMembers } from "~db/repositories/organisations";
import {
  claimClockReminders,
  listNotifyingSuppliers,
  listRecordingHospitals,
  listSentClockReminders,
  type SentClockReminder,
} from "~db/repositories/told-notices";
import { queueLetter } from "../mail/queue-letter.server";

type Run = { database: Database; now: Date; newId: () => string };
type Due = SentClockReminder & { regime: string };

/** So many lines a letter has at most, and so many records and notices are looked at. */
const LINES_A_LETTER = 20;
const MOST_LOOKED_AT = 2_000;

/**
 * Tells people of running clocks: when a quarter of the time is left and when it has run out, each once, one letter a person and
 * round. What has gone out is noted in the transaction that writes the letters. Clocks that have stopped are told of no more.
 */
export async function remindOfClocks(run: Run): Promise<void> {
  const { read } = run.database;
  for (const organisationId of await listRecordingHospitals(read))
    await remind(run, organisationId, "hospital", await dueOfIncidents(read, organisationId, run.now));
  for (const organisationId of await listNotifyingSuppliers(read))
    await remind(run, organisationId, "supplier", await dueOfNotices(read, organisationId, run.now));
}

async function dueOfIncidents(db: Db, hospitalId: string, now: Date): Promise<ReadonlyArray<Due>> {
  const open = await listOpenIncidents(db, hospitalId, { limit: MOST_LOOKED_AT });
  const steps = grouped(await listIncidentSteps(db, hospitalId), ({ incidentId }) => [incidentId]);
  return open.flatMap((incident) => {
    const events = (steps.get(incident.id) ?? []).flatMap(({ step, happenedAt }) =>
      isReportingStep(step) ? [{ kind: step, happenedAt }] : [],
    );
    return dueOf(incident.id, clockIdsOfIncident(incident), events, now);
  });
}

async function dueOfNotices(db: Db, supplierId: string, now: Date): Promise<ReadonlyArray<Due>> {
  const notices = (await listNotices(db, supplierId, { limit: MOST_LOOKED_AT })).filter(
    ({ state, content }) => state !== "withdrawn" && content.kind !== "advisory",
  );
  const ids = notices.map(({ id }) => id);
  const events = await listNoticeEvents(db, supplierId, ids);
  return notices.flatMap(({ id, content }) =>
    dueOf(id, clockIdsOfNotice(content.kind), events.get(id) ?? [], now),
  );
}

function dueOf(
  subjectId: string,
  clockIds: ReadonlyArray<string>,
  events: ReadonlyArray<ReportingEvent>,
  now: Date,
): ReadonlyArray<Due> {
  const rows = loadCatalogue().supplements.reportingClocks.filter(({ id }) => clockIds.includes(id));
  return clocksOf(rows, events, now).flatMap((clock) => {
    const { clockId, step, regime, dueAt } = clock;
    const reminder = reminderOf(clock);
    return reminder && dueAt ? [{ subjectId, clockId, step, reminder, dueAt, regime }] : [];
  });
}

/** Whose clocks they are: whoever may write down what stops them. */
const WRITES_DOWN: Readonly<Record<OrganisationKind, Action>> = {
  hospital: "incident.record",
  supplier: "notice.record",
};

const keyOf = ({ subjectId, clockId, step, reminder, dueAt }: SentClockReminder) =>
  JSON.stringify([subjectId, clockId, step, reminder, dueAt.getTime()]);

async function remind(
  { database, now, newId }: Run,
  organisationId: string,
  kind: OrganisationKind,
  due: ReadonlyArray<Due>,
): Promise<void> {
  const subjectIds = [...new Set(due.map(({ subjectId }) => subjectId))];
  const sent = new Set((await listSentClockReminders(database.read, organisationId, subjectIds)).map(keyOf));
  const fresh = due.filter((one) => !sent.has(keyOf(one)));
  if (fresh.length === 0) return;
  await database.transaction(async (db) => {
    const marks = fresh.map(({ regime: _, ...mark }) => mark);
    const claimed = new Set((await claimClockReminders(db, organisationId, marks, now)).map(keyOf));
    const told = fresh.filter((one) => claimed.has(keyOf(one)));
    if (told.length === 0) return;
    const letter = toLetter(kind, told);
    let letters = 0;
    for (const { email, roles, state } of await listMembers(db, organisationId)) {
      if (state !== "active" || !mayDo({ organisationKind: kind, roles }, WRITES_DOWN[kind])) continue;
      letters += 1;
      await queueLetter({ db, now, newId }, organisationId, {
        ...{ recipient: email, subjectId: organisationId, letter },
      });
    }
    await appendAuditEntry(db, {
      ...{ at: now, action: "clock.remind", personId: null, organisationId, subjectId: organisationId },
      details: { letters, reminders: told.length },
    });
  });
}

/** Which law and step and until when: what has happened stays in the portal. */
function toLetter(kind: OrganisationKind, told: ReadonlyArray<Due>) {
  const clocks = told
    .toSorted((a, b) => a.dueAt.getTime() - b.dueAt.getTime())
    .slice(0, LINES_A_LETTER)
    .map(({ regime, step, reminder, dueAt }) => ({ regime, step, reminder, dueAt: dueAt.toISOString() }));
  const link = kind === "hospital" ? { to: "incidents" as const } : { to: "notices" as const };
  return { kind: "clocks" as const, clocks, count: told.length, link };
}
