/** A file that the portal has written, or writes while it is sent. */
export type Attachment = {
  name: string;
  type: string;
  body: string | Uint8Array | Blob | AsyncGenerator<Uint8Array>;
};

/** For saving, kept by no cache. Who asks may want it told how far it is instead, which is another answer. */
export function attachment({ name, type, body }: Attachment): Response {
  const answer = toAnswer(body);
  return new Response(answer, {
    headers: {
      "Content-Type": type,
      // RFC 6266: a name that every browser reads, and the one with its letters.
      "Content-Disposition": `attachment; filename="${toAscii(name)}"; filename*=UTF-8''${encodeURIComponent(name)}`,
      "Cache-Control": "no-store",
      Vary: "Accept",
    },
  });
}

function toAnswer(body: Attachment["body"]) {
  // A copy with memory of its own: what a worker hands over might be shared for all that TypeScript knows.
  if (body instanceof Uint8Array) return new Uint8Array(body);
  return typeof body === "string" || body instanceof Blob ? body : streamOf(body);
}

/** Asks for the next piece when the one before is taken; whoever goes away ends the work. */
function streamOf(pieces: AsyncGenerator<Uint8Array>): ReadableStream<Uint8Array> {
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      const next = await pieces.next();
      if (next.done) controller.close();
      else controller.enqueue(next.value);
    },
    async cancel() {
      await pieces.return(undefined);
    },
  });
}

function toAscii(name: string): string {
  return name
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/[^A-Za-z0-9._-]/g, "-");
}
