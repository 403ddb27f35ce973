import cluster from "node:cluster";
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
import { readConfig } from "./config.server";
import { createApp, mailRouteOf, type Start } from "./create-app.server";
import { openPortalKey } from "./portal-key.server";
import { say, serve, serveByWorkers, setupTokenOfWorker } from "./serve.server";

/**
 * Opens and migrates the database, fills in the demo on first run, serves until told to stop. Where several processes
 * answer, this runs in each: the first prepares, starts the others and does the jobs, they do nothing but answer.
 */
export async function startServer(start: Start): Promise<void> {
  const config = readConfig(process.env);
  const clock = start.clock ?? (() => new Date());
  const log = pino({ level: config.logLevel, redact: ["req.headers.cookie", "req.headers.authorization"] });
  loadCatalogue();
  const database = await openDatabase(config.databaseUrl);
  const files = openFileStore(config.filesFolder);
  const answer = (portalKey: PortalKey, setupToken: string | undefined) =>
    serve(createApp({ ...start, database, files, portalKey, config, log, setupToken }), config);
  if (cluster.isWorker) {
    const served = await answer(openPortalKey(config.signingKey), setupTokenOfWorker());
    stopOnSignal(log, async () => {
      await served.stop();
      await database.close();
    });
    return;
  }
  await database.migrate();
  const portalKey = openPortalKey(config.signingKey);
  const demo = config.demo ? await fillInDemo({ database, files }, portalKey, clock()) : undefined;
  const setupToken = (await countPeople(database.read)) === 0 ? newToken() : undefined;
  const served =
    config.processes === 1
      ? await answer(portalKey, setupToken)
      : await serveByWorkers({ count: config.processes, setupToken, log });
  const address = `http://${config.host}:${served.port}`;
  const onFailure = (error: unknown, job: string) =>
    log.error({ err: error, job }, "a job failed and will be tried again");
  const smtp = config.smtp ? openSmtp(config.smtp) : undefined;
  const stopMail = startMail({
    database,
    route: smtp ? { kind: "smtp", deliver: smtp.deliver } : { kind: mailRouteOf(config) },
    publicUrl: config.publicUrl ?? address,
    clock,
    onFailure,
  });
  const stopJobs = startJobs({ database, files, clock, onFailure });
  stopOnSignal(log, async () => {
    say("\n  stopping …");
    await served.stop();
    // A job that is under way still needs the database.
    await Promise.all([stopJobs(), stopMail()]);
    smtp?.close();
    await database.close();
  });
  say(`\n  Cordon is at ${address}\n`);
  if (demo) say(demo);
  if (setupToken)
    say(`  Nobody is here yet. Create the first hospital at ${address}${paths.setUp(setupToken)}\n`);
  say("  Ctrl-C ends it.\n");
}

async function fillInDemo(
  stores: { database: Database; files: FileStore },
  key: PortalKey,
  now: Date,
): Promise<string> {
  const { fillInDemoOnce, DEMO_SIGN_INS } = await import("~/demo/fill-in-demo.server");
  await fillInDemoOnce(stores, now, (step) => say(`  demo: ${step}`), key);
  const lines = DEMO_SIGN_INS.map(
    ({ email, password, what }) => `    ${email.padEnd(34)} ${password}   ${what}`,
  );
  return `  Demo sign-ins (invented people; not for real data):\n${lines.join("\n")}\n`;
}

/** At the first signal `stop` has a quarter of a minute; later ones change nothing. */
function stopOnSignal(log: Logger, stop: () => Promise<void>): void {
  let isStopping = false;
  const onSignal = () => {
    if (isStopping) return;
    isStopping = true;
    setTimeout(() => process.exit(1), 15_000).unref();
    stop().then(
      () => process.exit(0),
      (error) => {
        log.error({ err: error }, "the portal did not stop in order");
        process.exit(1);
      },
    );
  };
  process.on("SIGINT", onSignal);
  process.on("SIGTERM", onSignal);
}
