import { mayDo } from "~/domain/access/permissions";
import { clockIdsOfIncident, isReportingStep } from "~/domain/incident/incident";
import { nextDue, type ReportingEvent } from "~/domain/notice/reporting-clock";
import { grouped } from "~/domain/zone-model/queries";
import { type Caller, requirePermission } from "~/use-cases/use-case.server";
import { type IncidentEntry, listIncidentEntries, listIncidents } from "~db/repositories/incidents";
import { standingClocks } from "./notice-clocks.server";

const PAGE = 50;

/** The hospital's records, newest first, each with what is due next. */
export async function presentIncidents(
  { actor, database, now }: Caller,
  { before }: { before: string | null } = { before: null },
) {
  requirePermission(actor, "incident.read");
  const { organisationId } = actor;
  const found = await listIncidents(database.read, organisationId, { limit: PAGE + 1, before });
  const incidents = found.slice(0, PAGE);
  const ids = incidents.map(({ id }) => id);
  const entries = await listIncidentEntries(database.read, organisationId, ids);
  const byIncident = grouped(entries, ({ incidentId }) => [incidentId]);
  return {
    older: found.length > PAGE ? (ids.at(-1) ?? null) : null,
    mayOpen: mayDo(actor, "incident.open"),
    incidents: incidents.map((incident) => {
      const events = reportingEvents(byIncident.get(incident.id) ?? []);
      return {
        ...{ id: incident.id, title: incident.title, state: incident.state },
        detectedAt: events.findLast(({ kind }) => kind === "detected")?.happenedAt ?? incident.createdAt,
        due:
          incident.state === "closed"
            ? null
            : (nextDue(standingClocks(clockIdsOfIncident(incident), events, now)) ?? null),
      };
    }),
  };
}

/** The entries that clocks ask for, in the order in which they were written down. */
export function reportingEvents(entries: ReadonlyArray<IncidentEntry>): ReadonlyArray<ReportingEvent> {
  return entries.flatMap(({ step, happenedAt }) =>
    step !== null && isReportingStep(step) ? [{ kind: step, happenedAt }] : [],
  );
}
