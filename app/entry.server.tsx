import { PassThrough } from "node:stream";
import {
  type ActionFunctionArgs,
  type AppLoadContext,
  createReadableStreamFromReadable,
  type EntryContext,
  type LoaderFunctionArgs,
} from "@remix-run/node";
import { isRouteErrorResponse, RemixServer } from "@remix-run/react";
import { isbot } from "isbot";
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
  const isWhole = entry.isSpaMode || isbot(request.headers.get("user-agent") ?? "");
  const { cspNonce: nonce, requestId } = context;
  return new Promise((resolve, reject) => {
    let answerStatus = status;
    const answer = () => {
      const body = new PassThrough();
      headers.set("Content-Type", "text/html; charset=utf-8");
      resolve(new Response(createReadableStreamFromReadable(body), { headers, status: answerStatus }));
      pipe(body);
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
          if (!isWhole) answer();
        },
        onAllReady() {
          if (isWhole) answer();
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
