import { AppError } from "~/domain/shared/app-error";
import type { IntakeStep, Tell } from "~/intake/reader";

/** Each takes a core and up to a gigabyte and a half. */
const AT_ONCE = 1;
/** What waits is a row in the database and nothing else. */
const MAX_WAITING = 16;
/** One supplier cannot keep all others waiting. */
const MAX_OF_ONE_SUPPLIER = 3;

export type Reading = { organisationId: string; step: IntakeStep | "waiting"; abort: AbortController };

/** What this process is reading or will read, by id of the import; in the order in which it came. */
const readings = new Map<string, Reading>();
let running = 0;
const waiting: Array<() => void> = [];

/** Refuses as `too-many-requests` what is one too many of a supplier, and as `unavailable` what would wait too long. */
export function admitReading(organisationId: string): void {
  const own = [...readings.values()].filter((reading) => reading.organisationId === organisationId);
  if (own.length >= MAX_OF_ONE_SUPPLIER)
    throw new AppError("too-many-requests", "your files before this one are still being read");
  if (waiting.length >= MAX_WAITING) throw new AppError("unavailable", "too many files are being read");
}

/** Runs a reading when its turn has come. Rejects with the reason of its signal where it was cancelled. */
export async function inTurn<T>(
  { id, organisationId }: { id: string; organisationId: string },
  work: (at: { signal: AbortSignal; tell: Tell }) => Promise<T>,
): Promise<T> {
  const reading: Reading = { organisationId, step: "waiting", abort: new AbortController() };
  readings.set(id, reading);
  try {
    await turn();
    try {
      const { signal } = reading.abort;
      signal.throwIfAborted();
      return await work({
        signal,
        tell: (step) => {
          reading.step = step;
        },
      });
    } finally {
      running -= 1;
      waiting.shift()?.();
    }
  } finally {
    readings.delete(id);
  }
}

async function turn(): Promise<void> {
  if (running >= AT_ONCE) await new Promise<void>((resolve) => waiting.push(resolve));
  running += 1;
}

/** How far a file is; undefined where this process is not reading it. */
export function stepOfReading(id: string): Reading["step"] | undefined {
  return readings.get(id)?.step;
}

/** Ends the reading of a file, where it is this process that reads it. */
export function stopReading(id: string): void {
  readings.get(id)?.abort.abort();
}

export { MAX_INTAKE_BYTES } from "~/intake/limits";
