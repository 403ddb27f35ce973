import { randomUUID } from "node:crypto";
import { flatVector, type SecurityLevel } from "~/domain/security-level/security-level";
import { fingerprintOf } from "~/domain/shared/fingerprint";
import type { ZoneModel } from "~/domain/zone-model/zone-model";
import type { Database } from "~db/client";
import { saveNewRevision } from "~db/repositories/revisions";
import { saveNewSite } from "~db/repositories/sites";
import { saveNewZoneModel } from "~db/repositories/zone-models";
import { aConduit, anAsset, aZone, aZoneModel } from "../builders/zone-model";

/** The hospital, and who of it has done everything. */
export type PortfolioGround = { database: Database; organisationId: string; personId: string };

const LEVELS: ReadonlyArray<SecurityLevel> = [1, 2, 2, 3];

/** Models with a target in every zone, published once. */
export async function publishModels(
  { database, organisationId, personId }: PortfolioGround,
  { models, zonesOfModel }: { models: number; zonesOfModel: number },
): Promise<ReadonlyArray<string>> {
  const [siteId, now] = [randomUUID(), new Date()];
  const ids = Array.from({ length: models }, () => randomUUID());
  await database.transaction(async (db) => {
    await saveNewSite(db, { organisationId, id: siteId, name: `Portfolio ${siteId}`, createdAt: now });
    for (const [number, id] of ids.entries()) {
      const name = `Portfolio ${number + 1}`;
      const content = modelOf(number, zonesOfModel);
      await saveNewZoneModel(db, organisationId, {
        ...{ id, siteId, name, purpose: "", createdBy: personId, createdAt: now },
      });
      await saveNewRevision(db, {
        ...{ organisationId, modelId: id, number: 1, content, fingerprint: fingerprintOf(content) },
        ...{ note: "", submittedBy: personId, approvedBy: personId, publishedAt: now },
      });
    }
  });
  return ids;
}

function modelOf(number: number, count: number): ZoneModel {
  const zones = Array.from({ length: count }, (_, place) =>
    aZone({
      id: `zone-${place}`,
      name: `Ward ${number + 1}.${place + 1}`,
      slTarget: { ...flatVector(LEVELS[place % LEVELS.length] ?? 1), DC: 1 },
    }),
  );
  const conduits = zones
    .slice(1)
    .map(({ id }, place) =>
      aConduit({ id: `conduit-${place}`, fromZoneId: zones[place]?.id ?? id, toZoneId: id }),
    );
  const assets = zones.flatMap(({ id }) =>
    Array.from({ length: 5 }, (_, place) => anAsset({ id: `${id}-asset-${place}`, zoneId: id })),
  );
  return aZoneModel({ zones, conduits, assets });
}
