import { effectiveContent } from "~/domain/measure/measure";
import { progressOf } from "~/domain/measure/progress";
import { requiredInZone } from "~/domain/measure/required";
import { toIsoDate } from "~/domain/shared/iso-date";
import type { ZoneModelIndex } from "~/domain/zone-model/queries";
import type { Zone } from "~/domain/zone-model/zone-model";
import { measureKnowledge } from "~/use-cases/measures/required-measures.server";
import type { Caller } from "~/use-cases/use-case.server";
import { listLatestMeasures } from "~db/repositories/measures";

type Placed = { modelId: string; index: ZoneModelIndex; zone: Zone };

/** How far the measures of one zone are, in counts and measure by measure. */
export async function zoneMeasureStanding(
  { actor, database, now }: Caller,
  { modelId, index, zone }: Placed,
) {
  const place = { modelId, zoneId: zone.id };
  const written = await listLatestMeasures(database.read, actor.organisationId, [place, null]);
  const contents = requiredInZone(measureKnowledge(), index, zone).map(({ id, kind }) => {
    const contentIn = (isZone: boolean) =>
      written.find(({ place: its, measureId }) => (its !== null) === isZone && measureId === id)?.content ??
      null;
    return { id, ...effectiveContent(kind, contentIn(true), contentIn(false)) };
  });
  return {
    place,
    progress: progressOf(
      contents.map(({ content }) => content),
      toIsoDate(now),
    ),
    states: Object.fromEntries(contents.map(({ id, content }) => [id, content.state])),
  };
}
