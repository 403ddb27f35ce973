import type { NextFunction, Request, Response } from "express";
import { MAX_PART_BYTES } from "~/domain/files/limits";
import { MAX_ADVISORY_BYTES } from "~/domain/notice/notice";

const SAFE_METHODS = new Set(["GET", "HEAD", "OPTIONS"]);

/** Largest body of a form or a batch of commands; files come by their own door. */
export const MAX_BODY_BYTES = 2 * 1024 * 1024;
/** An import is saved as one edit: 10,000 assets have some 4 MB, a whole model that replaces another twice its size. */
export const MAX_IMPORT_BYTES = 16 * 1024 * 1024;
/** A part that is cut or pasted by keys may be a whole model too. */
const IMPORT_PATH = /^\/hospital\/models\/[^/]+\/(?:imports|clipboard)$/;
/** An advisory is read at once and kept nowhere: a `POST` of its bytes. */
const ADVISORY_PATH = /^\/supplier\/notices\/file$/;
/** The one door for files that are kept: a `PUT` of a part of a file, which needs a ticket besides the session. */
const UPLOAD_PATH = /^\/uploads\/[^/]+$/;

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
  const isPart = request.method === "PUT" && UPLOAD_PATH.test(request.path);
  const isAdvisory = request.method === "POST" && ADVISORY_PATH.test(request.path);
  const isReadable =
    isPart || isAdvisory
      ? type === "application/octet-stream"
      : type === undefined || type === "application/x-www-form-urlencoded" || type === "application/json";
  if (!isReadable) {
    response.status(415).type("text/plain").send("Send a form or JSON.");
    return;
  }
  const limit = isPart ? MAX_PART_BYTES : limitOf(request.path);
  if (Number(request.get("Content-Length") ?? 0) > limit) {
    response.status(413).type("text/plain").send(`The request is larger than ${limit} bytes.`);
    return;
  }
  limitStream(request, response, limit);
  next();
}

function limitOf(path: string): number {
  if (ADVISORY_PATH.test(path)) return MAX_ADVISORY_BYTES;
  return IMPORT_PATH.test(path) ? MAX_IMPORT_BYTES : MAX_BODY_BYTES;
}

/** A body without a declared length is cut off at the same limit. */
function limitStream(request: Request, response: Response, limit: number): void {
  let received = 0;
  request.on("data", (chunk: Buffer) => {
    received += chunk.length;
    if (received <= limit) return;
    if (!response.headersSent) response.status(413).type("text/plain").send("The request is too large.");
    request.destroy();
  });
  // Listening for data starts the flow; Remix reads later, so hold it until then.
  request.pause();
}
