import { COMPONENT_REQUIREMENT_BY_ID } from "~/catalogue/catalogue";
import { mayDo } from "~/domain/access/permissions";
import { achievedLevel } from "~/domain/assessment/achieved-level";
import { judge } from "~/domain/assessment/assess";
import type { Judgement } from "~/domain/assessment/assessment";
import { compareRequirementIds } from "~/domain/assessment/requirement-order";
import { standingOn } from "~/domain/countermeasure/countermeasure";
import { type IsoDate, toIsoDate } from "~/domain/shared/iso-date";
import { assetsIn, conduitsOf, endsOf, indexModel, type ZoneModelIndex } from "~/domain/zone-model/queries";
import type { Conduit, ZoneModel } from "~/domain/zone-model/zone-model";
import { openProfiles, type ProfileSource, profileOf } from "~/use-cases/profiles/profile-source.server";
import type { Caller } from "~/use-cases/use-case.server";
import { type CountermeasureRecord, listCountermeasuresOn } from "~db/repositories/countermeasures";
import { listSharedDeclarations, type SharedDeclaration } from "~db/repositories/declarations";

/** What devices in the zones of a model are judged on: read once for all zones of a page. */
export type Ground = {
  source: ProfileSource;
  /** By release that stands in the model the newest declaration that the hospital may see. */
  shared: ReadonlyMap<string, SharedDeclaration>;
  asOf: IsoDate;
};

export type Held = { modelId: string; content: ZoneModel };

export async function openGround(
  { database, actor, now }: Caller,
  { assets }: Pick<ZoneModel, "assets">,
): Promise<Ground> {
  const releaseIds = assets.flatMap(({ productReleaseId }) => productReleaseId ?? []);
  const [source, shared] = await Promise.all([
    openProfiles(database.read, actor.organisationId),
    listSharedDeclarations(database.read, actor.organisationId, { releaseIds }),
  ]);
  return {
    source,
    shared: new Map(shared.map((declaration) => [declaration.releaseId, declaration])),
    asOf: toIsoDate(now),
  };
}

/** An asset of a zone, with how its product comes out there; null where product or declaration are not known. */
export type PlacedDevice = { name: string; product: SharedDeclaration | null; judgement: Judgement | null };

/** Empty for a zone that asks for nothing. */
export function judgeDevices(
  { source, shared, asOf }: Ground,
  held: Held,
  zoneId: string,
): ReadonlyArray<PlacedDevice> {
  const profile = profileOf(source, held, zoneId);
  if (!profile) return [];
  return assetsIn(indexModel(held.content), zoneId).map(({ name, productReleaseId }) => {
    const product = (productReleaseId && shared.get(productReleaseId)) || null;
    return { name, product, judgement: product && judge(profile, product.content, asOf) };
  });
}

/** Rows that nothing makes up for yet though a countermeasure could, with the products that miss them. */
export function openRows(
  devices: ReadonlyArray<PlacedDevice>,
): ReadonlyArray<{ id: string; products: ReadonlyArray<string> }> {
  const products = new Map<string, Set<string>>();
  for (const { product, judgement } of devices)
    for (const { missing, countermeasures, compensated } of judgement?.results ?? []) {
      const notMet = missing.filter(({ reason }) => reason === "not-met").map((row) => row.requirementId);
      const madeUpFor = new Set(compensated.map((row) => row.requirementId));
      for (const id of [...notMet, ...countermeasures.filter((row) => !madeUpFor.has(row))])
        products.set(id, (products.get(id) ?? new Set()).add(product?.productName ?? ""));
    }
  return [...products]
    .map(([id, names]) => ({ id, products: [...names].sort() }))
    .sort((a, b) => compareRequirementIds(a.id, b.id));
}

/** The zone itself, or both ends of a conduit. */
export function zonesUnder(
  index: ZoneModelIndex,
  { elementKind, elementId }: Pick<CountermeasureRecord, "elementKind" | "elementId">,
): ReadonlyArray<{ id: string; name: string }> {
  const zone = elementKind === "zone" ? index.zoneById.get(elementId) : undefined;
  const conduit = elementKind === "conduit" ? index.conduitById.get(elementId) : undefined;
  return zone ? [zone] : conduit ? endsOf(index, conduit) : [];
}

/** A conduit without a name goes by its ends; undefined where the model has no such element. */
export function elementName(
  index: ZoneModelIndex,
  place: Pick<CountermeasureRecord, "elementKind" | "elementId">,
): string | undefined {
  if (place.elementKind === "zone") return index.zoneById.get(place.elementId)?.name;
  const conduit = index.conduitById.get(place.elementId);
  return conduit && conduitName(index, conduit);
}

export function conduitName(index: ZoneModelIndex, conduit: Conduit): string {
  const ends = [conduit.fromZoneId, conduit.toZoneId].map((id) => index.zoneById.get(id)?.name ?? id);
  return conduit.name || ends.join(" – ");
}

/** A row as it is shown beside a countermeasure; one that the catalogue no longer has goes by its number. */
export function shownRow(id: string) {
  const row = COMPONENT_REQUIREMENT_BY_ID.get(id);
  return { id, title: row?.title ?? "", minSl: row?.minSl ?? null };
}

/** The ledger of one zone: what stands on it and its conduits, and the level that its devices reach with it. */
export async function zoneLedger(caller: Caller, held: Held, zoneId: string) {
  const { actor, database } = caller;
  const index = indexModel(held.content);
  const [ground, entries] = await Promise.all([
    openGround(caller, held.content),
    listCountermeasuresOn(database.read, actor.organisationId, {
      modelId: held.modelId,
      elementIds: [zoneId, ...conduitsOf(index, zoneId).map(({ id }) => id)],
    }),
  ]);
  const devices = judgeDevices(ground, held, zoneId);
  return {
    entries: entries
      .filter(({ state }) => state === "proposed" || state === "accepted")
      .flatMap((entry) => {
        const name = elementName(index, entry);
        // Ids of zones and conduits live apart: an entry may stand on a zone with the id of this zone's conduit.
        if (name === undefined || (entry.elementKind === "zone" && entry.elementId !== zoneId)) return [];
        const { id, title, expiresOn, requirementIds, elementKind } = entry;
        const standing = standingOn(entry, ground.asOf);
        return [{ id, title, standing, expiresOn, requirementIds, on: elementKind === "zone" ? null : name }];
      }),
    achieved: achievedLevel(devices.map(({ judgement }) => judgement?.results ?? null)),
    unknown: devices.filter(({ judgement }) => judgement === null).map(({ name }) => name),
    openRows: openRows(devices).map(({ id }) => id),
    mayPropose: mayDo(actor, "countermeasure.propose"),
  };
}
