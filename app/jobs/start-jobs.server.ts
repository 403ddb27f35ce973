import { randomUUID } from "node:crypto";
import type { FileStore } from "~/files/file-store.server";
import type { Database } from "~db/client";
import { expire, type Job } from "./expire.server";
import { fillApprovals } from "./fill-register.server";
import { forgetLetters } from "./forget-letters.server";
import { indexSboms } from "./index-sboms.server";
import { remind } from "./remind.server";
import { remindClocks } from "./remind-clocks.server";
import { remindEnds } from "./remind-ends.server";
import { startRounds } from "./rounds.server";
import { tidyFiles } from "./tidy-files.server";

/** Often enough that a new day is noticed in its first hour; each job knows by itself whether anything is to be done. */
const EVERY_MS = 60 * 60_000;

const JOBS: Readonly<Record<string, Job>> = {
  fillApprovals,
  expire,
  remind,
  remindEnds,
  remindClocks,
  forgetLetters,
  indexSboms,
  tidyFiles,
};

type JobParts = {
  database: Database;
  files: FileStore;
  clock: () => Date;
  /** A job that fails is told of and tried again with the next round. */
  onFailure: (error: unknown, job: string) => void;
  everyMs?: number;
};

/** Runs every job now and every hour, one after the other (`startRounds`). */
export function startJobs({
  database,
  files,
  clock,
  onFailure,
  everyMs = EVERY_MS,
}: JobParts): () => Promise<void> {
  const round = async () => {
    for (const [name, job] of Object.entries(JOBS))
      await job({ database, files, now: clock(), newId: randomUUID }).catch((error) =>
        onFailure(error, name),
      );
  };
  return startRounds({ round, everyMs });
}
