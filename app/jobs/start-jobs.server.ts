import { randomUUID } from "node:crypto";
import type { Database } from "~db/client";
import { expire, type Job } from "./expire.server";

/** Often enough that a new day is noticed in its first hour; each job knows by itself whether anything is to be done. */
const EVERY_MS = 60 * 60_000;

const JOBS: Readonly<Record<string, Job>> = { expire };

type JobParts = {
  database: Database;
  clock: () => Date;
  /** A job that fails is told of and tried again with the next round. */
  onFailure: (error: unknown, job: string) => void;
  everyMs?: number;
};

/**
 * Runs every job now and every hour, one round at a time. The answer stops them: it waits for the round that is under
 * way, so that the database can be closed afterwards.
 */
export function startJobs({ database, clock, onFailure, everyMs = EVERY_MS }: JobParts): () => Promise<void> {
  let underWay: Promise<void> | null = null;
  const runAll = async () => {
    for (const [name, job] of Object.entries(JOBS))
      await job({ database, now: clock(), newId: randomUUID }).catch((error) => onFailure(error, name));
  };
  const round = () => {
    underWay ??= runAll().finally(() => {
      underWay = null;
    });
  };
  round();
  const timer = setInterval(round, everyMs);
  timer.unref();
  return async () => {
    clearInterval(timer);
    await underWay;
  };
}
