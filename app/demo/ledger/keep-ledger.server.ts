import { toIsoDate } from "~/domain/shared/iso-date";
import { decideCountermeasure } from "~/use-cases/countermeasures/decide-countermeasure.server";
import { proposeCountermeasure } from "~/use-cases/countermeasures/propose-countermeasure.server";
import { reassessExpiry } from "~/use-cases/reassessment/reassess-expiry.server";
import { DEMO_HOSPITAL, HOSPITAL_PEOPLE } from "../people";
import { callerOf, DAY_MS, type Demo, done, momentOf, type Step } from "../timetable";
import { PLANNED_COUNTERMEASURES, type PlannedCountermeasure } from "./countermeasures";

/** Nights on which the portal looked at what had ended; the first has nothing to compare with. */
const NIGHTS_DAYS_AGO = [30, 11];

/** Engineers propose, the lead accepts, and what has ended is noticed. */
export function keepLedger(demo: Demo): ReadonlyArray<Step> {
  return [
    ...PLANNED_COUNTERMEASURES.flatMap((planned) => stepsOf(demo, planned)),
    ...NIGHTS_DAYS_AGO.map((daysAgo) => nightOf(demo, daysAgo)),
  ];
}

function stepsOf(demo: Demo, planned: PlannedCountermeasure): ReadonlyArray<Step> {
  const { by, proposedDaysAgo, acceptedDaysAgo, endsInDays, ...proposal } = planned;
  let countermeasureId = "";
  const proposedAt = momentOf(demo, proposedDaysAgo, "10:35");
  const propose: Step = {
    at: proposedAt,
    does: async () => {
      const outcome = await proposeCountermeasure(callerOf(demo, by, proposedAt), {
        ...proposal,
        modelId: demo.model.id,
        expiresOn: endsInDays === null ? "" : dayIn(demo, endsInDays),
      });
      countermeasureId = done(outcome).id;
    },
  };
  if (acceptedDaysAgo === null) return [propose];
  const acceptedAt = momentOf(demo, acceptedDaysAgo, "15:20");
  const accept: Step = {
    at: acceptedAt,
    does: async () => {
      const lead = callerOf(demo, HOSPITAL_PEOPLE.lead, acceptedAt);
      done(await decideCountermeasure(lead, { countermeasureId, decision: "accept" }));
    },
  };
  return [propose, accept];
}

function nightOf({ database, newId, now }: Demo, daysAgo: number): Step {
  const at = momentOf({ now }, daysAgo, "00:20");
  return {
    at,
    does: () => reassessExpiry({ database, organisationId: DEMO_HOSPITAL.id, now: at, newId }),
  };
}

function dayIn({ now }: Demo, days: number): string {
  return toIsoDate(new Date(now.getTime() + days * DAY_MS));
}
