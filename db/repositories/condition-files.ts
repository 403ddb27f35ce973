import { and, asc, eq, inArray } from "drizzle-orm";
import type { MediaType } from "~/domain/files/media-type";
import type { Attachment } from "~/domain/procurement/attachment";
import type { Db } from "../client";
import { conditionFiles, files, people } from "../schema";

/** A file that shows that a condition was met; its bytes lie in the store of the hospital. */
export type ConditionFile = Attachment & {
  organisationId: string;
  conditionId: string;
  bytes: number;
  mediaType: MediaType;
  attachedByName: string;
  attachedAt: Date;
};

/** Ids of one question to the database. */
const SLICE = 500;

/** Written with the completion, and never after it. */
export async function saveConditionFiles(
  db: Db,
  organisationId: string,
  attached: {
    conditionId: string;
    attachments: ReadonlyArray<Attachment>;
    attachedBy: string;
    attachedAt: Date;
  },
): Promise<void> {
  const { attachments, ...its } = attached;
  if (attachments.length === 0) return;
  await db
    .insert(conditionFiles)
    .values(
      attachments.map(({ sha256, name }, position) => ({ organisationId, ...its, sha256, name, position })),
    );
}

/** Files of the conditions, in the order of the form. */
export async function listConditionFiles(
  db: Db,
  organisationId: string,
  conditionIds: ReadonlyArray<string>,
): Promise<ReadonlyArray<ConditionFile>> {
  const found: Array<ConditionFile> = [];
  for (let from = 0; from < conditionIds.length; from += SLICE)
    found.push(
      ...(await db
        .select({
          organisationId: conditionFiles.organisationId,
          conditionId: conditionFiles.conditionId,
          sha256: conditionFiles.sha256,
          name: conditionFiles.name,
          bytes: files.bytes,
          mediaType: files.mediaType,
          attachedByName: people.name,
          attachedAt: conditionFiles.attachedAt,
        })
        .from(conditionFiles)
        .innerJoin(
          files,
          and(
            eq(files.organisationId, conditionFiles.organisationId),
            eq(files.sha256, conditionFiles.sha256),
          ),
        )
        .innerJoin(people, eq(people.id, conditionFiles.attachedBy))
        .where(
          and(
            eq(conditionFiles.organisationId, organisationId),
            inArray(conditionFiles.conditionId, conditionIds.slice(from, from + SLICE)),
          ),
        )
        .orderBy(asc(conditionFiles.conditionId), asc(conditionFiles.position))),
    );
  return found;
}
