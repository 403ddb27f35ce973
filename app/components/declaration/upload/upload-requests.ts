import { z } from "zod";
import { ALL_MEDIA_TYPES, CONTENT_FAULTS } from "~/domain/files/media-type";
import { UPLOAD_STATES } from "~/domain/files/upload";
import { paths } from "~/paths";

/** What opens one upload. It is kept in this tab alone. */
export type Ticket = { uploadId: string; ticket: string };

const OpenedSchema = z.object({ id: z.string(), ticket: z.string() });
const OffsetSchema = z.object({ offset: z.number() });
const ProgressSchema = z.object({
  state: z.enum(UPLOAD_STATES),
  bytes: z.number(),
  offset: z.number(),
  sha256: z.string(),
});
export const KeptFileSchema = z.object({
  sha256: z.string(),
  name: z.string(),
  bytes: z.number(),
  mediaType: z.enum(ALL_MEDIA_TYPES),
});
export type KeptFile = z.output<typeof KeptFileSchema>;

const RefusalSchema = z.discriminatedUnion("code", [
  z.object({
    code: z.enum(["file-too-large", "declaration-full", "supplier-full", "too-many-uploads"]),
    limit: z.number(),
  }),
  z.object({ code: z.enum(["not-a-draft", "upload-ended", "ticket-expired", "arrived-differently"]) }),
  z.object({ code: z.enum(["wrong-offset", "incomplete"]), offset: z.number() }),
  z.object({ code: z.literal("larger-than-announced") }),
  z.object({ code: z.literal("content-refused"), fault: z.enum(CONTENT_FAULTS) }),
  z.object({ code: z.literal("invalid-input"), fields: z.record(z.string(), z.array(z.string())) }),
]);
export type UploadRefusal = z.output<typeof RefusalSchema> | { code: "not-allowed" | "broken" };

/** Why an answer did not come: it may come later. */
export type Problem = "unreachable" | "unavailable" | "signed-out";

/** What became of a request. Never rejects: a line that is cut is one of the answers. */
export type Told<Value> =
  | { ok: true; value: Value }
  | { ok: false; refusal: UploadRefusal }
  | { ok: false; problem: Problem };

export type UploadRequests = {
  open(address: string, file: { name: string; bytes: number }): Promise<Told<Ticket>>;
  progress(ticket: Ticket): Promise<Told<z.output<typeof ProgressSchema>>>;
  /** Sends a part from its place on; `onSent` counts what has left. */
  sendPart(
    ticket: Ticket,
    part: { offset: number; body: Blob },
    options: { signal: AbortSignal; onSent: (bytes: number) => void },
  ): Promise<Told<{ offset: number }>>;
  finish(ticket: Ticket, sha256: string | null): Promise<Told<KeptFile>>;
  cancel(ticket: Ticket): Promise<void>;
};

const SCRIPT = { "X-Requested-With": "cordon" };
const JSON_BODY = { ...SCRIPT, "Content-Type": "application/json" };
const headersOf = ({ ticket }: Ticket) => ({ ...JSON_BODY, "Upload-Ticket": ticket });

/** How the browser speaks with the portal. `XMLHttpRequest` for the parts: `fetch` does not tell how much has been sent. */
export const uploadRequests: UploadRequests = {
  async open(address, file) {
    const body = JSON.stringify(file);
    const told = await ask(address, { method: "POST", headers: JSON_BODY, body }, OpenedSchema);
    return told.ok ? { ok: true, value: { uploadId: told.value.id, ticket: told.value.ticket } } : told;
  },
  progress: (ticket) => ask(paths.upload(ticket.uploadId), { headers: headersOf(ticket) }, ProgressSchema),
  finish: (ticket, sha256) =>
    ask(
      paths.upload(ticket.uploadId),
      { method: "POST", headers: headersOf(ticket), body: JSON.stringify({ intent: "finish", sha256 }) },
      KeptFileSchema,
    ),
  async cancel(ticket) {
    const body = JSON.stringify({ intent: "cancel" });
    // What cannot be said now, the portal finds out by itself when the ticket has run out.
    await fetch(paths.upload(ticket.uploadId), {
      ...{ method: "POST", headers: headersOf(ticket), body, keepalive: true },
    }).catch(() => undefined);
  },
  sendPart(ticket, { offset, body }, { signal, onSent }) {
    return new Promise((resolve) => {
      const request = new XMLHttpRequest();
      request.open("PUT", paths.upload(ticket.uploadId));
      request.setRequestHeader("Content-Type", "application/octet-stream");
      request.setRequestHeader("X-Requested-With", SCRIPT["X-Requested-With"]);
      request.setRequestHeader("Upload-Ticket", ticket.ticket);
      request.setRequestHeader("Upload-Offset", String(offset));
      request.upload.onprogress = ({ loaded }) => onSent(offset + loaded);
      const abort = () => request.abort();
      signal.addEventListener("abort", abort, { once: true });
      request.onloadend = () => {
        signal.removeEventListener("abort", abort);
        // 0 is what a request has that got no answer.
        if (request.status === 0) resolve({ ok: false, problem: "unreachable" });
        else resolve(told(request.status, toJson(request.responseText), OffsetSchema));
      };
      request.send(body);
    });
  },
};

async function ask<Value>(url: string, init: RequestInit, schema: z.ZodType<Value>): Promise<Told<Value>> {
  const response = await fetch(url, init).catch(() => null);
  if (!response) return { ok: false, problem: "unreachable" };
  return told(response.status, toJson(await response.text().catch(() => "")), schema);
}

/** What a status and a body say. */
export function told<Value>(status: number, body: unknown, schema: z.ZodType<Value>): Told<Value> {
  if (status >= 200 && status < 300) {
    const value = schema.safeParse(body);
    return value.success ? { ok: true, value: value.data } : { ok: false, refusal: { code: "broken" } };
  }
  if (status === 401) return { ok: false, problem: "signed-out" };
  if (status === 403 || status === 404) return { ok: false, refusal: { code: "not-allowed" } };
  if (status === 429 || status >= 500) return { ok: false, problem: "unavailable" };
  const refusal = z.object({ refusal: RefusalSchema }).safeParse(body);
  return { ok: false, refusal: refusal.success ? refusal.data.refusal : { code: "broken" } };
}

function toJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
