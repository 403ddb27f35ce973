import { expect } from "vitest";
import { NO_POLICY } from "~/domain/policy/policy";
import { fingerprintOfTarget } from "~/domain/risk/target-record";
import { flatVector } from "~/domain/security-level/security-level";
import type { Zone, ZoneModel } from "~/domain/zone-model/zone-model";
import type { Caller } from "~/use-cases/use-case.server";
import type { Database } from "~db/client";
import { findDeclaration } from "~db/repositories/declarations";
import { saveNewAcceptance } from "~db/repositories/target-acceptances";
import { accepted, aSignedDeclaration } from "../../builders/declaration";
import { anAsset, aZone, aZoneModel } from "../../builders/zone-model";
import { colleague, daysLater, meetingLevel, publish } from "../decisions/scene";
import { aLackingProduct, type Ground } from "../exceptions/ground";

export { accepted, colleague, daysLater };

/** A hospital whose products stand in zones; `lacking` misses two rows of FR IAC and UC, `whole` none up to SL 1. */
export type Managed = Ground & { lacking: string; whole: string; wholeDeclaration: string };

const ZONES = ["imaging", "archive", "ward", "lab", "empty", "unset"] as const;

function zoneOf(id: (typeof ZONES)[number]): Zone {
  return aZone({ id, name: id, slTarget: id === "unset" ? null : flatVector(1), policy: NO_POLICY });
}

/** `imaging`: both products. `archive`: the lacking one. `ward`: one that nobody knows. `lab`: the whole one twice. */
function contentOf({ lacking, whole }: Pick<Managed, "lacking" | "whole">): ZoneModel {
  const placed = [
    ["imaging", lacking],
    ["imaging", whole],
    ["archive", lacking],
    ["ward", null],
    ["lab", whole],
    ["lab", whole],
  ] as const;
  return aZoneModel({
    zones: ZONES.map(zoneOf),
    conduits: [],
    assets: placed.map(([zoneId, productReleaseId], place) =>
      anAsset({ id: `asset-${place}`, name: `Asset ${place}`, zoneId, productReleaseId }),
    ),
  });
}

/** Published sixty days after the first revision, which has two zones and nothing in them. */
export async function aManagedHospital(database: Database): Promise<Managed> {
  const ground = await aLackingProduct(database);
  const wholeDeclaration = await aSignedDeclaration(ground.supplier, meetingLevel(1), "all-hospitals");
  const releaseOf = async (declarationId: string) => {
    const { organisationId } = ground.supplier.actor;
    return (await findDeclaration(database.read, organisationId, declarationId))?.releaseId ?? expect.fail();
  };
  const lacking = await releaseOf(ground.declarationId);
  const whole = await releaseOf(wholeDeclaration);
  const managed = { ...ground, lacking, whole, wholeDeclaration };
  await publish(daysLater(ground.engineer, 60), {
    ...{ modelId: ground.modelId, number: 2, content: contentOf(managed) },
  });
  return managed;
}

/** A security lead has accepted the target of a zone, as four eyes would have left it. */
export async function acceptZone(
  { lead, modelId }: Pick<Managed, "lead" | "modelId">,
  zoneId: (typeof ZONES)[number],
): Promise<void> {
  const zone = zoneOf(zoneId);
  const { organisationId, personId } = lead.actor;
  await lead.database.transaction((db) =>
    saveNewAcceptance(db, organisationId, {
      ...{ organisationId, id: `accepted-${zoneId}`, modelId, elementKind: "zone", elementId: zoneId },
      ...{ fingerprint: fingerprintOfTarget(zone), slTarget: zone.slTarget ?? flatVector(0), note: "" },
      ...{ acceptedBy: personId, acceptedAt: lead.now, withdrawnAt: null, withdrawalReason: null },
    }),
  );
}

/** The day on which the second revision stands. */
export function standing(caller: Caller): Caller {
  return daysLater(caller, 75);
}
