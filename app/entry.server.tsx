import { Writable } from "node:stream";
import type { ActionFunctionArgs, AppLoadContext, EntryContext, LoaderFunctionArgs } from "@remix-run/node";
import { isRouteErrorResponse, RemixServer } from "@remix-run/react";
import pino from "pino";
import { renderToPipeableStream } from "react-dom/server";
import { DocumentContext } from "./nonce";

/** After this time, what is still pending is given up and the document ends. */
export const streamTimeout = 20_000;

const log = pino({ name: "pages", level: process.env.LOG_LEVEL ?? "info" });

export default function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  entry: EntryContext,
  context: AppLoadContext,
): Promise<Response> {
  const { cspNonce: nonce, requestId } = context;
  return new Promise((resolve, reject) => {
    let answerStatus = status;
    const answer = (document: Uint8Array<ArrayBuffer>) => {
      headers.set("Content-Type", "text/html; charset=utf-8");
      resolve(new Response(document, { headers, status: answerStatus }));
    };
    const { pipe, abort } = renderToPipeableStream(
      <DocumentContext.Provider value={{ nonce, requestId }}>
        <RemixServer context={entry} url={request.url} abortDelay={streamTimeout} nonce={nonce} />
      </DocumentContext.Provider>,
      {
        nonce,
        onShellReady() {
          // From here on only data can be late. A little later than Remix gives up its own, so that the reasons
          // still reach the document.
          setTimeout(abort, streamTimeout + 1_000).unref();
        },
        onAllReady() {
          pipe(collected(answer));
        },
        onShellError: reject,
        onError(error) {
          answerStatus = 500;
          log.error({ err: error, requestId }, "rendering failed");
        },
      },
    );
  });
}

/**
 * The document in one piece. No page sends data after its frame, so nobody waits for it longer, and one piece is compressed
 * and sent with a fraction of the work of the hundred small ones that React makes of it.
 */
function collected(whenWhole: (document: Uint8Array<ArrayBuffer>) => void): Writable {
  const pieces: Array<Buffer> = [];
  return new Writable({
    write(piece: Buffer, _encoding, done) {
      pieces.push(piece);
      done();
    },
    final(done) {
      whenWhole(Buffer.concat(pieces));
      done();
    },
  });
}

/** Bugs go to the log with the number of their request; what a visitor asked wrongly does not. */
export function handleError(
  error: unknown,
  { request, context }: LoaderFunctionArgs | ActionFunctionArgs,
): void {
  if (request.signal.aborted) return;
  if (isRouteErrorResponse(error) && error.status < 500) return;
  // The token of a link is a key: it stays out of the log.
  const path = new URL(request.url).pathname.replace(/^(\/(?:invitation|asked|calendar)\/)[^/]+/, "$1…");
  log.error({ err: error, requestId: context.requestId, method: request.method, path }, "request failed");
}

export { createApp } from "./server/create-app.server";
export { startServer } from "./server/start.server";
