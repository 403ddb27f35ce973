import type { NextFunction, Request, Response } from "express";

const SAFE_METHODS = new Set(["GET", "HEAD", "OPTIONS"]);

/** Largest body of a form or a batch of commands; files will come by their own door. */
export const MAX_BODY_BYTES = 2 * 1024 * 1024;

/**
 * Refuses what another site sent. Remix itself executes a cross-site form post, so this stands in front of it:
 * an unsafe method needs a browser's word that it comes from this origin.
 */
export function refuseCrossSite(request: Request, response: Response, next: NextFunction): void {
  if (SAFE_METHODS.has(request.method) || isSameOrigin(request)) {
    next();
    return;
  }
  response.status(403).type("text/plain").send("This request did not come from a page of this portal.");
}

function isSameOrigin(request: Request): boolean {
  const site = request.get("Sec-Fetch-Site");
  if (site !== undefined) return site === "same-origin" || site === "none";
  const origin = request.get("Origin");
  return origin !== undefined && origin === `${request.protocol}://${request.get("Host")}`;
}

/** Remix builds its URLs from X-Forwarded-Host whoever sent it: only a trusted proxy may. */
export function ignoreForgedHost(request: Request, _response: Response, next: NextFunction): void {
  const isTrusted: unknown = request.app.get("trust proxy fn");
  const address = request.socket.remoteAddress ?? "";
  if (typeof isTrusted !== "function" || !isTrusted(address, 0)) delete request.headers["x-forwarded-host"];
  next();
}

/** Remix's multipart parser can be kept busy for minutes by one request: no page of ours posts multipart. */
export function refuseUnreadable(request: Request, response: Response, next: NextFunction): void {
  if (SAFE_METHODS.has(request.method)) {
    next();
    return;
  }
  const type = request.get("Content-Type")?.split(";")[0]?.trim().toLowerCase();
  if (type !== undefined && type !== "application/x-www-form-urlencoded" && type !== "application/json") {
    response.status(415).type("text/plain").send("Send a form or JSON.");
    return;
  }
  if (Number(request.get("Content-Length") ?? 0) > MAX_BODY_BYTES) {
    response.status(413).type("text/plain").send(`The request is larger than ${MAX_BODY_BYTES} bytes.`);
    return;
  }
  limitStream(request, response);
  next();
}

/** A body without a declared length is cut off at the same limit. */
function limitStream(request: Request, response: Response): void {
  let received = 0;
  request.on("data", (chunk: Buffer) => {
    received += chunk.length;
    if (received <= MAX_BODY_BYTES) return;
    if (!response.headersSent) response.status(413).type("text/plain").send("The request is too large.");
    request.destroy();
  });
  // Listening for data starts the flow; Remix reads later, so hold it until then.
  request.pause();
}
