import { z } from "zod";
import {
  changedFields,
  effectiveContent,
  lacksReason,
  type MeasureContent,
  MeasureFieldsSchema,
  withFields,
} from "~/domain/measure/measure";
import type { RequiredMeasure } from "~/domain/measure/required";
import { AppError } from "~/domain/shared/app-error";
import { accept, type Result, refuse } from "~/domain/shared/result";
import {
  listLatestMeasures,
  type MeasurePlace,
  type MeasureVersion,
  placeKey,
  saveMeasureVersions,
} from "~db/repositories/measures";
import { listMembers, type Member } from "~db/repositories/organisations";
import { type InvalidInput, useCase } from "../use-case.server";
import { listMeasurePlaces } from "./required-measures.server";

/** So many measures are written down at once: a guard against exhaustion. */
export const MOST_CHANGES = 2000;
/** So many versions of one measure are kept. */
export const MOST_VERSIONS = 500;

const Id = z.string().min(1).max(64);
const PlaceSchema = z.strictObject({ modelId: Id, zoneId: Id }).nullable();

export const RecordMeasuresInput = z.strictObject({
  changes: z
    .array(
      z.strictObject({
        place: PlaceSchema,
        measureId: z.string().max(64),
        /** Of what the person saw written for this very place; 0 where nothing was. */
        version: z.coerce.number().int().min(0).max(MOST_VERSIONS),
        /** What changes; null: what was written here is taken back, and what the hospital wrote holds again. */
        fields: MeasureFieldsSchema.nullable(),
      }),
    )
    .min(1, "required")
    .max(MOST_CHANGES),
  /** For the audit trail. */
  via: z.enum(["form", "bulk", "file"]),
});
type Change = z.output<typeof RecordMeasuresInput>["changes"][number];

export type RecordMeasuresRefusal =
  | InvalidInput
  | { code: "nothing-changed" | "limit-reached" | "nothing-to-take-back" | "named-twice" }
  /** What somebody else has written down meanwhile, or what the place need not have any more. */
  | { code: "changed-meanwhile" | "not-required"; measures: ReadonlyArray<NamedMeasure> };
type NamedMeasure = { place: MeasurePlace; measureId: string };

type Recorded = { id: string; count: number; unchanged: number };

/**
 * Writes down how far measures are: one, many ticked ones, or what a file says; all of it or nothing. What stood before
 * is kept as an earlier version.
 */
export const recordMeasures = useCase({
  action: "measure.record",
  input: RecordMeasuresInput,
  async run({ db, actor, input, now, newId }): Promise<Result<Recorded, RecordMeasuresRefusal>> {
    const { organisationId, personId } = actor;
    const known = await listMeasurePlaces(db, organisationId);
    const byPlace = new Map(known.map(({ place, required }) => [placeKey(place), toById(required)]));
    const keys = new Set(input.changes.map(keyOf));
    if (keys.size < input.changes.length) return refuse({ code: "named-twice" });
    if (input.changes.some(({ place }) => !byPlace.has(placeKey(place))))
      throw new AppError("not-found", "there is no such zone");
    const lost = input.changes.filter(
      ({ place, measureId }) => !byPlace.get(placeKey(place))?.has(measureId),
    );
    if (lost.length > 0) return refuse({ code: "not-required", measures: lost.map(toNamed) });
    const latest = new Map(
      (await listLatestMeasures(db, organisationId)).map((version) => [keyOf(version), version]),
    );
    const stale = input.changes.filter(
      (change) => (latest.get(keyOf(change))?.version ?? 0) !== change.version,
    );
    if (stale.length > 0) return refuse({ code: "changed-meanwhile", measures: stale.map(toNamed) });
    if (input.changes.some(({ version }) => version >= MOST_VERSIONS))
      return refuse({ code: "limit-reached" });
    if (input.changes.some((change) => change.fields === null && !latest.get(keyOf(change))?.content))
      return refuse({ code: "nothing-to-take-back" });
    const members = await listMembers(db, organisationId);
    const writingId = newId();
    const versions: Array<MeasureVersion> = [];
    const errors: Record<string, ReadonlyArray<string>> = {};
    for (const [index, change] of input.changes.entries()) {
      const before = latest.get(keyOf(change));
      const required = byPlace.get(placeKey(change.place))?.get(change.measureId);
      if (!required) continue;
      const content = contentAfter(change, required, latest);
      if (content === "unchanged") continue;
      if (content && lacksReason(content)) errors[`changes.${index}.fields.reason`] = ["required"];
      versions.push({
        ...{ id: newId(), place: change.place, measureId: change.measureId, writingId },
        ...{ version: (before?.version ?? 0) + 1, content, ownerId: ownerOf(content, members) },
        ...{ writtenBy: personId, writtenAt: now },
      });
    }
    if (Object.keys(errors).length > 0) return refuse({ code: "invalid-input", fields: errors });
    if (versions.length === 0) return refuse({ code: "nothing-changed" });
    const replaced = versions.flatMap((version) => latest.get(keyOf(version))?.id ?? []);
    await saveMeasureVersions(db, organisationId, { versions, replaced });
    const { length: count } = versions;
    return accept({ id: writingId, count, unchanged: input.changes.length - count });
  },
  audit: ({ via, changes }, { count }: Recorded) => ({
    ...{ via, count },
    // Of one, which; of many, the writing names them.
    ...(changes.length === 1
      ? { measureId: changes[0]?.measureId, place: placeKey(changes[0]?.place ?? null) }
      : {}),
  }),
});

function keyOf({ place, measureId }: NamedMeasure): string {
  return JSON.stringify([placeKey(place), measureId]);
}

function toNamed({ place, measureId }: NamedMeasure): NamedMeasure {
  return { place, measureId };
}

function toById(required: ReadonlyArray<RequiredMeasure>): ReadonlyMap<string, RequiredMeasure> {
  return new Map(required.map((measure) => [measure.id, measure]));
}

/** What is changed is what the person saw: of an organisational measure perhaps what the hospital wrote. */
function contentAfter(
  { place, measureId, fields }: Change,
  { kind }: RequiredMeasure,
  latest: ReadonlyMap<string, MeasureVersion>,
): MeasureContent | null | "unchanged" {
  if (fields === null) return null;
  const own = latest.get(keyOf({ place, measureId }))?.content ?? null;
  const hospital = place && (latest.get(keyOf({ place: null, measureId }))?.content ?? null);
  const { content } = effectiveContent(kind, own, hospital);
  const next = withFields(content, fields);
  return changedFields(content, next).length === 0 ? "unchanged" : next;
}

/** The person who is meant, by address or by a name that only one of the hospital has. */
function ownerOf(content: MeasureContent | null, members: ReadonlyArray<Member>): string | null {
  const wanted = content?.owner.toLowerCase() ?? "";
  if (wanted === "") return null;
  const here = members.filter(({ state }) => state === "active");
  const found =
    here.filter(({ email }) => email.toLowerCase() === wanted).at(0) ??
    onlyOne(here.filter(({ name }) => name.trim().toLowerCase() === wanted));
  return found?.personId ?? null;
}

function onlyOne<Value>(values: ReadonlyArray<Value>): Value | undefined {
  return values.length === 1 ? values[0] : undefined;
}
