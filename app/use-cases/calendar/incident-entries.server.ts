import { loadCatalogue } from "~/catalogue/index.server";
import { clockIdsOfIncident, isReportingStep } from "~/domain/incident/incident";
import { clocksOf } from "~/domain/notice/reporting-clock";
import type { CalendarEntry } from "~/domain/procurement/calendar";
import { type IsoDate, toIsoDate } from "~/domain/shared/iso-date";
import { grouped } from "~/domain/zone-model/queries";
import type { Db } from "~db/client";
import { listDueIncidentMeasures, listIncidentSteps, listOpenIncidents } from "~db/repositories/incidents";

type Asked = { db: Db; organisationId: string; asOf: IsoDate; from: IsoDate; limit: number };

/**
 * Reports that a record still owes by a law, each on the day (UTC) its period ends. What an authority has to do is not among
 * them, and what is only owed of a significant incident is, until somebody says that it is none.
 */
export async function reportEntries(asked: Asked): Promise<ReadonlyArray<CalendarEntry>> {
  const { db, organisationId, asOf, from, limit } = asked;
  const open = await listOpenIncidents(db, organisationId, { limit });
  if (open.length === 0) return [];
  const steps = grouped(await listIncidentSteps(db, organisationId), ({ incidentId }) => [incidentId]);
  const clocks = loadCatalogue().supplements.reportingClocks;
  const now = new Date(`${asOf}T00:00:00.000Z`);
  return open.flatMap((incident) => {
    const written = steps.get(incident.id) ?? [];
    const events = written.flatMap(({ step, happenedAt }) =>
      isReportingStep(step) ? [{ kind: step, happenedAt }] : [],
    );
    const changedAt = written.at(-1)?.recordedAt ?? incident.createdAt;
    const ids = clockIdsOfIncident(incident);
    const rows = clocks.filter(({ id }) => ids.includes(id));
    return clocksOf(rows, events, now).flatMap((clock): ReadonlyArray<CalendarEntry> => {
      const { clockId, step, regime, dueAt, remaining, isIncoming } = clock;
      if (remaining === null || dueAt === null || isIncoming || toIsoDate(dueAt) < from) return [];
      return [
        {
          ...{ key: `incident:${incident.id}:${clockId}:${step}`, kind: "incident-report" },
          ...{ endsOn: toIsoDate(dueAt), name: `${step} (${regime})`, product: "" },
          ...{ places: [incident.title], isReliedOn: true, owner: { name: "", personId: null } },
          subject: { to: "incident", incidentId: incident.id },
          changedAt: changedAt.toISOString(),
        },
      ];
    });
  });
}

/** What is still to be done about incidents by a day. */
export async function incidentMeasureEntries(
  asked: Omit<Asked, "asOf">,
): Promise<ReadonlyArray<CalendarEntry>> {
  const { db, organisationId, from, limit } = asked;
  const due = await listDueIncidentMeasures(db, organisationId, { from, limit });
  return due.map(({ measure, dueOn, title }) => ({
    ...{ key: `incident-measure:${measure.id}`, kind: "incident-measure", endsOn: dueOn },
    ...{ name: measure.text, product: "", places: [title], isReliedOn: true },
    owner: { name: measure.owner, personId: null },
    subject: { to: "incident", incidentId: measure.incidentId },
    changedAt: measure.createdAt.toISOString(),
  }));
}
