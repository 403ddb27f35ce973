import { gapsOf } from "~/domain/procurement/gap";
import { toIsoDate } from "~/domain/shared/iso-date";
import { findPair } from "~/use-cases/decisions/judged-pair.server";
import { decideException } from "~/use-cases/exceptions/decide-exception.server";
import { requestException } from "~/use-cases/exceptions/request-exception.server";
import { reviewException } from "~/use-cases/exceptions/review-exception.server";
import { DEMO_HOSPITAL, HOSPITAL_PEOPLE } from "../people";
import { declaredOf } from "../products/declare-products.server";
import { callerOf, DAY_MS, type Demo, done, momentOf, type Step } from "../timetable";
import { PLANNED_EXCEPTIONS, type PlannedException } from "./exceptions";

/** One asks, the lead grants, and somebody looks again. */
export function acceptGaps(demo: Demo): ReadonlyArray<Step> {
  return PLANNED_EXCEPTIONS.flatMap((planned) => stepsOf(demo, planned));
}

function stepsOf(demo: Demo, planned: PlannedException): ReadonlyArray<Step> {
  const { requestedDaysAgo, granted, reviews } = planned;
  let exceptionId = "";
  const requestedAt = momentOf(demo, requestedDaysAgo, "10:50");
  const request: Step = {
    at: requestedAt,
    does: async () => {
      exceptionId = await ask(demo, planned, requestedAt);
    },
  };
  if (granted === null) return [request];
  const grantedAt = momentOf(demo, granted.daysAgo, "14:15");
  const grant: Step = {
    at: grantedAt,
    does: async () => {
      const lead = callerOf(demo, HOSPITAL_PEOPLE.lead, grantedAt);
      done(await decideException(lead, { exceptionId, decision: "grant", note: granted.note }));
    },
  };
  const looks = reviews.map(({ daysAgo, by, outcome, note }): Step => {
    const at = momentOf(demo, daysAgo, "16:05");
    return {
      at,
      does: async () => {
        done(await reviewException(callerOf(demo, by, at), { exceptionId, outcome, note }));
      },
    };
  });
  return [request, grant, ...looks];
}

async function ask(demo: Demo, planned: PlannedException, at: Date): Promise<string> {
  const { productId, zoneId, by, endsInDays, reviewEveryDays, reason, residualRisk, residualText } = planned;
  const { database, model, now } = demo;
  const ids = { modelId: model.id, zoneId, declarationId: declaredOf(demo, productId).declarationId };
  const { assessment } = await findPair(database.read, DEMO_HOSPITAL.id, ids, toIsoDate(at));
  const { id } = done(
    await requestException(callerOf(demo, by, at), {
      ...{ ...ids, reason, residualRisk, residualText, reviewEveryDays },
      gaps: planned.gaps === "all" ? gapsOf(assessment).map(({ key }) => key) : planned.gaps,
      expiresOn: toIsoDate(new Date(now.getTime() + endsInDays * DAY_MS)),
    }),
  );
  return id;
}
