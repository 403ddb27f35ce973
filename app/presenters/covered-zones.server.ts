import { type Coverage, coverageOf } from "~/domain/management/coverage";
import { acceptanceStanding } from "~/domain/risk/target-record";
import { type IsoDate, toIsoDate } from "~/domain/shared/iso-date";
import type { Caller } from "~/use-cases/use-case.server";
import { keptValues } from "~db/kept";
import { listDecidedReleases, stateOfDecisions } from "~db/repositories/management";
import { listZoneAcceptances } from "~db/repositories/target-acceptances";
import { type DayOfZones, type ZoneOnDay, zonesOverTime } from "./zone-standings.server";

/** A zone as it stands today. */
export type CoveredZone = ZoneOnDay & {
  coverage: Coverage;
  placed: number;
  /** Devices whose product is assessed and has a decision that stands. */
  decided: number;
};

/** Zones of the latest revisions, by site and model; `days` before today are worked out along with it. */
export async function openCoverage(
  caller: Caller,
  days: ReadonlyArray<IsoDate> = [],
): Promise<{ past: ReadonlyArray<DayOfZones>; today: ReadonlyArray<CoveredZone> }> {
  const { actor, database, now } = caller;
  const { organisationId } = actor;
  const history = await zonesOverTime(caller, [...days, toIsoDate(now)]);
  const zones = history.days.at(-1)?.zones ?? [];
  const accepted = await listZoneAcceptances(database.read, organisationId);
  const decided = await decidedPlaces(caller, history.state, zones);
  return {
    past: history.days.slice(0, -1),
    today: zones.map((one) => {
      const { modelId, zone } = one;
      const placed = one.known + one.unknown;
      const done = one.products
        .filter(({ releaseId, declarationId }) => {
          return declarationId !== null && decided.has(placeOf({ modelId, zoneId: zone.id, releaseId }));
        })
        .reduce((sum, { devices }) => sum + devices, 0);
      const isAccepted = acceptanceStanding(zone, accepted.get(`${modelId} ${zone.id}`)) === "accepted";
      const coverage = coverageOf({ hasTarget: zone.slTarget !== null, isAccepted, placed, decided: done });
      return { ...one, coverage, placed, decided: done };
    }),
  };
}

/** Places of all organisations together. */
const KEPT_PLACES = 500_000;
const kept = keptValues<ReadonlySet<string>>(KEPT_PLACES, ({ size }) => 1 + size);

/** What of the placed products is decided on: read once for a state of decisions and of the zones. */
async function decidedPlaces(
  { actor, database }: Caller,
  state: string,
  zones: ReadonlyArray<ZoneOnDay>,
): Promise<ReadonlySet<string>> {
  const { organisationId } = actor;
  const key = `${organisationId} ${state} ${await stateOfDecisions(database.read, organisationId)}`;
  const known = kept.find(key);
  if (known) return known;
  const releaseIds = new Set(zones.flatMap(({ products }) => products.map(({ releaseId }) => releaseId)));
  const decided = await listDecidedReleases(database.read, organisationId, [...releaseIds]);
  return kept.keep(key, new Set(decided.map(placeOf)));
}

function placeOf(place: { modelId: string; zoneId: string; releaseId: string }): string {
  return `${place.modelId} ${place.zoneId} ${place.releaseId}`;
}
