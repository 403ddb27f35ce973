import { randomUUID } from "node:crypto";
import { flatVector } from "~/domain/security-level/security-level";
import { createTender } from "~/use-cases/tenders/create-tender.server";
import type { Caller } from "~/use-cases/use-case.server";
import type { Database } from "~db/client";
import { aSupplierCaller } from "../../builders/database";
import { accepted, aSignedDeclaration } from "../../builders/declaration";
import { aZone } from "../../builders/zone-model";
import { aContent, aScene, meetingLevel, publish, type Scene } from "../decisions/scene";

export type TenderScene = Scene & {
  /** Zones of the latest revision: `imaging` and `twin` ask the very same, `strict` asks more. */
  places: Readonly<Record<"imaging" | "twin" | "strict", string>>;
  /** A second supplier with a declaration of its own. */
  second: Caller;
  secondDeclarationId: string;
};

/** A hospital with three zones of two kinds, and two suppliers that have declared a product each. */
export async function aTenderScene(database: Database): Promise<TenderScene> {
  const scene = await aScene(database);
  const content = aContent();
  const [imaging] = content.zones;
  if (!imaging) throw new Error("the scene has a zone");
  const zones = [
    ...content.zones,
    aZone({ ...imaging, id: "twin", name: "Canary-Twin" }),
    aZone({ ...imaging, id: "strict", name: "Canary-Strict", slTarget: flatVector(3) }),
  ];
  // Without conduits, so that both zones are permitted the same.
  const revision = { ...content, zones, conduits: [] };
  await publish(scene.engineer, { modelId: scene.modelId, number: 2, content: revision });
  const second = await aSupplierCaller(database, "contributor", "signatory");
  return {
    ...scene,
    places: {
      imaging: `${scene.modelId}/imaging`,
      twin: `${scene.modelId}/twin`,
      strict: `${scene.modelId}/strict`,
    },
    second,
    secondDeclarationId: await aSignedDeclaration(second, meetingLevel(3), "all-hospitals"),
  };
}

export function tendering(
  { places, supplier, second }: TenderScene,
  changes: Readonly<Record<string, unknown>> = {},
) {
  return {
    submission: randomUUID(),
    places: [places.imaging, places.twin, places.strict],
    supplierIds: [supplier.actor.organisationId, second.actor.organisationId],
    ...{ name: "Canary-Tender", subject: "Infusion pump", message: "Please", dueOn: "2026-12-21" },
    ...changes,
  };
}

export async function aTender(scene: TenderScene, changes: Readonly<Record<string, unknown>> = {}) {
  return accepted(await createTender(scene.officer, tendering(scene, changes)));
}
