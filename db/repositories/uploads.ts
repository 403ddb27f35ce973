import { and, eq, lt, sum } from "drizzle-orm";
import type { ContentFault } from "~/domain/files/media-type";
import type { UploadState } from "~/domain/files/upload";
import type { Db } from "../client";
import { uploads } from "../schema";

export type StoredUpload = {
  organisationId: string;
  id: string;
  /** null for a file that goes with a hospital's requests. */
  declarationId: string | null;
  name: string;
  bytes: number;
  ticketHash: string;
  state: UploadState;
  sha256: string | null;
  fault: ContentFault | null;
  createdBy: string;
  createdAt: Date;
  expiresAt: Date;
};

export async function findUpload(
  db: Db,
  organisationId: string,
  id: string,
): Promise<StoredUpload | undefined> {
  const [row] = await db
    .select()
    .from(uploads)
    .where(and(eq(uploads.organisationId, organisationId), eq(uploads.id, id)));
  return row;
}

export async function saveNewUpload(db: Db, upload: StoredUpload): Promise<void> {
  await db.insert(uploads).values(upload);
}

/** Bytes announced and number of what a supplier is receiving, in all or for one declaration. */
export async function sumOpenUploads(
  db: Db,
  organisationId: string,
  declarationId?: string,
): Promise<{ bytes: number; count: number }> {
  const open = and(
    eq(uploads.organisationId, organisationId),
    eq(uploads.state, "receiving"),
    declarationId === undefined ? undefined : eq(uploads.declarationId, declarationId),
  );
  const [row] = await db
    .select({ bytes: sum(uploads.bytes) })
    .from(uploads)
    .where(open);
  return { bytes: Number(row?.bytes ?? 0), count: await db.$count(uploads, open) };
}

/** Ends an upload that is being received. False where it has ended already: nothing is written. */
export async function endUpload(
  db: Db,
  organisationId: string,
  ended: { id: string } & (
    | { state: "kept"; sha256: string }
    | { state: "refused"; fault: ContentFault }
    | { state: "cancelled" }
  ),
): Promise<boolean> {
  const { id, ...outcome } = ended;
  const saved = await db
    .update(uploads)
    .set(outcome)
    .where(
      and(eq(uploads.organisationId, organisationId), eq(uploads.id, id), eq(uploads.state, "receiving")),
    )
    .returning({ id: uploads.id });
  return saved.length > 0;
}

/** Forgets uploads, ended or not, whose tickets ran out before a moment; answers which. */
export async function removeExpiredUploads(
  db: Db,
  before: Date,
): Promise<ReadonlyArray<Pick<StoredUpload, "organisationId" | "id">>> {
  return db
    .delete(uploads)
    .where(lt(uploads.expiresAt, before))
    .returning({ organisationId: uploads.organisationId, id: uploads.id });
}
