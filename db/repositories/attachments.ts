import { and, asc, eq } from "drizzle-orm";
import type { MediaType } from "~/domain/files/media-type";
import type { Attachment } from "~/domain/procurement/attachment";
import type { Db } from "../client";
import { files, intakeRequests, tenderFiles, tenderRequests } from "../schema";

/** A file that goes with requests; its bytes lie in the store of the hospital, which is `organisationId`. */
export type SentFile = Attachment & { organisationId: string; bytes: number; mediaType: MediaType };

const SENT = {
  organisationId: tenderFiles.organisationId,
  sha256: tenderFiles.sha256,
  name: tenderFiles.name,
  bytes: files.bytes,
  mediaType: files.mediaType,
};
const ofTheStore = and(
  eq(files.organisationId, tenderFiles.organisationId),
  eq(files.sha256, tenderFiles.sha256),
);

export async function saveTenderFiles(
  db: Db,
  organisationId: string,
  tenderId: string,
  attachments: ReadonlyArray<Attachment>,
): Promise<void> {
  if (attachments.length === 0) return;
  await db
    .insert(tenderFiles)
    .values(attachments.map((file, position) => ({ ...file, organisationId, tenderId, position })));
}

/** What goes with a tender of the hospital, in the order of the form. */
export async function listTenderFiles(
  db: Db,
  organisationId: string,
  tenderId: string,
): Promise<ReadonlyArray<SentFile>> {
  return db
    .select(SENT)
    .from(tenderFiles)
    .innerJoin(files, ofTheStore)
    .where(and(eq(tenderFiles.organisationId, organisationId), eq(tenderFiles.tenderId, tenderId)))
    .orderBy(asc(tenderFiles.position));
}

/** What came with a request that a supplier has received: no id of the tender, no other request. */
export async function listReceivedFiles(
  db: Db,
  supplierId: string,
  requestId: string,
): Promise<ReadonlyArray<SentFile>> {
  return db
    .select(SENT)
    .from(intakeRequests)
    .innerJoin(
      tenderRequests,
      and(
        eq(tenderRequests.organisationId, intakeRequests.organisationId),
        eq(tenderRequests.requestId, intakeRequests.id),
      ),
    )
    .innerJoin(
      tenderFiles,
      and(
        eq(tenderFiles.organisationId, tenderRequests.organisationId),
        eq(tenderFiles.tenderId, tenderRequests.tenderId),
      ),
    )
    .innerJoin(files, ofTheStore)
    .where(and(eq(intakeRequests.supplierId, supplierId), eq(intakeRequests.id, requestId)))
    .orderBy(asc(tenderFiles.position));
}
