import { countsHospitalFiles, effectiveContent } from "~/domain/measure/measure";
import { progressOf } from "~/domain/measure/progress";
import { requiredInZone } from "~/domain/measure/required";
import { toIsoDate } from "~/domain/shared/iso-date";
import type { ZoneModelIndex } from "~/domain/zone-model/queries";
import type { Zone } from "~/domain/zone-model/zone-model";
import { measureKnowledge } from "~/use-cases/measures/required-measures.server";
import type { Caller } from "~/use-cases/use-case.server";
import { countMeasureFiles } from "~db/repositories/measure-files";
import { listLatestMeasures, placeKey } from "~db/repositories/measures";

type Placed = { modelId: string; index: ZoneModelIndex; zone: Zone };

/** How far the measures of one zone are, in counts and measure by measure. */
export async function zoneMeasureStanding(
  { actor, database, now }: Caller,
  { modelId, index, zone }: Placed,
) {
  const place = { modelId, zoneId: zone.id };
  const written = await listLatestMeasures(database.read, actor.organisationId, [place, null]);
  const counts = await countMeasureFiles(database.read, actor.organisationId, [place, null]);
  const measures = requiredInZone(measureKnowledge(), index, zone).map(({ id, kind }) => {
    const contentIn = (isZone: boolean) =>
      written.find(({ place: its, measureId }) => (its !== null) === isZone && measureId === id)?.content ??
      null;
    const filesIn = (where: typeof place | null) =>
      counts.find((one) => one.place === placeKey(where) && one.measureId === id)?.count ?? 0;
    const { content, from } = effectiveContent(kind, contentIn(true), contentIn(false));
    return { id, content, files: filesIn(place) + (countsHospitalFiles(kind, from) ? filesIn(null) : 0) };
  });
  return {
    place,
    progress: progressOf(measures, toIsoDate(now)),
    states: Object.fromEntries(measures.map(({ id, content }) => [id, content.state])),
  };
}
