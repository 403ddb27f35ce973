import { and, asc, count, eq, gte, inArray, isNotNull, isNull, lt } from "drizzle-orm";
import type { MediaType } from "~/domain/files/media-type";
import type { Db } from "../client";
import { measureFiles } from "../schema";
import { type MeasurePlace, placeKey } from "./measures";

/** A file that shows a measure in one place, or did so until it was taken back. */
export type MeasureFile = {
  organisationId: string;
  id: string;
  place: MeasurePlace;
  measureId: string;
  sha256: string;
  name: string;
  bytes: number;
  mediaType: MediaType;
  /** What was attached at once has the same. */
  attachingId: string;
  attachedBy: string;
  attachedAt: Date;
  /** null while it is held. */
  takenBack: { by: string; at: Date; note: string } | null;
};

/** Of one measure in one place, or of all measures of these places; in the order in which they came. */
export async function listMeasureFiles(
  db: Db,
  organisationId: string,
  { places, measureId }: { places: ReadonlyArray<MeasurePlace>; measureId?: string },
): Promise<ReadonlyArray<MeasureFile>> {
  const rows = await db
    .select()
    .from(measureFiles)
    .where(
      and(
        eq(measureFiles.organisationId, organisationId),
        inArray(measureFiles.place, places.map(placeKey)),
        measureId === undefined ? undefined : eq(measureFiles.measureId, measureId),
      ),
    )
    .orderBy(asc(measureFiles.attachedAt), asc(measureFiles.id));
  return rows.map(toFile);
}

/** What was attached in a span of time, oldest first, whatever became of it. */
export async function listMeasureFilesIn(
  db: Db,
  organisationId: string,
  { since, before, limit }: { since: Date; before: Date; limit: number },
): Promise<ReadonlyArray<MeasureFile>> {
  const rows = await db
    .select()
    .from(measureFiles)
    .where(
      and(
        eq(measureFiles.organisationId, organisationId),
        gte(measureFiles.attachedAt, since),
        lt(measureFiles.attachedAt, before),
      ),
    )
    .orderBy(asc(measureFiles.attachedAt), asc(measureFiles.id))
    .limit(limit);
  return rows.map(toFile);
}

/** How many files each measure has now, where it has any; of all places or of these. */
export async function countMeasureFiles(
  db: Db,
  organisationId: string,
  places?: ReadonlyArray<MeasurePlace>,
): Promise<ReadonlyArray<{ place: string; measureId: string; count: number }>> {
  return db
    .select({ place: measureFiles.place, measureId: measureFiles.measureId, count: count() })
    .from(measureFiles)
    .where(
      and(
        eq(measureFiles.organisationId, organisationId),
        isNotNull(measureFiles.heldSha256),
        places && inArray(measureFiles.place, places.map(placeKey)),
      ),
    )
    .groupBy(measureFiles.place, measureFiles.measureId);
}

export async function findMeasureFile(
  db: Db,
  organisationId: string,
  id: string,
): Promise<MeasureFile | undefined> {
  const [row] = await db
    .select()
    .from(measureFiles)
    .where(and(eq(measureFiles.organisationId, organisationId), eq(measureFiles.id, id)));
  return row && toFile(row);
}

/** Throws a conflict where the very same bytes are held there already. */
export async function saveMeasureFiles(
  db: Db,
  organisationId: string,
  attached: ReadonlyArray<Omit<MeasureFile, "organisationId" | "takenBack">>,
): Promise<void> {
  if (attached.length === 0) return;
  await db.insert(measureFiles).values(
    attached.map(({ place, ...file }) => ({
      ...{ ...file, organisationId, place: placeKey(place), heldSha256: file.sha256 },
      ...{ modelId: place?.modelId ?? null, zoneId: place?.zoneId ?? null },
      ...{ takenBackBy: null, takenBackAt: null, takenBackNote: "" },
    })),
  );
}

/** False where it has been taken back before: nothing is written. */
export async function takeBackFile(
  db: Db,
  organisationId: string,
  { id, by, at, note }: { id: string; by: string; at: Date; note: string },
): Promise<boolean> {
  const saved = await db
    .update(measureFiles)
    .set({ heldSha256: null, takenBackBy: by, takenBackAt: at, takenBackNote: note })
    .where(
      and(
        eq(measureFiles.organisationId, organisationId),
        eq(measureFiles.id, id),
        isNull(measureFiles.takenBackAt),
      ),
    )
    .returning({ id: measureFiles.id });
  return saved.length > 0;
}

function toFile(row: typeof measureFiles.$inferSelect): MeasureFile {
  const { modelId, zoneId, heldSha256: _held, takenBackBy, takenBackAt, takenBackNote, ...file } = row;
  return {
    ...file,
    place: modelId === null || zoneId === null ? null : { modelId, zoneId },
    takenBack:
      takenBackBy === null || takenBackAt === null
        ? null
        : { by: takenBackBy, at: takenBackAt, note: takenBackNote },
  };
}
