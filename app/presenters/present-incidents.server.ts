import { mayDo } from "~/domain/access/permissions";
import { clockIdsOfIncident, isReportingStep } from "~/domain/incident/incident";
import { nextDue, type ReportingEvent } from "~/domain/notice/reporting-clock";
import { grouped } from "~/domain/zone-model/queries";
import { type Caller, requirePermission } from "~/use-cases/use-case.server";
import {
  type Incident,
  type IncidentEntry,
  listIncidentEntries,
  listIncidents,
  listOpenIncidents,
} from "~db/repositories/incidents";
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
  const incidents = await withClocks({ actor, database, now }, found.slice(0, PAGE));
  return {
    older: found.length > PAGE ? (incidents.at(-1)?.id ?? null) : null,
    mayOpen: mayDo(actor, "incident.open"),
    incidents,
  };
}

/** Records that are not closed, with the report that each owes next; `isCut` where there are more than `limit`. */
export async function presentOpenIncidents(caller: Caller, limit: number) {
  const { actor, database } = caller;
  requirePermission(actor, "incident.read");
  const found = await listOpenIncidents(database.read, actor.organisationId, { limit: limit + 1 });
  return { incidents: await withClocks(caller, found.slice(0, limit)), isCut: found.length > limit };
}

async function withClocks(
  { actor, database, now }: Pick<Caller, "actor" | "database" | "now">,
  incidents: ReadonlyArray<Incident>,
) {
  const ids = incidents.map(({ id }) => id);
  const entries = await listIncidentEntries(database.read, actor.organisationId, ids);
  const byIncident = grouped(entries, ({ incidentId }) => [incidentId]);
  return incidents.map((incident) => {
    const events = reportingEvents(byIncident.get(incident.id) ?? []);
    return {
      ...{ id: incident.id, title: incident.title, state: incident.state },
      detectedAt: events.findLast(({ kind }) => kind === "detected")?.happenedAt ?? incident.createdAt,
      due:
        incident.state === "closed"
          ? null
          : (nextDue(standingClocks(clockIdsOfIncident(incident), events, now)) ?? null),
    };
  });
}

/** The entries that clocks ask for, in the order in which they were written down. */
export function reportingEvents(entries: ReadonlyArray<IncidentEntry>): ReadonlyArray<ReportingEvent> {
  return entries.flatMap(({ step, happenedAt }) =>
    step !== null && isReportingStep(step) ? [{ kind: step, happenedAt }] : [],
  );
}
