import { createRequestHandler } from "@remix-run/express";
import type { AppLoadContext, ServerBuild } from "@remix-run/node";
import compression from "compression";
import express, { type Express, type RequestHandler } from "express";
import type { Logger } from "pino";
import type { PortalKey } from "~/domain/declaration/seal";
import type { FileStore } from "~/files/file-store.server";
import type { Database } from "~db/client";
import type { Config } from "./config.server";
import { securityHeaders } from "./headers.server";
import { ignoreForgedHost, refuseCrossSite, refuseUnreadable } from "./request-gate.server";

/** What `main.mjs` hands over. */
export type Start = {
  build: ServerBuild | (() => Promise<ServerBuild>);
  /** Vite's middlewares while developing. */
  vite?: { middlewares: RequestHandler };
  /** The time, where it is not that of the machine. */
  clock?: () => Date;
};

type AppParts = Start & {
  database: Database;
  files: FileStore;
  portalKey: PortalKey;
  config: Pick<Config, "trustProxy" | "isDevelopment" | "demo"> & Partial<Pick<Config, "smtp">>;
  log: Logger;
  /** Secret of the link that creates the first hospital, while there is nobody. */
  setupToken?: string;
};

/** The HTTP application without a socket, so that tests can drive the real one. */
export function createApp({
  build,
  vite,
  database,
  files,
  portalKey,
  config,
  log,
  setupToken,
  clock,
}: AppParts): Express {
  const app = express();
  app.disable("x-powered-by");
  app.set("trust proxy", /^\d+$/.test(config.trustProxy) ? Number(config.trustProxy) : config.trustProxy);
  app.use(securityHeaders(config.isDevelopment));
  app.get("/livez", (_request, response) => {
    response.type("text/plain").send("ok");
  });
  app.get("/readyz", (_request, response) => {
    const answer = (status: number, text: string) => {
      response.status(status).type("text/plain").send(text);
    };
    void database.ping().then(
      () => answer(200, "ok"),
      () => answer(503, "the database does not answer"),
    );
  });
  app.use(ignoreForgedHost, refuseCrossSite, refuseUnreadable, compression({ level: 1, threshold: 2048 }));
  if (vite) app.use(vite.middlewares);
  else {
    app.use(
      "/assets",
      express.static("build/client/assets", { immutable: true, maxAge: "1y", fallthrough: false }),
    );
    app.use(express.static("build/client", { maxAge: "1h" }));
  }
  const answerPage = createRequestHandler({
    build,
    mode: config.isDevelopment ? "development" : "production",
    getLoadContext: (request, response): AppLoadContext => ({
      cspNonce: response.locals.nonce,
      requestId: response.locals.requestId,
      database,
      files,
      portalKey,
      now: clock?.() ?? new Date(),
      clientAddress: request.ip ?? "",
      isSecure: request.secure,
      setupToken,
      isDemo: config.demo,
      mail: config.smtp ? "smtp" : mailRouteOf(config),
    }),
  });
  app.use((request, response, next) => {
    void answerPage(request, response, next);
  });
  app.use(((error: Error & { status?: number }, _request, response, _next) => {
    const status = error.status ?? 500;
    if (status >= 500) log.error({ err: error, requestId: response.locals.requestId }, "request failed");
    if (!response.headersSent)
      response
        .status(status)
        .type("text/plain")
        .send(status === 404 ? "Not found" : "The portal made a mistake.");
  }) satisfies express.ErrorRequestHandler);
  return app;
}

/** Without a mail server: the demo keeps letters where its people can read them. */
export function mailRouteOf({ demo }: Pick<Config, "demo">): "demo" | "none" {
  return demo ? "demo" : "none";
}
