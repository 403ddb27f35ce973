import { dutiesOf, HOSPITAL_DUTIES } from "~/domain/access/overview";
import { mayDo } from "~/domain/access/permissions";
import { toIsoDate } from "~/domain/shared/iso-date";
import { type Caller, requirePermission } from "~/use-cases/use-case.server";
import { listCurrentDecisions } from "~db/repositories/decisions";
import { listRequests } from "~db/repositories/intake-requests";
import { countChangesSince, listReassessments } from "~db/repositories/reassessments";
import { listZoneModels } from "~db/repositories/zone-models";
import { presentAuditDuties } from "./overview-audit.server";
import { presentTimedDuties } from "./overview-duties.server";
import { inOrderOf } from "./overview-entries.server";
import { presentPeopleDuties } from "./overview-people.server";
import { presentQueueDuties } from "./overview-queue.server";
import { presentRequestDuties } from "./overview-requests.server";
import { WEEK_MS } from "./present-decisions.server";

const SHOWN = 5;

/** What needs somebody today: `isMine` where the caller's roles allow the next step. What the roles do not show is not read. */
export async function presentHospitalOverview(caller: Caller) {
  const { actor, now } = caller;
  requirePermission(actor, "request.read");
  const duties = dutiesOf(actor, HOSPITAL_DUTIES);
  const queued = await presentQueueDuties(caller, duties);
  const timed = await presentTimedDuties(caller, duties);
  const requests = await presentRequestDuties(caller, duties);
  const people = await presentPeopleDuties(caller, duties);
  const audit = await presentAuditDuties(caller);
  return {
    today: toIsoDate(now),
    recent: await presentRecentChanges(caller),
    auditCheck: audit.check,
    sections: inOrderOf(duties, [...queued, ...timed, ...requests, ...people, ...audit.sections]),
    firstSteps: await presentFirstSteps(caller),
  };
}

async function presentFirstSteps({ actor, database }: Caller) {
  const { organisationId } = actor;
  const [models, requests, decisions] = await Promise.all([
    listZoneModels(database.read, organisationId),
    listRequests(database.read, organisationId, {}, { limit: 1 }),
    listCurrentDecisions(database.read, organisationId, { limit: 1 }),
  ]);
  return {
    hasModel: models.length > 0,
    hasRevision: models.some(({ latestRevisionNumber }) => latestRevisionNumber !== null),
    hasRequest: requests.length > 0,
    hasDecision: decisions.length > 0,
    mayDraw: mayDo(actor, "model.create"),
    mayAsk: mayDo(actor, "request.create"),
  };
}

/** What came out otherwise in the last seven days, and why: so many events, and so many results of them all. */
async function presentRecentChanges({ actor, database, now }: Caller) {
  const since = new Date(now.getTime() - WEEK_MS);
  const [{ events, results }, entries] = await Promise.all([
    countChangesSince(database.read, actor.organisationId, since),
    listReassessments(database.read, actor.organisationId, { onlyChanged: true, since, limit: SHOWN }),
  ]);
  return {
    ...{ count: events, changed: results },
    entries: entries.map(({ id, cause, subject, at, changed: count }) => ({
      ...{ id, cause, subject, at: at.toISOString(), changed: count },
    })),
  };
}
