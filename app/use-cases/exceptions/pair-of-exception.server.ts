import { countsOn } from "~/domain/countermeasure/countermeasure";
import { uncoveredGaps } from "~/domain/procurement/exception";
import { type Gap, gapsOf } from "~/domain/procurement/gap";
import type { IsoDate } from "~/domain/shared/iso-date";
import { conduitsOf, indexModel } from "~/domain/zone-model/queries";
import type { ZoneModel } from "~/domain/zone-model/zone-model";
import type { Db } from "~db/client";
import { type CountermeasureRecord, listCountermeasuresOn } from "~db/repositories/countermeasures";
import { type ExceptedPair, type ExceptionRecord, listExceptionsOfPair } from "~db/repositories/exceptions";
import { toException } from "./find-exception.server";

/** Countermeasures that count on a day in a zone: on the zone itself and on its conduits. */
export async function listCountermeasuresOfZone(
  db: Db,
  organisationId: string,
  { modelId, content, zoneId }: { modelId: string; content: ZoneModel; zoneId: string },
  asOf: IsoDate,
): Promise<ReadonlyArray<CountermeasureRecord>> {
  const conduitIds = conduitsOf(indexModel(content), zoneId).map(({ id }) => id);
  const entries = await listCountermeasuresOn(db, organisationId, {
    modelId,
    elementIds: [zoneId, ...conduitIds],
  });
  return entries.filter(
    (entry) =>
      countsOn(entry, asOf) &&
      // Ids of zones and conduits live apart.
      (entry.elementKind === "zone" ? entry.elementId === zoneId : conduitIds.includes(entry.elementId)),
  );
}

/** The gaps of a pair, those that no exception in force accepts, and every exception there was. */
export type ExceptedGaps = {
  gaps: ReadonlyArray<Gap>;
  uncovered: ReadonlyArray<Gap>;
  exceptions: ReadonlyArray<ExceptionRecord>;
};

export async function exceptedGapsOf(
  db: Db,
  organisationId: string,
  pair: ExceptedPair,
  assessment: Parameters<typeof gapsOf>[0],
  asOf: IsoDate,
): Promise<ExceptedGaps> {
  const gaps = gapsOf(assessment);
  const exceptions = await listExceptionsOfPair(db, organisationId, pair);
  return { gaps, uncovered: uncoveredGaps(gaps, exceptions.map(toException), pair, asOf), exceptions };
}
