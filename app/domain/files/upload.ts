import { accept, type Result, refuse } from "../shared/result";

export const UPLOAD_STATES = ["receiving", "kept", "refused", "cancelled"] as const;
export type UploadState = (typeof UPLOAD_STATES)[number];

/** A ticket is good for a day: long enough to go on after a night, short enough to be forgotten. */
export const TICKET_HOURS = 24;
const HOUR_MS = 60 * 60 * 1000;

/** What of an upload decides whether more of it is taken. `bytes` is the whole size that was announced. */
export type Upload = { state: UploadState; bytes: number; expiresAt: Date };

export type UploadRefusal =
  | { code: "upload-ended"; state: UploadState }
  | { code: "ticket-expired" }
  | { code: "wrong-offset"; offset: number }
  | { code: "larger-than-announced"; bytes: number }
  | { code: "incomplete"; offset: number };

export function ticketExpiry(now: Date): Date {
  return new Date(now.getTime() + TICKET_HOURS * HOUR_MS);
}

/** Whether the ticket of an upload still opens anything. */
export function checkOpen(upload: Upload, now: Date): Result<{ bytes: number }, UploadRefusal> {
  if (upload.state !== "receiving") return refuse({ code: "upload-ended", state: upload.state });
  if (now.getTime() >= upload.expiresAt.getTime()) return refuse({ code: "ticket-expired" });
  return accept({ bytes: upload.bytes });
}

/**
 * How many bytes may follow. `offset` is where the sender goes on, `received` where the portal is: they have to agree, so
 * that nothing is lost or doubled. `announced` is the length of the part where it is known.
 */
export function roomForPart(
  upload: Upload,
  {
    now,
    offset,
    received,
    announced,
  }: { now: Date; offset: number; received: number; announced: number | null },
): Result<{ bytes: number }, UploadRefusal> {
  const open = checkOpen(upload, now);
  if (!open.ok) return open;
  if (offset !== received) return refuse({ code: "wrong-offset", offset: received });
  const bytes = upload.bytes - received;
  if (announced !== null && announced > bytes)
    return refuse({ code: "larger-than-announced", bytes: upload.bytes });
  return accept({ bytes });
}

/** Whether everything has come that was announced. */
export function checkComplete(
  upload: Upload,
  { now, received }: { now: Date; received: number },
): Result<{ bytes: number }, UploadRefusal> {
  const open = checkOpen(upload, now);
  if (!open.ok) return open;
  if (received !== upload.bytes) return refuse({ code: "incomplete", offset: received });
  return open;
}
