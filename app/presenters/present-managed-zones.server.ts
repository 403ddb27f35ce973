import { COVERAGES, type Coverage } from "~/domain/management/coverage";
import { LEVEL_REACHES, type LevelReach } from "~/domain/management/level-reach";
import { MONTHS_BACK } from "~/domain/management/periods";
import {
  FOUNDATIONAL_REQUIREMENTS,
  type FoundationalRequirement,
} from "~/domain/security-level/security-level";
import { addMonths, type IsoDate, IsoDateSchema, toIsoDate } from "~/domain/shared/iso-date";
import { type Caller, requirePermission } from "~/use-cases/use-case.server";
import { type CoveredZone, openCoverage } from "./covered-zones.server";
import { pageOf } from "./page-of.server";
import { reachOf } from "./present-management.server";
import { type ZoneOnDay, zonesOverTime } from "./zone-standings.server";

const PAGE = 50;

export type ManagedZonesQuery = {
  coverage: string | null;
  model: string | null;
  site: string | null;
  /** A day of the last two years. */
  on: string | null;
  fr: string | null;
  reach: string | null;
  page: number | undefined;
};

type Filter = {
  coverage: Coverage | null;
  model: string | null;
  site: string | null;
  fr: FoundationalRequirement | null;
  reach: LevelReach | null;
};

/** The zones that a number of the management page was counted from, today or on a day that is past. */
export async function presentManagedZones(caller: Caller, query: ManagedZonesQuery) {
  requirePermission(caller.actor, "management.read");
  const today = toIsoDate(caller.now);
  const on = toDay(query.on, today);
  // What was accepted and decided on on an earlier day is not asked: only levels are.
  const zones = on === today ? await coveredZones(caller) : await zonesOn(caller, on);
  const fr = FOUNDATIONAL_REQUIREMENTS.find((one) => one === query.fr) ?? null;
  const filter = {
    ...{ model: query.model, site: query.site, fr },
    coverage: on === today ? (COVERAGES.find((one) => one === query.coverage) ?? null) : null,
    reach: fr && (LEVEL_REACHES.find((one) => one === query.reach) ?? null),
  };
  const wanted = zones.filter((zone) => isWanted(zone, filter));
  const { entries, paging } = pageOf(wanted, PAGE, query.page);
  return {
    zones: entries.map((one) => ({
      ...{ modelId: one.modelId, modelName: one.modelName, siteName: one.siteName },
      ...{ zoneId: one.zone.id, name: one.zone.name, slTarget: one.zone.slTarget },
      ...{ slAchieved: one.slAchieved, placed: one.known + one.unknown, unknown: one.unknown },
      covered: one.covered,
    })),
    paging,
    filter,
    models: [...new Map(zones.map(({ modelId, modelName }) => [modelId, modelName]))].map(([id, name]) => ({
      ...{ id, name },
    })),
    sites: [...new Set(zones.map(({ siteName }) => siteName))],
    on,
    isToday: on === today,
  };
}

type ListedZone = ZoneOnDay & { covered: Pick<CoveredZone, "coverage" | "decided"> | null };

async function coveredZones(caller: Caller): Promise<ReadonlyArray<ListedZone>> {
  const { today } = await openCoverage(caller);
  return today.map(({ coverage, decided, ...zone }) => ({ ...zone, covered: { coverage, decided } }));
}

async function zonesOn(caller: Caller, day: IsoDate): Promise<ReadonlyArray<ListedZone>> {
  const { days } = await zonesOverTime(caller, [day]);
  return (days[0]?.zones ?? []).map((zone) => ({ ...zone, covered: null }));
}

function isWanted(one: ListedZone, { coverage, model, site, fr, reach }: Filter): boolean {
  if (model !== null && one.modelId !== model) return false;
  if (site !== null && one.siteName !== site) return false;
  if (coverage !== null && one.covered?.coverage !== coverage) return false;
  return fr === null || reach === null || reachOf(one, fr) === reach;
}

function toDay(on: string | null, today: IsoDate): IsoDate {
  const day = IsoDateSchema.safeParse(on);
  const first = addMonths(today, -MONTHS_BACK - 3);
  return day.success && day.data >= first && day.data < today ? day.data : today;
}
