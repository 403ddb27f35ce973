import { mayDo } from "~/domain/access/permissions";
import { allowedSteps, clockIdsOfIncident, isMeasureOverdue } from "~/domain/incident/incident";
import { toIsoDate } from "~/domain/shared/iso-date";
import { findOwnIncident } from "~/use-cases/incidents/find-own-incident.server";
import { heldReleaseIds } from "~/use-cases/notices/held-releases.server";
import { type Caller, requirePermission } from "~/use-cases/use-case.server";
import { listIncidentEntries, listIncidentMeasures } from "~db/repositories/incidents";
import { findReceivedNotice } from "~db/repositories/received-notices";
import { standingClocks } from "./notice-clocks.server";
import { modelsInUse, reachIn } from "./notice-reach.server";
import { reportingEvents } from "./present-incidents.server";

/** One record of the hospital's own with its clocks, its timeline and its measures. */
export async function presentIncident({ actor, database, now }: Caller, incidentId: string) {
  requirePermission(actor, "incident.read");
  const db = database.read;
  const { organisationId } = actor;
  const incident = await findOwnIncident(db, actor, incidentId);
  const { id, title, description, involvesPersonalData, state, lastEntry, noticeId } = incident;
  const [entries, measures, held] = await Promise.all([
    listIncidentEntries(db, organisationId, [id]),
    listIncidentMeasures(db, organisationId, id),
    heldReleaseIds(db, organisationId),
  ]);
  const notice =
    noticeId === null
      ? undefined
      : await findReceivedNotice(db, organisationId, { noticeId, heldReleaseIds: held });
  const releaseIds = notice?.content.releaseIds ?? [];
  const models = releaseIds.length > 0 ? await modelsInUse(db, organisationId) : [];
  return {
    reach: models.flatMap((model) => reachIn(model, releaseIds) ?? []),
    ...{ id, title, description, involvesPersonalData, state, lastEntry },
    notice: notice ? { id: notice.id, title: notice.content.title, supplierName: notice.supplierName } : null,
    clocks: standingClocks(clockIdsOfIncident(incident), reportingEvents(entries), now),
    entries: entries.map(({ step, number, happenedAt, recordedAt, recordedByName, note }) => ({
      ...{ what: step, number, happenedAt, recordedAt, recordedByName, note },
    })),
    measures: measures.map((measure) => ({
      ...{ id: measure.id, text: measure.text, owner: measure.owner, dueOn: measure.dueOn },
      ...{ doneAt: measure.doneAt, isOverdue: isMeasureOverdue(measure, toIsoDate(now)) },
    })),
    steps: allowedSteps(state),
    now: now.toISOString().slice(0, 16),
    mayRecord: mayDo(actor, "incident.record"),
  };
}
