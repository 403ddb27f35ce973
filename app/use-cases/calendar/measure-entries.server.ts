import type { CalendarEntry } from "~/domain/procurement/calendar";
import type { IsoDate } from "~/domain/shared/iso-date";
import type { Db } from "~db/client";
import { listDueMeasures, placeKey } from "~db/repositories/measures";
import { listMeasurePlaces } from "../measures/required-measures.server";

type Asked = { db: Db; organisationId: string; from: IsoDate; limit: number };

/**
 * Measures that are still to be done by a day: of the hospital, and of zones that still must have them. `isCut` where more
 * than `limit` are due.
 */
export async function measureEntries({
  db,
  organisationId,
  from,
  limit,
}: Asked): Promise<{ entries: ReadonlyArray<CalendarEntry>; isCut: boolean }> {
  const due = await listDueMeasures(db, organisationId, { from, limit });
  const isCut = due.length === limit;
  if (due.length === 0) return { entries: [], isCut };
  const wanted = new Set(due.map(({ place }) => placeKey(place)));
  const places = new Map(
    (await listMeasurePlaces(db, organisationId, wanted)).map((known) => [placeKey(known.place), known]),
  );
  const entries = due.flatMap(
    ({ place, measureId, content, ownerId, writtenAt }): ReadonlyArray<CalendarEntry> => {
      const known = places.get(placeKey(place));
      const measure = known?.required.find(({ id }) => id === measureId);
      if (!known || !measure || !content?.dueOn) return [];
      return [
        {
          ...{ key: `measure:${placeKey(place)}:${measureId}`, kind: "measure", endsOn: content.dueOn },
          ...{ name: `${measureId} ${measure.title}`, product: "", isReliedOn: true },
          places: known.zoneName ? [known.zoneName] : [],
          owner: { name: content.owner, personId: ownerId },
          subject: { to: "measure", place, measureId },
          changedAt: writtenAt.toISOString(),
        },
      ];
    },
  );
  return { entries, isCut };
}
