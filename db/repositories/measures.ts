import { and, asc, desc, eq, gte, inArray, isNotNull } from "drizzle-orm";
import type { MaturityLevel, MeasureContent } from "~/domain/measure/measure";
import type { Db } from "../client";
import { measureVersions, people } from "../schema";

/** A zone, or the whole hospital. */
export type MeasurePlace = { modelId: string; zoneId: string } | null;

/** One writing; of one place and measure the one with the highest version holds. */
export type MeasureVersion = {
  id: string;
  place: MeasurePlace;
  measureId: string;
  version: number;
  writingId: string;
  /** null: taken back, what the hospital wrote holds again. */
  content: MeasureContent | null;
  /** Where the owner is a person of the hospital. */
  ownerId: string | null;
  writtenBy: string;
  writtenAt: Date;
};

/** So many rows go into one statement: SQLite takes 32,766 values. */
const ROWS_AT_ONCE = 500;

/** A place as one text, the same for the same place. */
export function placeKey(place: MeasurePlace): string {
  return place === null ? "hospital" : `zone:${place.modelId}/${place.zoneId}`;
}

/** What holds now, of all places or of these. */
export async function listLatestMeasures(
  db: Db,
  organisationId: string,
  places?: ReadonlyArray<MeasurePlace>,
): Promise<ReadonlyArray<MeasureVersion>> {
  const rows = await db
    .select()
    .from(measureVersions)
    .where(
      and(
        eq(measureVersions.organisationId, organisationId),
        eq(measureVersions.isLatest, true),
        places && inArray(measureVersions.place, places.map(placeKey)),
      ),
    );
  return rows.map(toVersion);
}

/** Every writing of one measure in one place, newest first. */
export async function listMeasureVersions(
  db: Db,
  organisationId: string,
  { place, measureId, limit }: { place: MeasurePlace; measureId: string; limit: number },
): Promise<ReadonlyArray<MeasureVersion & { writtenByName: string }>> {
  const rows = await db
    .select({ version: measureVersions, writtenByName: people.name })
    .from(measureVersions)
    .innerJoin(people, eq(people.id, measureVersions.writtenBy))
    .where(
      and(
        eq(measureVersions.organisationId, organisationId),
        eq(measureVersions.place, placeKey(place)),
        eq(measureVersions.measureId, measureId),
      ),
    )
    .orderBy(desc(measureVersions.version))
    .limit(limit);
  return rows.map(({ version, writtenByName }) => ({ ...toVersion(version), writtenByName }));
}

/** What is still to be done by a day, from a day on, soonest first. */
export async function listDueMeasures(
  db: Db,
  organisationId: string,
  { from, limit }: { from: string; limit: number },
): Promise<ReadonlyArray<MeasureVersion>> {
  const rows = await db
    .select()
    .from(measureVersions)
    .where(
      and(
        eq(measureVersions.organisationId, organisationId),
        eq(measureVersions.isLatest, true),
        eq(measureVersions.isTakenBack, false),
        inArray(measureVersions.state, ["not-started", "in-progress"]),
        isNotNull(measureVersions.dueOn),
        gte(measureVersions.dueOn, from),
      ),
    )
    .orderBy(asc(measureVersions.dueOn), asc(measureVersions.id))
    .limit(limit);
  return rows.map(toVersion);
}

/** The next versions; `replaced` are the ids of those that held before. Throws a conflict where a version is taken. */
export async function saveMeasureVersions(
  db: Db,
  organisationId: string,
  { versions, replaced }: { versions: ReadonlyArray<MeasureVersion>; replaced: ReadonlyArray<string> },
): Promise<void> {
  for (let from = 0; from < replaced.length; from += ROWS_AT_ONCE)
    await db
      .update(measureVersions)
      .set({ isLatest: false })
      .where(
        and(
          eq(measureVersions.organisationId, organisationId),
          inArray(measureVersions.id, replaced.slice(from, from + ROWS_AT_ONCE)),
        ),
      );
  for (let from = 0; from < versions.length; from += ROWS_AT_ONCE)
    await db
      .insert(measureVersions)
      .values(versions.slice(from, from + ROWS_AT_ONCE).map((version) => toRow(organisationId, version)));
}

/** Of a taken-back version nothing is kept but that it was taken back. */
const EMPTY = { state: "not-started", owner: "", evidence: "", dueOn: null, maturity: null } as const;

function toRow(organisationId: string, { place, content, ...version }: MeasureVersion) {
  return {
    ...{ ...version, organisationId, place: placeKey(place), isLatest: true, isTakenBack: content === null },
    ...{ modelId: place?.modelId ?? null, zoneId: place?.zoneId ?? null },
    ...(content ?? { ...EMPTY, reason: "", note: "" }),
  };
}

function toVersion(row: typeof measureVersions.$inferSelect): MeasureVersion {
  const { organisationId: _, modelId, zoneId, isLatest: _latest, isTakenBack, ...rest } = row;
  const { state, owner, evidence, dueOn, maturity, reason, note, place: _place, ...version } = rest;
  return {
    ...version,
    place: modelId === null || zoneId === null ? null : { modelId, zoneId },
    content: isTakenBack
      ? null
      : // Only the use case writes it, from the schema of the fields.
        { state, owner, evidence, dueOn, maturity: maturity as MaturityLevel | null, reason, note },
  };
}
