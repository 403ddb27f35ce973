import { type EvidenceScope, instantsOf, MOST_IN_PACK } from "~/domain/audit/evidence-scope";
import type { Caller } from "~/use-cases/use-case.server";
import { type AuditEntry, listAuditEntries, listPreviousHashes } from "~db/repositories/audit";
import { listDecisionExceptions } from "~db/repositories/decision-exceptions";
import { listConditions, type NamedDecision } from "~db/repositories/decisions";
import {
  listAuditAbout,
  listAuditOfPeriod,
  listDecisionsIn,
  listExceptionsIn,
  listRequestsIn,
} from "~db/repositories/evidence";
import type { ExceptionRecord } from "~db/repositories/exceptions";
import { presentLineage } from "./exception-lineage.server";

/** Ids of one question to the database. */
const SLICE = 500;

type Records = {
  decisions: ReadonlyArray<NamedDecision>;
  exceptions: ReadonlyArray<ExceptionRecord>;
  requests: Awaited<ReturnType<typeof listRequestsIn>>;
};

/** What was decided, accepted and asked in a scope. */
export async function recordsIn({ actor, database }: Caller, scope: EvidenceScope): Promise<Records> {
  const of = [database.read, actor.organisationId, scope] as const;
  return {
    decisions: await listDecisionsIn(...of, MOST_IN_PACK.decisions),
    exceptions: await listExceptionsIn(...of, MOST_IN_PACK.exceptions),
    requests: await listRequestsIn(...of, MOST_IN_PACK.requests),
  };
}

/** Conditions and exceptions of decisions, by the id of the decision. */
export async function termsOf({ actor, database }: Caller, decisions: ReadonlyArray<NamedDecision>) {
  const conditions: Array<Awaited<ReturnType<typeof listConditions>>[number]> = [];
  const resting: Array<Awaited<ReturnType<typeof listDecisionExceptions>>[number]> = [];
  for (let at = 0; at < decisions.length; at += SLICE) {
    const ids = decisions.slice(at, at + SLICE).map(({ id }) => id);
    conditions.push(...(await listConditions(database.read, actor.organisationId, ids)));
    resting.push(...(await listDecisionExceptions(database.read, actor.organisationId, ids)));
  }
  return {
    conditions: byDecision(conditions),
    exceptions: byDecision(resting),
  };
}

function byDecision<Term extends { decisionId: string }>(
  terms: ReadonlyArray<Term>,
): ReadonlyMap<string, ReadonlyArray<Term>> {
  const found = new Map<string, Array<Term>>();
  for (const term of terms) {
    const of = found.get(term.decisionId) ?? [];
    of.push(term);
    found.set(term.decisionId, of);
  }
  return found;
}

/** Exceptions with everything that happened to them and to those they go on from; of a period, what happened in it. */
export async function exceptionsWithLineage(
  caller: Caller,
  scope: EvidenceScope,
  exceptions: ReadonlyArray<ExceptionRecord>,
) {
  const told = [];
  for (const exception of exceptions) {
    const lineage = await presentLineage(caller, exception);
    const { organisationId: _organisation, ...record } = exception;
    told.push({
      ...record,
      /** Today's, whatever came after a period. */
      standing: lineage[0]?.standing ?? ("requested" as const),
      lineage: lineage.map(({ steps, ...one }) => ({ ...one, steps: steps.filter(isIn(scope)) })),
    });
  }
  return told;
}

function isIn(scope: EvidenceScope): (step: { at: string }) => boolean {
  if (scope.kind !== "period") return () => true;
  const { since, before } = instantsOf(scope);
  return ({ at }) => new Date(at) >= since && new Date(at) < before;
}

/** Entries of the log with the hash that each rests on, and where the log was when they were read. */
export async function trailOf(
  { actor, database }: Caller,
  scope: EvidenceScope,
  about: { subjectIds: ReadonlyArray<string>; isWanted: (entry: AuditEntry) => boolean },
) {
  const { read } = database;
  const most = MOST_IN_PACK.entries;
  const found =
    scope.kind === "period"
      ? await listAuditOfPeriod(read, actor.organisationId, scope, most + 1)
      : await listAuditAbout(read, actor.organisationId, about.subjectIds, most + 1);
  const kept = found.filter(about.isWanted).slice(0, most);
  const previous = new Map<number, string>();
  for (let at = 0; at < kept.length; at += SLICE) {
    const sequences = kept.slice(at, at + SLICE).map(({ sequence }) => sequence);
    for (const [sequence, hash] of await listPreviousHashes(read, sequences)) previous.set(sequence, hash);
  }
  const [head] = await listAuditEntries(read, actor.organisationId, { limit: 1 });
  return {
    entries: kept.map(({ at, ...entry }) => ({
      ...entry,
      at: at.toISOString(),
      previous: previous.get(entry.sequence) ?? "",
    })),
    isCut: found.length > most,
    /** The hospital's newest entry when the pack was made: what a later copy of the log has to hold too. */
    head: head ? { sequence: head.sequence, hash: head.hash } : null,
  };
}
