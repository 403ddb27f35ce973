import type { ZoneModelCommand } from "~/domain/zone-model/commands";
import { createZoneModel } from "~/use-cases/zone-models/create-zone-model.server";
import { editZoneModel } from "~/use-cases/zone-models/edit-zone-model.server";
import { aCaller } from "./database";
import { type Portal, signedIn } from "./portal";

/**
 * A signed-in security engineer, a security lead of the same hospital who made a model, and the model: empty at version
 * 0, or at version 1 with what the commands draw.
 */
export async function aModelInPortal(portal: Portal, commands: ReadonlyArray<ZoneModelCommand> = []) {
  const engineer = await signedIn(portal, "hospital", "security-engineer");
  const { organisationId } = engineer;
  const colleague = await aCaller(portal.database, {
    ...{ organisationId, kind: "hospital", roles: ["security-lead"] },
  });
  const created = await createZoneModel(colleague, { siteName: "Campus", name: "Building" });
  if (!created.ok) throw new Error("refused");
  const modelId = created.value.id;
  if (commands.length > 0) {
    const drawn = await editZoneModel(colleague, { modelId, version: 0, commands });
    if (!drawn.ok) throw new Error("refused");
  }
  return { engineer, colleague, modelId };
}
