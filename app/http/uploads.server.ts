import { Readable } from "node:stream";
import type { ReadableStream as NodeReadableStream } from "node:stream/web";
import type { AppLoadContext } from "@remix-run/node";
import type { MediaType } from "~/domain/files/media-type";
import type { FileCaller } from "~/use-cases/files/find-own-upload.server";
import type { Caller } from "~/use-cases/use-case.server";

/** The caller with the store of files, for the use cases that reach it. */
export function withFiles(caller: Caller, { files }: Pick<AppLoadContext, "files">): FileCaller {
  return { ...caller, files };
}

/** In headers, never in the address: addresses stand in logs. */
export const TICKET_HEADER = "Upload-Ticket";
export const OFFSET_HEADER = "Upload-Offset";

/** What the headers of a part say, as input of `appendPart`; values are judged there. */
export function readPartHeaders({ headers }: Request) {
  const length = headers.get("Content-Length");
  return {
    ticket: headers.get(TICKET_HEADER) ?? "",
    offset: toCount(headers.get(OFFSET_HEADER)),
    announced: length === null ? null : toCount(length),
  };
}

function toCount(text: string | null): number {
  return text !== null && /^\d{1,15}$/.test(text) ? Number(text) : Number.NaN;
}

/** The body as it comes, never in memory as a whole. */
export async function* bodyOf({ body }: Request): AsyncGenerator<Uint8Array> {
  if (!body) return;
  const reader = body.getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      yield value;
    }
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}

type HandedOut = { bytes: number; stream: Readable; name: string; mediaType: MediaType };

/**
 * A file somebody uploaded, for saving and never for showing: as an attachment, in a sandbox that runs nothing, kept by no
 * cache. That a browser must not guess its type says the server of every answer.
 */
export function handOut({ bytes, stream, name, mediaType }: HandedOut): Response {
  // Node's streams and the browser's are the same at run time; their types are not.
  const body = Readable.toWeb(stream) as NodeReadableStream as unknown as ReadableStream;
  return new Response(body, {
    headers: {
      "Content-Type": mediaType,
      "Content-Length": String(bytes),
      "Content-Disposition": `attachment; filename="${toAscii(name)}"; filename*=UTF-8''${toExtended(name)}`,
      "Content-Security-Policy": "sandbox; default-src 'none'",
      "Cache-Control": "no-store, no-transform",
    },
  });
}

/** For programs that know no other: anything that is no plain character becomes a line. */
function toAscii(name: string): string {
  return name.replace(/[^\w.() -]/g, "_");
}

/** RFC 8187: what `encodeURIComponent` leaves alone and the header does not. */
function toExtended(name: string): string {
  return encodeURIComponent(name).replace(
    /['()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
