import cluster, { type Worker } from "node:cluster";
import { once } from "node:events";
import type { AddressInfo } from "node:net";
import type { Express } from "express";
import type { Logger } from "pino";
import type { Config } from "./config.server";
import { shareConnections } from "./share-connections.server";

/** What answers at a port until it is stopped. */
export type Served = { port: number; stop: () => Promise<void> };

const SETUP_TOKEN = "CORDON_SETUP_TOKEN";
/**
 * Megabytes for what has just been made. A page leaves some behind, and with less room V8 takes what several requests still
 * hold for something that stays, and has to look through everything to be rid of it.
 */
const YOUNG_MB = 32;
/** A worker that has died begins anew after this time, so that one that cannot live does not keep a core busy. */
const AGAIN_AFTER_MS = 1_000;

/** Listens; ends the process with a remedy where it cannot. */
export async function serve(app: Express, { port, host }: Pick<Config, "port" | "host">): Promise<Served> {
  const server = app.listen(port, host);
  server.headersTimeout = 30_000;
  server.requestTimeout = 120_000;
  server.keepAliveTimeout = 65_000;
  if (cluster.isWorker) shareConnections(server);
  try {
    await once(server, "listening");
  } catch (error) {
    say(`\n  ${remedyOf(error, { port, host })}\n`);
    process.exit(1);
  }
  const stop = async () => {
    const closed = once(server, "close");
    server.close();
    server.closeIdleConnections();
    setTimeout(() => server.closeAllConnections(), 5_000).unref();
    await closed;
  };
  return { port: (server.address() as AddressInfo).port, stop };
}

function remedyOf(error: unknown, { port, host }: Pick<Config, "port" | "host">): string {
  const isTaken = error instanceof Error && "code" in error && error.code === "EADDRINUSE";
  return isTaken
    ? `Port ${port} is taken. Choose another one: PORT=3001 npm start`
    : `The server cannot listen on ${host}:${port}: ${error instanceof Error ? error.message : String(error)}`;
}

type Workers = { count: number; setupToken: string | undefined; log: Logger };

/**
 * Starts so many processes that answer at one port. One that dies is replaced; where the first cannot listen it has said
 * why, and this process ends too.
 */
export async function serveByWorkers({ count, setupToken, log }: Workers): Promise<Served> {
  const environment = setupToken === undefined ? {} : { [SETUP_TOKEN]: setupToken };
  cluster.setupPrimary({ execArgv: [...process.execArgv, `--max-semi-space-size=${YOUNG_MB}`] });
  const fork = () => cluster.fork(environment);
  let isStopping = false;
  cluster.on("exit", (worker, code, signal) => {
    if (isStopping) return;
    log.error({ worker: worker.id, code, signal }, "a process that answers has ended and is started again");
    setTimeout(() => {
      if (!isStopping) fork();
    }, AGAIN_AFTER_MS);
  });
  const port = await portOf(fork());
  for (let number = 1; number < count; number += 1) await portOf(fork());
  const stop = async () => {
    isStopping = true;
    const alive = Object.values(cluster.workers ?? {}).flatMap((worker) => worker ?? []);
    await Promise.all(
      alive.map(async (worker) => {
        const ended = once(worker, "exit");
        worker.process.kill("SIGTERM");
        await ended;
      }),
    );
  };
  return { port, stop };
}

/** Where a process listens; ends this one where it died before that. */
async function portOf(worker: Worker): Promise<number> {
  const giveUp = () => process.exit(1);
  worker.once("exit", giveUp);
  const [{ port }] = (await once(worker, "listening")) as [{ port: number }];
  worker.off("exit", giveUp);
  return port;
}

/** Secret of the link that creates the first hospital, as the first process made it. */
export function setupTokenOfWorker(): string | undefined {
  return process.env[SETUP_TOKEN];
}

/** For the person at the terminal; everything else goes to the log. */
export function say(text: string): void {
  process.stdout.write(`${text}\n`);
}
