import type { AddressInfo } from "node:net";
import { createRequestHandler } from "@remix-run/express";
import type { AppLoadContext, ServerBuild } from "@remix-run/node";
import compression from "compression";
import express, { type Express, type RequestHandler } from "express";
import pino, { type Logger } from "pino";
import { loadCatalogue } from "~/catalogue/index.server";
import type { PortalKey } from "~/domain/declaration/seal";
import { type FileStore, openFileStore } from "~/files/file-store.server";
import { startJobs } from "~/jobs/start-jobs.server";
import { startMail } from "~/jobs/start-mail.server";
import { openSmtp } from "~/mail/transport.server";
import { paths } from "~/paths";
import { newToken } from "~/use-cases/accounts/token.server";
import { type Database, openDatabase } from "~db/client";
import { countPeople } from "~db/repositories/people";
import { type Config, readConfig } from "./config.server";
import { securityHeaders } from "./headers.server";
import { openPortalKey } from "./portal-key.server";
import { ignoreForgedHost, refuseCrossSite, refuseUnreadable } from "./request-gate.server";

type Start = {
  build: ServerBuild | (() => Promise<ServerBuild>);
  /** Vite's middlewares while developing. */
  vite?: { middlewares: RequestHandler };
};

/** Opens and migrates the database, fills in the demo on first run, serves until told to stop. */
export async function startServer({ build, vite }: Start): Promise<void> {
  const config = readConfig(process.env);
  const log = pino({ level: config.logLevel, redact: ["req.headers.cookie", "req.headers.authorization"] });
  loadCatalogue();
  const database = await openDatabase(config.databaseUrl);
  await database.migrate();
  const files = openFileStore(config.filesFolder);
  const portalKey = openPortalKey(config.signingKey);
  const demo = config.demo ? await fillInDemo(database, portalKey) : undefined;
  const setupToken = (await countPeople(database.read)) === 0 ? newToken() : undefined;
  const onFailure = (error: unknown, job: string) =>
    log.error({ err: error, job }, "a job failed and will be tried again");
  const smtp = config.smtp ? openSmtp(config.smtp) : undefined;
  let stopMail = async () => {};
  const app = createApp({ build, vite, database, files, portalKey, config, log, setupToken });
  const server = app.listen(config.port, config.host, () => {
    const { port } = server.address() as AddressInfo;
    stopMail = startMail({
      database,
      route: smtp ? { kind: "smtp", deliver: smtp.deliver } : { kind: mailRouteOf(config) },
      publicUrl: config.publicUrl ?? `http://${config.host}:${port}`,
      clock: () => new Date(),
      onFailure,
    });
    say(`\n  Cordon is at http://${config.host}:${port}\n`);
    if (demo) say(demo);
    if (setupToken)
      say(
        `  Nobody is here yet. Create the first hospital at http://${config.host}:${port}${paths.setUp(setupToken)}\n`,
      );
    say("  Ctrl-C ends it.\n");
  });
  server.on("error", (error: NodeJS.ErrnoException) => {
    const remedy =
      error.code === "EADDRINUSE"
        ? `Port ${config.port} is taken. Choose another one: PORT=3001 npm start`
        : `The server cannot listen on ${config.host}:${config.port}: ${error.message}`;
    say(`\n  ${remedy}\n`);
    process.exit(1);
  });
  server.headersTimeout = 30_000;
  server.requestTimeout = 120_000;
  server.keepAliveTimeout = 65_000;
  const stopJobs = startJobs({
    database,
    files,
    clock: () => new Date(),
    onFailure,
  });
  const stopAll = async () => {
    await Promise.all([stopJobs(), stopMail()]);
    smtp?.close();
  };
  stopOnSignal(server, { database, log, stopJobs: stopAll });
}

type AppParts = Start & {
  database: Database;
  files: FileStore;
  portalKey: PortalKey;
  config: Pick<Config, "trustProxy" | "isDevelopment" | "demo"> & Partial<Pick<Config, "smtp">>;
  log: Logger;
  /** Secret of the link that creates the first hospital, while there is nobody. */
  setupToken?: string;
  clock?: () => Date;
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
function mailRouteOf({ demo }: Pick<Config, "demo">): "demo" | "none" {
  return demo ? "demo" : "none";
}

async function fillInDemo(database: Database, key: PortalKey): Promise<string> {
  const { fillInDemoOnce, DEMO_SIGN_INS } = await import("~/demo/fill-in-demo.server");
  await fillInDemoOnce(database, new Date(), (step) => say(`  demo: ${step}`), key);
  const lines = DEMO_SIGN_INS.map(
    ({ email, password, what }) => `    ${email.padEnd(34)} ${password}   ${what}`,
  );
  return `  Demo sign-ins (invented people; not for real data):\n${lines.join("\n")}\n`;
}

type Running = { database: Database; log: Logger; stopJobs: () => Promise<void> };

function stopOnSignal(server: ReturnType<Express["listen"]>, { database, log, stopJobs }: Running): void {
  let isStopping = false;
  const stop = () => {
    if (isStopping) return;
    isStopping = true;
    say("\n  stopping …");
    setTimeout(() => server.closeAllConnections(), 5_000).unref();
    setTimeout(() => process.exit(1), 15_000).unref();
    server.close(() => {
      // A job that is under way still needs the database.
      stopJobs()
        .then(() => database.close())
        .then(
          () => process.exit(0),
          (error) => {
            log.error({ err: error }, "the database did not close");
            process.exit(1);
          },
        );
    });
    server.closeIdleConnections();
  };
  process.on("SIGINT", stop);
  process.on("SIGTERM", stop);
}

/** For the person at the terminal; everything else goes to the log. */
function say(text: string): void {
  process.stdout.write(`${text}\n`);
}
