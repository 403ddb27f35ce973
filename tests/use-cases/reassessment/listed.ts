import type { Caller } from "~/use-cases/use-case.server";
import {
  listReassessmentChanges,
  listReassessments,
  type Reassessment,
  type ReassessmentChange,
} from "~db/repositories/reassessments";

export type Listed = Reassessment & { changes: ReadonlyArray<ReassessmentChange> };

/** What the hospital's list holds, each with its changes. */
export async function listed({ database, actor }: Caller): Promise<ReadonlyArray<Listed>> {
  const { organisationId } = actor;
  const found = await listReassessments(database.read, organisationId, { limit: 100 });
  return Promise.all(
    found.map(async (one) => ({
      ...one,
      changes: await listReassessmentChanges(database.read, organisationId, one.id, { limit: 1_000 }),
    })),
  );
}

/** What a step adds to the list. */
export async function addedBy(caller: Caller, step: () => Promise<unknown>): Promise<ReadonlyArray<Listed>> {
  const known = new Set((await listed(caller)).map(({ id }) => id));
  await step();
  return (await listed(caller)).filter(({ id }) => !known.has(id));
}

/** Cause and counts. */
export function countsOf(all: ReadonlyArray<Listed>): ReadonlyArray<[string, number, number]> {
  return all.map(({ cause, assessed, changed }) => [cause, assessed, changed]);
}

/** `zone release`, sorted: the pairs whose result is another one. */
export function pairsIn(all: ReadonlyArray<Listed>): ReadonlyArray<string> {
  return all.flatMap(({ changes }) => changes.map((one) => `${one.zoneId} ${one.releaseId}`)).sort();
}

/** `before → after`, each once. */
export function verdictsIn(all: ReadonlyArray<Listed>): ReadonlyArray<string> {
  const verdicts = all.flatMap(({ changes }) =>
    changes.map(({ verdictBefore, verdictAfter }) => `${verdictBefore ?? "–"} → ${verdictAfter ?? "–"}`),
  );
  return [...new Set(verdicts)].sort();
}
