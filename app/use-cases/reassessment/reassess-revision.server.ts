import { toIsoDate } from "~/domain/shared/iso-date";
import type { ZoneModel } from "~/domain/zone-model/zone-model";
import { listSharedDeclarations } from "~db/repositories/declarations";
import { openProfiles } from "../profiles/profile-source.server";
import { changedZones, pairsOf } from "./affected-zones.server";
import { type Occasion, reassess } from "./reassess.server";

type Published = {
  modelId: string;
  modelName: string;
  number: number;
  /** The revision before; null for the first. */
  before: ZoneModel | null;
  after: ZoneModel;
};

/** After publishing: zones whose profile is another one now, new ones and removed ones, with every shared declaration. */
export async function reassessRevision(occasion: Occasion, published: Published): Promise<void> {
  const { db, organisationId, now } = occasion;
  const { modelId, modelName, number, before, after } = published;
  const source = await openProfiles(db, organisationId);
  const zones = changedZones(
    { source, held: before ? [{ modelId, content: before }] : [] },
    { source, held: [{ modelId, content: after }] },
  );
  if (zones.length === 0) return;
  const declarations = await listSharedDeclarations(db, organisationId);
  await reassess(
    occasion,
    { cause: "revision-published", subject: { modelId, modelName, number } },
    pairsOf(zones, declarations, toIsoDate(now)),
  );
}
