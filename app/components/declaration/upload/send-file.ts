import { MAX_PART_BYTES } from "~/domain/files/limits";
import type { KeptFile, Problem, Ticket, UploadRefusal, UploadRequests } from "./upload-requests";

export type SendStep =
  | { phase: "sending"; sent: number }
  /** What was sent before was of another content, so it begins again. */
  | { phase: "began-again" }
  | { phase: "checking" };

export type SendEnd =
  | { end: "kept"; file: KeptFile }
  | { end: "refused"; refusal: UploadRefusal | { code: "fileChanged" } }
  /** Nothing is lost: called again with the ticket, it goes on. */
  | { end: "cut"; problem: Problem; ticket: Ticket | null; sent: number }
  | { end: "stopped" };

type Sending = {
  /** Where a file is announced. */
  address: string;
  file: File;
  /** Of an upload that was begun before; null begins one. */
  ticket: Ticket | null;
  requests: UploadRequests;
  signal: AbortSignal;
  /** Lower-case digest of a part of the file; null where this browser cannot tell. */
  digestOf: (part: Blob) => Promise<string | null>;
  onTicket: (ticket: Ticket) => void;
  onStep: (step: SendStep) => void;
};

/**
 * Sends a file to its end, from where the portal is. What it has already is compared first, so that a file is never put
 * together of two. Settles with what became of it and never rejects.
 */
export async function sendFile(sending: Sending): Promise<SendEnd> {
  const { requests, file, signal, onStep, onTicket } = sending;
  let { ticket } = sending;
  let offset = 0;
  if (ticket) {
    const found = await findPlace(sending, ticket);
    if ("end" in found) return found;
    if (found.offset === null) ticket = null;
    else offset = found.offset;
  }
  if (!ticket) {
    const opened = await requests.open(sending.address, { name: file.name, bytes: file.size });
    if (signal.aborted) {
      if (opened.ok) await requests.cancel(opened.value);
      return { end: "stopped" };
    }
    if (!opened.ok) return toEnd(opened, { ticket: null, sent: 0 });
    ticket = opened.value;
    onTicket(ticket);
  }
  const own = ticket;
  while (offset < file.size) {
    onStep({ phase: "sending", sent: offset });
    const body = file.slice(offset, offset + MAX_PART_BYTES);
    const onSent = (sent: number) => onStep({ phase: "sending", sent });
    const isThere = await isReadable(body);
    if (signal.aborted) return { end: "stopped" };
    if (!isThere) return { end: "refused", refusal: { code: "fileChanged" } };
    const answer = await requests.sendPart(own, { offset, body }, { signal, onSent });
    if (signal.aborted) return { end: "stopped" };
    if (answer.ok) offset = answer.value.offset;
    else if ("refusal" in answer && answer.refusal.code === "wrong-offset") offset = answer.refusal.offset;
    else return toEnd(answer, { ticket: own, sent: offset });
  }
  onStep({ phase: "checking" });
  const finished = await requests.finish(own, await sending.digestOf(file));
  if (signal.aborted) return { end: "stopped" };
  return finished.ok
    ? { end: "kept", file: finished.value }
    : toEnd(finished, { ticket: own, sent: file.size });
}

/** Where to go on with a ticket; null where it is worth nothing any more or was for another content. */
async function findPlace(
  { requests, file, signal, digestOf, onStep }: Sending,
  ticket: Ticket,
): Promise<{ offset: number | null } | SendEnd> {
  const progress = await requests.progress(ticket);
  if (signal.aborted) return { end: "stopped" };
  if (!progress.ok) {
    if ("refusal" in progress) return { offset: null };
    return { end: "cut", problem: progress.problem, ticket, sent: 0 };
  }
  const { state, bytes, offset, sha256 } = progress.value;
  if (state === "kept") return { offset: file.size };
  if (state !== "receiving") return { offset: null };
  const isSame = bytes === file.size && (offset === 0 || (await digestOf(file.slice(0, offset))) === sha256);
  if (isSame) return { offset };
  await requests.cancel(ticket);
  onStep({ phase: "began-again" });
  return { offset: null };
}

function toEnd(
  told: { ok: false; refusal: UploadRefusal } | { ok: false; problem: Problem },
  at: { ticket: Ticket | null; sent: number },
): SendEnd {
  if ("refusal" in told) return { end: "refused", refusal: told.refusal };
  return { end: "cut", problem: told.problem, ...at };
}

/** A file that was changed or removed meanwhile cannot be read any more, and the line is not to blame. */
async function isReadable(part: Blob): Promise<boolean> {
  try {
    await part.slice(0, 1).arrayBuffer();
    return true;
  } catch {
    return false;
  }
}

/** SHA-256 where the browser offers it: over https and on the own machine. */
export async function digestOfBlob(part: Blob): Promise<string | null> {
  try {
    const digest = await crypto.subtle.digest("SHA-256", await part.arrayBuffer());
    return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  } catch {
    return null;
  }
}
