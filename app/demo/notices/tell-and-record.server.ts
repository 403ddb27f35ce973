import { addDays, toIsoDate } from "~/domain/shared/iso-date";
import { addIncidentMeasure } from "~/use-cases/incidents/add-incident-measure.server";
import { completeIncidentMeasure } from "~/use-cases/incidents/complete-incident-measure.server";
import { openIncident } from "~/use-cases/incidents/open-incident.server";
import { recordIncidentEntry } from "~/use-cases/incidents/record-incident-entry.server";
import { publishNotice } from "~/use-cases/notices/publish-notice.server";
import { saveNotice } from "~/use-cases/notices/save-notice.server";
import { HOSPITAL_PEOPLE } from "../people";
import { declaredOf } from "../products/declare-products.server";
import { callerOf, type Demo, done, momentOf, type Step } from "../timetable";
import {
  DRAFTED_NOTICE,
  PLANNED_NOTICES,
  type PlannedNotice,
  PUMP_INCIDENT,
  PUMP_NOTICE,
} from "./planned-notices";

/** Suppliers tell, and the hospital records what came of one of the notices. */
export function tellAndRecord(demo: Demo): ReadonlyArray<Step> {
  const noticeIds = new Map<PlannedNotice, string>();
  return [
    ...PLANNED_NOTICES.flatMap((planned) => noticeSteps(demo, planned, noticeIds)),
    draftStep(demo),
    ...incidentSteps(demo, () => noticeIds.get(PUMP_NOTICE) ?? null),
  ];
}

function noticeSteps(
  demo: Demo,
  planned: PlannedNotice,
  noticeIds: Map<PlannedNotice, string>,
): ReadonlyArray<Step> {
  const { productId, content, publishedDaysAgo, closed } = planned;
  const publishedAt = momentOf(demo, publishedDaysAgo, "13:30");
  const publish: Step = {
    at: publishedAt,
    does: async () => {
      const { supplier, releaseId } = declaredOf(demo, productId);
      const caller = callerOf(demo, supplier, publishedAt);
      const { id: noticeId } = done(
        await saveNotice(caller, { notice: null, content: { ...content, releaseIds: [releaseId] } }),
      );
      noticeIds.set(planned, noticeId);
      done(await publishNotice(caller, { noticeId, version: 1, move: "publish" }));
    },
  };
  if (closed === null) return [publish];
  const closedAt = momentOf(demo, closed.daysAgo, "11:45");
  const close: Step = {
    at: closedAt,
    does: async () => {
      const caller = callerOf(demo, declaredOf(demo, productId).supplier, closedAt);
      const noticeId = noticeIds.get(planned) ?? "";
      done(await publishNotice(caller, { noticeId, version: 2, move: "close", reason: closed.reason }));
    },
  };
  return [publish, close];
}

function draftStep(demo: Demo): Step {
  const { productId, content, savedDaysAgo } = DRAFTED_NOTICE;
  const at = momentOf(demo, savedDaysAgo, "14:10");
  return {
    at,
    does: async () => {
      const { supplier, releaseId } = declaredOf(demo, productId);
      const drafted = { notice: null, content: { ...content, releaseIds: [releaseId] } };
      done(await saveNotice(callerOf(demo, supplier, at), drafted));
    },
  };
}

function incidentSteps(demo: Demo, noticeIdOf: () => string | null): ReadonlyArray<Step> {
  const { title, description, detected, openedAt, entries, measures } = PUMP_INCIDENT;
  let incidentId = "";
  const openAt = momentOf(demo, detected.daysAgo, openedAt);
  const open: Step = {
    at: openAt,
    does: async () => {
      const caller = callerOf(demo, HOSPITAL_PEOPLE.engineer, openAt);
      const detectedAt = momentOf(demo, detected.daysAgo, detected.time).toISOString();
      const fields = { title, description, involvesPersonalData: false };
      ({ id: incidentId } = done(
        await openIncident(caller, { ...fields, detectedAt, noticeId: noticeIdOf() }),
      ));
    },
  };
  const records = entries.map(({ daysAgo, time, step, note }, index): Step => {
    const at = momentOf(demo, daysAgo, time);
    return {
      at,
      does: async () => {
        const entry = { incidentId, lastEntry: index + 1, step, happenedAt: at.toISOString(), note };
        done(await recordIncidentEntry(callerOf(demo, HOSPITAL_PEOPLE.engineer, at), entry));
      },
    };
  });
  const acts = measures.map(({ time, text, owner, dueIn, isDone }): Step => {
    const at = momentOf(demo, 1, time);
    return {
      at,
      does: async () => {
        const lead = callerOf(demo, HOSPITAL_PEOPLE.lead, at);
        const dueOn = addDays(toIsoDate(demo.now), dueIn);
        const { id: measureId } = done(await addIncidentMeasure(lead, { incidentId, text, owner, dueOn }));
        if (isDone) done(await completeIncidentMeasure(lead, { incidentId, measureId }));
      },
    };
  });
  return [open, ...records, ...acts];
}
