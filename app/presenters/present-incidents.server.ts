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
/** So many open records are looked at for the report that each owes next. */
const OPEN_BOUND = 500;

export type IncidentsQuery = {
  before: string | null;
  /** `report-due`: only those that owe a report by a moment, the soonest first. */
  show?: string | null;
};

/** The hospital's records, newest first, each with what is due next. */
export async function presentIncidents(caller: Caller, { before, show }: IncidentsQuery = { before: null }) {
  const { actor, database, now } = caller;
  requirePermission(actor, "incident.read");
  const { organisationId } = actor;
  const mayOpen = mayDo(actor, "incident.open");
  if (show === "report-due") {
    const { incidents, isCut } = await presentReportsDue(caller);
    return { older: null, mayOpen, view: "report-due" as const, incidents, isCut };
  }
  const found = await listIncidents(database.read, organisationId, { limit: PAGE + 1, before });
  const incidents = await withClocks({ actor, database, now }, found.slice(0, PAGE));
  return {
    older: found.length > PAGE ? (incidents.at(-1)?.id ?? null) : null,
    ...{ mayOpen, view: null, incidents, isCut: false },
  };
}

/** Records that owe a report by a moment, the soonest first; `isCut` where more are open than are looked at. */
export async function presentReportsDue(caller: Caller) {
  const { actor, database } = caller;
  requirePermission(actor, "incident.read");
  const found = await listOpenIncidents(database.read, actor.organisationId, { limit: OPEN_BOUND + 1 });
  const open = await withClocks(caller, found.slice(0, OPEN_BOUND));
  const owing = open.flatMap((incident) =>
    incident.due?.dueAt ? [{ ...incident, dueAt: incident.due.dueAt }] : [],
  );
  return {
    incidents: owing.toSorted((a, b) => a.dueAt.getTime() - b.dueAt.getTime()),
    isCut: found.length > OPEN_BOUND,
  };
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
