import { COVERAGES, countBy } from "~/domain/management/coverage";
import { LEVEL_REACHES, levelReachOf } from "~/domain/management/level-reach";
import { OPEN_REASONS } from "~/domain/management/open-rows";
import { periodEnds, STEPS } from "~/domain/management/periods";
import { daysAgo, daysAhead, TIME_SPANS } from "~/domain/management/time-spans";
import {
  FOUNDATIONAL_REQUIREMENTS,
  type FoundationalRequirement,
} from "~/domain/security-level/security-level";
import { type IsoDate, toIsoDate } from "~/domain/shared/iso-date";
import { type Caller, requirePermission } from "~/use-cases/use-case.server";
import { countExceptions } from "~db/repositories/exceptions";
import { findFirstPublication } from "~db/repositories/revisions";
import { type CoveredZone, openCoverage } from "./covered-zones.server";
import { bySupplier, listResponses, summaryOf } from "./supplier-responses.server";
import type { ZoneOnDay } from "./zone-standings.server";

export type ManagementQuery = {
  /** `month` or `quarter`. */
  step: string | null;
};

/** What those see who answer for the hospital: numbers, each with the list it was counted from. */
export async function presentManagement(caller: Caller, query: ManagementQuery) {
  const { actor, database, now } = caller;
  requirePermission(actor, "management.read");
  const today = toIsoDate(now);
  const step = STEPS.find((one) => one === query.step) ?? "month";
  const first = await findFirstPublication(database.read, actor.organisationId);
  const since = first && toIsoDate(first);
  const ends = periodEnds(today, step, since ?? today);
  const { past, today: zones } = await openCoverage(caller, ends.slice(0, -1));
  const requests = await listResponses(caller);
  return {
    today,
    step,
    /** The day of the first revision; nothing is known of the time before. */
    since: since ?? null,
    coverage: {
      total: zones.length,
      counts: coverageCounts(zones),
      bySite: grouped(zones, ({ siteName }) => siteName).map(({ key, zones: own, counts }) => ({
        ...{ name: key, total: own.length, counts },
      })),
      byModel: grouped(zones, ({ modelId }) => modelId).map(({ key, zones: own, counts }) => ({
        ...{ id: key, name: own[0]?.modelName ?? "", siteName: own[0]?.siteName ?? "" },
        ...{ total: own.length, counts },
      })),
    },
    levels: [...past, { day: today, zones }].map(({ day, zones: on }) => levelsOn(day, on)),
    gaps: FOUNDATIONAL_REQUIREMENTS.map((fr) => gapsOf(zones, fr)),
    judgedProducts: zones.reduce((sum, { products }) => sum + products.filter(isJudged).length, 0),
    exceptions: await presentExceptionSpans(caller),
    suppliers: { ...summaryOf(requests), all: bySupplier(requests) },
  };
}

function coverageCounts(zones: ReadonlyArray<CoveredZone>) {
  return countBy(COVERAGES, zones, ({ coverage }) => coverage);
}

function grouped(zones: ReadonlyArray<CoveredZone>, keyOf: (zone: CoveredZone) => string) {
  const groups = new Map<string, Array<CoveredZone>>();
  for (const zone of zones) groups.set(keyOf(zone), [...(groups.get(keyOf(zone)) ?? []), zone]);
  return [...groups].map(([key, own]) => ({
    ...{ key, zones: own, counts: coverageCounts(own) },
  }));
}

/** Zones with a target on a day, FR by FR. */
function levelsOn(day: IsoDate, zones: ReadonlyArray<ZoneOnDay>) {
  const targeted = zones.filter(({ zone }) => zone.slTarget !== null);
  return {
    day,
    zones: targeted.length,
    perFr: FOUNDATIONAL_REQUIREMENTS.map((fr) => ({
      fr,
      counts: countBy(LEVEL_REACHES, targeted, (one) => reachOf(one, fr)),
    })),
  };
}

/** null where the zone has no target. */
export function reachOf({ zone, slAchieved, unknown }: ZoneOnDay, fr: FoundationalRequirement) {
  return zone.slTarget && levelReachOf({ slTarget: zone.slTarget, slAchieved, unknown }, fr);
}

function gapsOf(zones: ReadonlyArray<ZoneOnDay>, fr: FoundationalRequirement) {
  const open = zones.flatMap(({ products }) =>
    products.map(({ open: rows }) => rows.filter((row) => row.foundationalRequirement === fr)),
  );
  const rows = open.flat();
  return {
    fr,
    rows: rows.length,
    /** Products in zones that leave at least one of them open. */
    products: open.filter(({ length }) => length > 0).length,
    counts: countBy(OPEN_REASONS, rows, ({ why }) => why),
  };
}

function isJudged({ declarationId }: { declarationId: string | null }): boolean {
  return declarationId !== null;
}

/** Exceptions in force today, by how long they stand and how long they have left. */
async function presentExceptionSpans({ actor, database, now }: Caller) {
  const today = toIsoDate(now);
  const inForce = { state: "granted", isSuperseded: false, lastDay: { from: today } } as const;
  const count = (wanted: Parameters<typeof countExceptions>[2]) =>
    countExceptions(database.read, actor.organisationId, wanted);
  const [total, ...spans] = await Promise.all([
    count(inForce),
    ...TIME_SPANS.map(async (span) => ({
      span,
      granted: await count({ ...inForce, decided: daysAgo(span, today) }),
      ending: await count({ ...inForce, lastDay: daysAhead(span, today) }),
    })),
  ]);
  return { total, spans };
}
