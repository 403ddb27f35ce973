import { type ChildProcess, fork } from "node:child_process";
import { existsSync } from "node:fs";
import os from "node:os";
import { fileURLToPath } from "node:url";
import type { ImportPlan } from "~/domain/declaration/import-plan";
import { type Result, refuse } from "~/domain/shared/result";
import type { ListedParts } from "./list-parts";
import { type FileRefusal, refusalOf } from "./look";
import type { Tell } from "./reader";
import type { IntakeMessage, IntakeOrder, NoticeAnswer, NoticeOrder, PartsOrder } from "./worker";

/** 200,000 components as XML need 1.1 GB; whatever asks for more is not a file that somebody means. */
const MEMORY_LIMIT_MB = 1_536;
/** Wall time, on a machine that may have other things to do: alone, the largest list as XML takes a tenth of it. */
const TIME_LIMIT_MS = 180_000;
/** Everybody who waits for a page comes before a file that is being read. */
const NICENESS = 5;

export type ReadingLimits = { memoryMb: number; timeMs: number };

/**
 * What {@link readIntakeFile} finds, read in a process of its own with limits of memory and time: a file that brings its
 * reader down is refused, and nobody else notices. It sees nothing of this process's environment. `signal` ends it
 * and rejects with its reason.
 */
export function readInProcess(
  order: IntakeOrder,
  at: At,
  limits?: ReadingLimits,
): Promise<Result<ImportPlan, FileRefusal>> {
  return ask<ImportPlan>(order, at, limits);
}

/** What {@link listParts} finds in a file, read in the same way. */
export function listPartsInProcess(
  order: PartsOrder,
  at: At,
  limits?: ReadingLimits,
): Promise<Result<ListedParts | null, FileRefusal>> {
  return ask<ListedParts | null>(order, at, limits);
}

/** What notice a file would become, read in the same way. */
export function readNoticeInProcess(
  order: NoticeOrder,
  at: At,
  limits?: ReadingLimits,
): Promise<Result<NoticeAnswer, FileRefusal>> {
  return ask<NoticeAnswer>(order, at, limits);
}

type At = { signal: AbortSignal; tell: Tell };

function ask<Found>(
  order: IntakeOrder | PartsOrder | NoticeOrder,
  { signal, tell }: At,
  limits: ReadingLimits = { memoryMb: MEMORY_LIMIT_MB, timeMs: TIME_LIMIT_MS },
): Promise<Result<Found, FileRefusal>> {
  return new Promise((resolve, reject) => {
    signal.throwIfAborted();
    const child = startReader(limits.memoryMb);
    let said = "";
    child.stderr?.on("data", (chunk: Buffer) => {
      said = (said + chunk.toString("utf8")).slice(-20_000);
    });
    const giveUp = () => {
      // Whatever reason an abort has, it is what `throwIfAborted` would throw.
      reject(signal.reason as Error);
      child.kill("SIGKILL");
    };
    signal.addEventListener("abort", giveUp, { once: true });
    const limit = setTimeout(() => {
      resolve(refuse(refusalOf("took-too-long", null, limits.timeMs / 1000)));
      child.kill("SIGKILL");
    }, limits.timeMs);
    child.on("message", (message: IntakeMessage<Found>) => {
      if ("result" in message) resolve(message.result);
      else tell(message.step);
    });
    child.once("error", reject);
    child.once("close", () => {
      clearTimeout(limit);
      signal.removeEventListener("abort", giveUp);
      // After the result this changes nothing: the promise is settled.
      resolve(
        refuse(
          refusalOf(/out of memory|heap limit/i.test(said) ? "took-too-much-memory" : "could-not-be-read"),
        ),
      );
    });
    child.send(order, (error) => {
      // One that ended before it was asked says why when it closes.
      if (error) child.kill("SIGKILL");
    });
  });
}

function startReader(memoryMb: number): ChildProcess {
  const child = fork(workerPath(), {
    execArgv: [`--max-old-space-size=${memoryMb}`],
    env: { NODE_ENV: process.env.NODE_ENV },
    stdio: ["ignore", "ignore", "pipe", "ipc"],
  });
  try {
    if (child.pid !== undefined) os.setPriority(child.pid, NICENESS);
  } catch {
    // Not every system lets us; it is then read as fast as everything else.
  }
  return child;
}

/** Bundled it stands beside the server's own files; from the sources it is loaded by Vite. */
function workerPath(): string {
  const here = ["./intake-worker.js", "../intake-worker.js", "./worker-from-source.mjs"].map((path) =>
    fileURLToPath(new URL(path, import.meta.url)),
  );
  const found = here.find((path) => existsSync(path));
  if (!found) throw new Error("the reader of files is missing beside the build");
  return found;
}
