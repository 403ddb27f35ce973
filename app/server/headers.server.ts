import { randomBytes, randomUUID } from "node:crypto";
import type { NextFunction, Request, Response } from "express";

/** Every response carries these; pages get a fresh nonce for the few scripts and styles they may run. */
export function securityHeaders(isDevelopment: boolean) {
  return (request: Request, response: Response, next: NextFunction): void => {
    const nonce = randomBytes(16).toString("base64");
    response.locals.nonce = nonce;
    response.locals.requestId = randomUUID();
    response.setHeader("Content-Security-Policy", contentSecurityPolicy(nonce, isDevelopment));
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setHeader("X-Frame-Options", "DENY");
    response.setHeader("Referrer-Policy", "same-origin");
    response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
    response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
    response.setHeader("Permissions-Policy", "camera=(), microphone=(), geolocation=(), payment=(), usb=()");
    response.setHeader("X-Request-Id", response.locals.requestId);
    if (request.secure)
      response.setHeader("Strict-Transport-Security", "max-age=63072000; includeSubDomains");
    next();
  };
}

function contentSecurityPolicy(nonce: string, isDevelopment: boolean): string {
  // Vite injects styles and speaks over a web socket while developing; production allows neither.
  const styles = isDevelopment
    ? ["style-src 'self' 'unsafe-inline'"]
    : [`style-src 'self' 'nonce-${nonce}'`, "style-src-attr 'none'"];
  return [
    "default-src 'none'",
    `script-src 'nonce-${nonce}' 'strict-dynamic'`,
    ...styles,
    "img-src 'self' data: blob:",
    "font-src 'self'",
    `connect-src 'self'${isDevelopment ? " ws:" : ""}`,
    "worker-src 'self'",
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join("; ");
}
