import { addDays, toIsoDate } from "~/domain/shared/iso-date";
import { recordMeasures } from "~/use-cases/measures/record-measures.server";
import { HOSPITAL_PEOPLE } from "../people";
import { callerOf, type Demo, done, momentOf, type Step } from "../timetable";
import { PLANNED_MEASURES } from "./planned-measures";

/** One writing for each entry, in the last weeks. */
export function writeMeasures(demo: Demo): ReadonlyArray<Step> {
  return PLANNED_MEASURES.map(({ zoneId, measureIds, fields: { dueIn, ...fields } }, index) => {
    const at = momentOf(demo, 2 + index, "09:20");
    const dueOn = dueIn === undefined ? {} : { dueOn: addDays(toIsoDate(demo.now), dueIn) };
    return {
      at,
      async does() {
        const place = zoneId === null ? null : { modelId: demo.model.id, zoneId };
        const changes = measureIds.map((measureId) => ({
          ...{ place, measureId, version: 0, fields: { ...fields, ...dueOn } },
        }));
        done(await recordMeasures(callerOf(demo, HOSPITAL_PEOPLE.engineer, at), { changes, via: "bulk" }));
      },
    };
  });
}
