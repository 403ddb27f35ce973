import { type IsoDate, toIsoDate } from "~/domain/shared/iso-date";
import type { ZoneModel } from "~/domain/zone-model/zone-model";
import type { Db } from "~db/client";
import { listSharedDeclarations } from "~db/repositories/declarations";
import { openProfiles } from "../profiles/profile-source.server";
import { changedZones } from "./affected-zones.server";
import { type Affected, unchanged } from "./changed-pairs.server";
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
  const { modelId, modelName, number } = published;
  const affected = await affectedByRevision(db, organisationId, published, toIsoDate(now));
  if (affected)
    await reassess(
      occasion,
      { cause: "revision-published", subject: { modelId, modelName, number } },
      affected,
    );
}

/** What publishing a state concerns on a day, before or after it happens; null where no zone asks for anything else. */
export async function affectedByRevision(
  db: Db,
  organisationId: string,
  { modelId, before, after }: Pick<Published, "modelId" | "before" | "after">,
  today: IsoDate,
): Promise<Affected | null> {
  const source = await openProfiles(db, organisationId);
  const zones = changedZones(
    { source, held: before ? [{ modelId, content: before }] : [] },
    { source, held: [{ modelId, content: after }] },
  );
  if (zones.length === 0) return null;
  const declarations = await listSharedDeclarations(db, organisationId);
  return { zones, declarations: unchanged(declarations), days: { before: today, after: today } };
}
