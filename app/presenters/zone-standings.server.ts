import { COMPONENT_REQUIREMENTS } from "~/catalogue/catalogue";
import { achievedLevel } from "~/domain/assessment/achieved-level";
import { compareWithTarget, computeCapability, type SlCapability } from "~/domain/assessment/capability";
import { normalise } from "~/domain/assessment/normal-form";
import type { DeclarationContent } from "~/domain/declaration/declaration";
import { type OpenRow, openRowsOf } from "~/domain/management/open-rows";
import type { SlVector } from "~/domain/security-level/security-level";
import type { IsoDate } from "~/domain/shared/iso-date";
import { assetsIn, indexModel } from "~/domain/zone-model/queries";
import type { Zone, ZoneModel } from "~/domain/zone-model/zone-model";
import { profileOf } from "~/use-cases/profiles/profile-source.server";
import type { Caller } from "~/use-cases/use-case.server";
import { keptValues } from "~db/kept";
import { contentOf, type PlacedRevision } from "~db/repositories/revisions";
import { listSharedContents } from "~db/repositories/shared-declarations";
import {
  ledgerOn,
  openStandingGround,
  revisionsOn,
  type StandingGround,
  sourceOn,
  versionOn,
} from "./standing-ground.server";

/** A product of a zone: what its newest declaration leaves open there. */
export type PlacedProduct = {
  releaseId: string;
  /** How many devices of the zone are of it. */
  devices: number;
  /** null where no declaration is known. */
  declarationId: string | null;
  open: ReadonlyArray<OpenRow>;
};

/** A zone as it stood on a day. */
export type ZoneOnDay = {
  modelId: string;
  modelName: string;
  siteName: string;
  zone: Pick<Zone, "id" | "name" | "slTarget" | "slTargetRationale" | "riskAssessment">;
  slAchieved: SlVector | null;
  /** Devices whose product and declaration are known, and those of which nothing is. */
  known: number;
  unknown: number;
  products: ReadonlyArray<PlacedProduct>;
};

export type DayOfZones = { day: IsoDate; zones: ReadonlyArray<ZoneOnDay> };
type History = { state: string; days: ReadonlyArray<DayOfZones> };

/** Zones of all days and organisations together. */
const KEPT_ZONES = 60_000;
const kept = keptValues<History>(KEPT_ZONES, ({ days }) =>
  days.reduce((sum, { zones }) => sum + 1 + zones.length, 1),
);

/**
 * Every zone on some days, from what is recorded and never changes: the revision that stood, the declarations signed by
 * then that the hospital may read today, the countermeasures accepted by then and not yet withdrawn or ended. Worked out
 * once for a state of all of these.
 */
export async function zonesOverTime(caller: Caller, days: ReadonlyArray<IsoDate>): Promise<History> {
  const ground = await openStandingGround(caller);
  const key = `${caller.actor.organisationId} ${ground.state} ${days.join(" ")}`;
  const known = kept.find(key);
  if (known) return known;
  const worked = [];
  const judging = openJudging(caller, ground);
  for (const day of days) {
    worked.push({ day, zones: await zonesOn(caller, judging, day) });
    // Others who wait for this process get their turn.
    await new Promise((resolve) => setImmediate(resolve));
  }
  return kept.keep(key, { state: ground.state, days: worked });
}

type Judging = ReturnType<typeof openJudging>;

/** What one look back works out once, however many days it stands. */
function openJudging({ database, actor }: Caller, ground: StandingGround) {
  return {
    ground,
    contents: new Map<string, DeclarationContent>(),
    capabilities: new Map<string, SlCapability>(),
    zones: new Map<string, ReadonlyArray<ZoneOnDay>>(),
    read: (ids: ReadonlyArray<string>) => listSharedContents(database.read, actor.organisationId, ids),
  };
}

async function zonesOn(caller: Caller, judging: Judging, day: IsoDate): Promise<ReadonlyArray<ZoneOnDay>> {
  const { ground, zones } = judging;
  const ledger = ledgerOn(ground, day);
  const found: Array<ZoneOnDay> = [];
  for (const revision of revisionsOn(ground, day)) {
    const content = await contentOf(caller.database.read, revision);
    if (!content) continue;
    const declared = await declaredOn(judging, content, day);
    const own = ledger.filter(({ modelId }) => modelId === revision.modelId);
    // Whatever is the same on two days gives the same zones.
    const key = [
      ...[revision.modelId, revision.number, ...own.map(({ id }) => id), ""],
      ...declared.values(),
    ].join(" ");
    const known = zones.get(key) ?? zonesOfModel(judging, { revision, content, declared, ledger: own, day });
    zones.set(key, known);
    found.push(...known);
  }
  return found;
}

/** By release the declaration that counted on a day; the contents of all are read. */
async function declaredOn(
  { ground, contents, read }: Judging,
  content: ZoneModel,
  day: IsoDate,
): Promise<ReadonlyMap<string, string>> {
  const declared = new Map<string, string>();
  for (const { productReleaseId } of content.assets) {
    const version = productReleaseId === null ? undefined : versionOn(ground, productReleaseId, day);
    if (version) declared.set(version.releaseId, version.declarationId);
  }
  const missing = [...new Set(declared.values())].filter((id) => !contents.has(id));
  for (const [id, one] of await read(missing)) contents.set(id, normalise(one));
  return declared;
}

type ModelOnDay = {
  revision: PlacedRevision;
  content: ZoneModel;
  declared: ReadonlyMap<string, string>;
  ledger: ReturnType<typeof ledgerOn>;
  day: IsoDate;
};

function zonesOfModel(judging: Judging, on: ModelOnDay): ReadonlyArray<ZoneOnDay> {
  const { modelId, modelName, siteName } = on.revision;
  const index = indexModel(on.content);
  const source = sourceOn(judging.ground, on.ledger);
  return on.content.zones.map(({ id, name, slTarget, slTargetRationale, riskAssessment }) => {
    const assets = assetsIn(index, id);
    const releaseIds = assets.map(({ productReleaseId }) => productReleaseId);
    const profile = releaseIds.some((one) => one !== null && on.declared.has(one))
      ? profileOf(source, { modelId, content: on.content }, id)
      : undefined;
    const resultsOf = (releaseId: string) => {
      const declarationId = on.declared.get(releaseId);
      const content = declarationId === undefined ? undefined : judging.contents.get(declarationId);
      if (!profile || !content || declarationId === undefined) return null;
      const capability =
        judging.capabilities.get(declarationId) ?? computeCapability(COMPONENT_REQUIREMENTS, content);
      judging.capabilities.set(declarationId, capability);
      return compareWithTarget(profile, content, capability, on.day);
    };
    const products = [...new Set(releaseIds.flatMap((one) => one ?? []))].map((releaseId) => {
      const devices = releaseIds.filter((one) => one === releaseId).length;
      return { releaseId, devices, results: resultsOf(releaseId) };
    });
    const known = products.reduce((sum, { devices, results }) => (results ? sum + devices : sum), 0);
    return {
      ...{ modelId, modelName, siteName, zone: { id, name, slTarget, slTargetRationale, riskAssessment } },
      // Equal devices are equally strong: one of each decides.
      slAchieved: achievedLevel(products.map(({ results }) => results)).vector,
      ...{ known, unknown: assets.length - known },
      products: products.map(({ releaseId, devices, results }) => ({
        ...{ releaseId, devices, declarationId: results ? (on.declared.get(releaseId) ?? null) : null },
        open: results ? openRowsOf(results) : [],
      })),
    };
  });
}
