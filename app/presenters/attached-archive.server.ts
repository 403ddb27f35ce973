import { MEDIA_TYPES } from "~/domain/files/media-type";
import { AppError } from "~/domain/shared/app-error";
import {
  type ATTACHED_LEFT_OUT,
  MOST_ATTACHED,
  PACK_FILES,
  PACK_FOLDERS,
  type PackedAttached,
} from "~/formats/evidence-pack/manifest";
import { type PackWriter, toCompactBytes } from "~/formats/evidence-pack/write";
import { joined } from "~/formats/zip/bounded-output";
import type { FileCaller } from "~/use-cases/files/find-own-upload.server";
import type { Db } from "~db/client";
import { type ConditionFile, listConditionFiles } from "~db/repositories/condition-files";
import type { Condition } from "~db/repositories/decisions";
import type { MeasureFile } from "~db/repositories/measure-files";
import { withNames } from "./attached-files.server";

export type ToAttach = Omit<PackedAttached[number], "file" | "leftOut">;

/** Files of conditions as a pack lists them, in the order of the conditions. */
export async function attachedToConditions(
  db: Db,
  organisationId: string,
  conditions: ReadonlyArray<Pick<Condition, "id" | "decisionId">>,
): Promise<ReadonlyArray<ToAttach>> {
  const files = await listConditionFiles(
    db,
    organisationId,
    conditions.map(({ id }) => id),
  );
  const byCondition = new Map<string, Array<ConditionFile>>();
  for (const file of files)
    byCondition.set(file.conditionId, [...(byCondition.get(file.conditionId) ?? []), file]);
  return conditions.flatMap(({ id: conditionId, decisionId }) =>
    (byCondition.get(conditionId) ?? []).map((file) => ({
      to: { kind: "condition" as const, decisionId, conditionId, logged: conditionId },
      ...{ ...toPacked(file), attachedBy: file.attachedByName, takenBack: null },
    })),
  );
}

/** Files of measures as a pack lists them, in their order; those that were taken back too. */
export async function attachedToMeasures(
  db: Db,
  files: ReadonlyArray<MeasureFile>,
): Promise<ReadonlyArray<ToAttach>> {
  return (await withNames(db, files)).map((file) => ({
    to: { kind: "measure" as const, measureId: file.measureId, place: file.place, logged: file.attachingId },
    ...{ ...toPacked(file), attachedBy: file.attachedByName },
    takenBack: file.takenBack && {
      ...{ by: file.takenBackByName, at: file.takenBack.at.toISOString(), note: file.takenBack.note },
    },
  }));
}

function toPacked({ name, mediaType, bytes, sha256, attachedAt }: ConditionFile | MeasureFile) {
  return { name, mediaType, bytes, sha256, attachedAt: attachedAt.toISOString() };
}

/**
 * Puts what was attached into the pack, one file after the other, and the list of all of it. What there is no room for is
 * listed with its digest alone: it stays in the portal.
 */
export async function packAttached(
  { actor, files }: Pick<FileCaller, "actor" | "files">,
  pack: PackWriter,
  attached: ReadonlyArray<ToAttach>,
  signal: AbortSignal,
): Promise<PackedAttached> {
  if (attached.length > MOST_ATTACHED.listed)
    throw new AppError("conflict", "these are more attached files than one evidence pack lists");
  const { organisationId } = actor;
  const listed: Array<PackedAttached[number]> = [];
  let bytes = 0;
  let count = 0;
  const put = async (one: ToAttach, file: string): Promise<(typeof ATTACHED_LEFT_OUT)[number] | null> => {
    if (one.takenBack) return "taken-back";
    if (pack.has(file)) return null;
    if (bytes + one.bytes > MOST_ATTACHED.bytes || count === MOST_ATTACHED.files) return "pack-full";
    const found = await files.read({ organisationId, sha256: one.sha256 });
    if (!found) return "missing";
    pack.addAsIs(file, await bytesOf(found.stream));
    bytes += one.bytes;
    count += 1;
    return null;
  };
  for (const one of attached) {
    signal.throwIfAborted();
    const file = `${PACK_FOLDERS.attached}${one.sha256}.${MEDIA_TYPES[one.mediaType]}`;
    const leftOut = await put(one, file);
    listed.push({ ...one, file: leftOut === null ? file : null, leftOut });
  }
  pack.add(PACK_FILES.attached, toCompactBytes(listed));
  return listed;
}

async function bytesOf(stream: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const pieces: Array<Uint8Array> = [];
  for await (const piece of stream) pieces.push(piece);
  return joined(pieces);
}
