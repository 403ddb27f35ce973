import type { PortalKey } from "~/domain/declaration/seal";
import type { Result } from "~/domain/shared/result";
import type { FileCaller } from "~/use-cases/files/find-own-upload.server";
import type { Caller } from "~/use-cases/use-case.server";
import type { Database, Db } from "~db/client";
import { actorOf, type DemoPerson } from "./people";

/** What the steps of a run share; those that come first leave behind what later ones need. */
export type Demo = {
  /** Reads and writes inside the one transaction of the run. */
  database: Database;
  /** Outside the transaction: what a run that fails leaves there is tidied away like any file nobody names. */
  files: FileCaller["files"];
  now: Date;
  newId: () => string;
  /** What seals its declarations. */
  key: PortalKey;
  model: { id: string; version: number };
  /** By sample product. */
  declared: Map<string, Declared>;
};
export type Declared = { supplier: DemoPerson; releaseId: string; declarationId: string };

/** Something that a person did at a moment before now. */
export type Step = { at: Date; does: () => Promise<void> };

/** In the order of time, because that is the order of the audit trail. */
export async function runInOrder(steps: ReadonlyArray<Step>): Promise<void> {
  for (const step of steps.toSorted((a, b) => a.at.getTime() - b.at.getTime())) await step.does();
}

const MINUTE_MS = 60_000;
export const DAY_MS = 24 * 60 * MINUTE_MS;

/** A moment of a working day in the past; `daysAgo` is at least 1, `time` is UTC. */
export function momentOf({ now }: Pick<Demo, "now">, daysAgo: number, time: string): Date {
  const day = new Date(now.getTime() - daysAgo * DAY_MS).toISOString().slice(0, 10);
  return new Date(`${day}T${time}:00.000Z`);
}

export function callerOf({ database, newId }: Demo, person: DemoPerson, at: Date): Caller {
  return { database, actor: actorOf(person), now: at, newId, isSteppedUp: true };
}

/** The value of an accepted outcome. The demo is as it was when its tests ran: a refusal is a bug. */
export function done<Value>(outcome: Result<Value, unknown>): Value {
  if (!outcome.ok) throw new Error(`the demo was refused: ${JSON.stringify(outcome.refusal)}`);
  return outcome.value;
}

/** A database for use cases whose every transaction is the one that is already open. */
export function insideOf(database: Database, db: Db): Database {
  return { ...database, read: db, transaction: (work) => work(db) };
}
