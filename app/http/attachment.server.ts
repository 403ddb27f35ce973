/** A file that the portal has written. */
export type Attachment = { name: string; type: string; body: string | Uint8Array | Blob };

/** For saving, kept by no cache. Who asks may want it told how far it is instead, which is another answer. */
export function attachment({ name, type, body }: Attachment): Response {
  // A copy with memory of its own: what a worker hands over might be shared for all that TypeScript knows.
  const answer = body instanceof Uint8Array ? new Uint8Array(body) : body;
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

function toAscii(name: string): string {
  return name
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/[^A-Za-z0-9._-]/g, "-");
}
