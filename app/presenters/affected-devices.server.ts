import { PROFILE_KNOWLEDGE } from "~/catalogue/zone-profile";
import type { Verdict } from "~/domain/assessment/assessment";
import {
  effectOf,
  type JudgingGround,
  judgePlacedProducts,
  type ModelStanding,
} from "~/domain/assessment/placed-products";
import { requirementProfile } from "~/domain/assessment/requirement-profile";
import { compareVerdicts } from "~/domain/assessment/verdict";
import { flatVector } from "~/domain/security-level/security-level";
import { toIsoDate } from "~/domain/shared/iso-date";
import { indexModel, type ZoneModelIndex } from "~/domain/zone-model/queries";
import type { ZoneModel } from "~/domain/zone-model/zone-model";
import { openProfiles } from "~/use-cases/profiles/profile-source.server";
import type { Caller } from "~/use-cases/use-case.server";
import { listSharedDeclarations, type SharedDeclaration } from "~db/repositories/declarations";

/** Devices of one product in one zone whose verdict differs between two states, or that are there on one side only. */
export type AffectedDevice = {
  zoneId: string;
  zoneName: string;
  releaseId: string;
  productName: string;
  releaseVersion: string;
  supplierId: string;
  declarationId: string;
  /** Names of assets, those of the later state where it has them. */
  assets: ReadonlyArray<string>;
  verdictBefore: Verdict | null;
  verdictAfter: Verdict | null;
};

export type AffectedDevices = {
  /** What gets worse first, then what gets better, what comes in, what goes. */
  devices: ReadonlyArray<AffectedDevice>;
  /** Assets on the later side that nobody can judge: no product, or no declaration that the hospital sees. */
  notJudged: number;
};

/**
 * Products placed in either state, judged by the engine in the zone they stand in, on both sides and on the same day.
 * Only what comes out otherwise is given.
 */
export async function affectedDevices(
  caller: Caller,
  modelId: string,
  before: ZoneModel,
  after: ZoneModel,
): Promise<AffectedDevices> {
  const { actor, database, now } = caller;
  const placed = new Set(
    [...before.assets, ...after.assets].flatMap(({ productReleaseId }) => productReleaseId ?? []),
  );
  const [known, { organisationPolicy, ledger }] = await Promise.all([
    listSharedDeclarations(database.read, actor.organisationId, { releaseIds: placed }),
    openProfiles(database.read, actor.organisationId),
  ]);
  const ground: JudgingGround = {
    modelId,
    knowledge: {
      ...PROFILE_KNOWLEDGE,
      requirements: requirementProfile({ ...PROFILE_KNOWLEDGE, slTarget: flatVector(0) }).requirements,
    },
    organisationPolicy,
    ledger: ledger.filter((one) => one.modelId === modelId),
    products: known.map(({ releaseId, productName, releaseVersion, content }) => ({
      ...{ releaseId, name: `${productName} ${releaseVersion}`, content },
    })),
    asOf: toIsoDate(now),
  };
  const [oldIndex, newIndex] = [indexModel(before), indexModel(after)];
  const old = judgePlacedProducts(ground, oldIndex);
  const fresh = judgePlacedProducts(ground, newIndex, old);
  const declarations = new Map(known.map((one) => [one.releaseId, one]));
  const assetsOf = assetNames(fresh, newIndex, assetNames(old, oldIndex));
  const devices = effectOf(old, fresh).flatMap(({ zoneId, releaseId, before: was, after: is }) => {
    const declaration = declarations.get(releaseId);
    if (!declaration) return [];
    return [
      {
        ...{ zoneId, releaseId, verdictBefore: was, verdictAfter: is },
        ...productOf(declaration),
        zoneName: (newIndex.zoneById.get(zoneId) ?? oldIndex.zoneById.get(zoneId))?.name ?? zoneId,
        assets: assetsOf(zoneId, releaseId),
      },
    ];
  });
  return {
    devices: devices.toSorted((a, b) => rankOf(a) - rankOf(b) || nameOf(a).localeCompare(nameOf(b), "en")),
    notJudged: after.assets.filter(
      ({ productReleaseId }) => productReleaseId === null || !declarations.has(productReleaseId),
    ).length,
  };
}

/** Whether something breaks: it comes out worse, or comes in and is no clean match. */
export function isBroken({
  verdictBefore,
  verdictAfter,
}: Pick<AffectedDevice, "verdictBefore" | "verdictAfter">) {
  if (verdictAfter === null) return false;
  return compareVerdicts(verdictAfter, verdictBefore ?? "conforms") > 0;
}

function rankOf(device: AffectedDevice): number {
  const { verdictBefore, verdictAfter } = device;
  if (isBroken(device)) return verdictBefore === null ? 1 : 0;
  if (verdictAfter === null) return 4;
  return verdictBefore === null ? 3 : 2;
}

function nameOf({ zoneName, productName, releaseVersion }: AffectedDevice): string {
  return [zoneName, productName, releaseVersion].join("\u0000");
}

function productOf({
  productName,
  releaseVersion,
  supplierId,
  declarationId,
}: SharedDeclaration): Pick<
  AffectedDevice,
  "productName" | "releaseVersion" | "supplierId" | "declarationId"
> {
  return { productName, releaseVersion, supplierId, declarationId };
}

type NamesAt = (zoneId: string, releaseId: string) => ReadonlyArray<string>;

function assetNames(standing: ModelStanding, index: ZoneModelIndex, otherwise: NamesAt = () => []): NamesAt {
  return (zoneId, releaseId) => {
    const product = standing.get(zoneId)?.products.find((one) => one.releaseId === releaseId);
    if (!product) return otherwise(zoneId, releaseId);
    return product.assetIds.flatMap((id) => index.assetById.get(id)?.name ?? []);
  };
}
