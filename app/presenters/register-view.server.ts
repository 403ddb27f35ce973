import { ENDS_SOON_DAYS, REGISTER_STATES, type RegisterState } from "~/domain/procurement/register";
import { addDays, toIsoDate } from "~/domain/shared/iso-date";
import type { Caller } from "~/use-cases/use-case.server";
import { listDecisionExceptions } from "~db/repositories/decision-exceptions";
import { listConditions, listDecisionsByIds } from "~db/repositories/decisions";
import { findRegisterEntry, listRegister, type RegisterEntry } from "~db/repositories/register";
import { reviewDecisions } from "./assessment-of-pair.server";
import { type ShownApproval, toShownApproval } from "./shown-approval.server";

/** Whether an approval needs review is worked out, not stored: so many are looked at before the next breath. */
const AT_ONCE = 250;

export type RegisterQuery = {
  find: string | null;
  model: string | null;
  /** Of the model. */
  zone: string | null;
  state: string | null;
  /** Id of the decision that ended the page before. */
  after: string | null;
};

/** What is asked of the database; whether something needs review is no part of it. */
export function toWanted({ now }: Caller, { find, model, zone, state }: RegisterQuery) {
  return {
    text: find ?? undefined,
    modelId: model ?? undefined,
    zoneId: model === null ? undefined : (zone ?? undefined),
    hasOpenConditions: state === "open-conditions",
    endsBy: state === "ends-soon" ? addDays(toIsoDate(now), ENDS_SOON_DAYS) : undefined,
  };
}

export function readState(state: string | null): RegisterState | null {
  return REGISTER_STATES.find((one) => one === state) ?? null;
}

/**
 * Approvals in force under a query, in order: at most `size`, found among at most `scan`. `next` is where to go on,
 * null at the end.
 */
export async function viewRegister(
  caller: Caller,
  query: RegisterQuery,
  { size, scan }: { size: number; scan: number },
): Promise<{ approvals: ReadonlyArray<ShownApproval>; next: string | null }> {
  const { database, actor } = caller;
  const { organisationId } = actor;
  const state = readState(query.state);
  const wanted = toWanted(caller, query);
  let after = query.after ? await findRegisterEntry(database.read, organisationId, query.after) : undefined;
  const approvals: Array<ShownApproval> = [];
  let looked = 0;
  while (true) {
    const unfilled = isDerived(state) ? AT_ONCE : size + 1 - approvals.length;
    const limit = Math.min(AT_ONCE, scan - looked, unfilled);
    const entries = await listRegister(database.read, organisationId, { ...wanted, after, limit });
    looked += entries.length;
    for (const approval of await showApprovals(caller, entries)) {
      if (!isOfState(approval, state)) continue;
      if (approvals.length === size) return { approvals, next: approvals.at(-1)?.id ?? null };
      approvals.push(approval);
    }
    if (entries.length < limit) return { approvals, next: null };
    after = entries.at(-1);
    if (looked >= scan) return { approvals, next: after?.decisionId ?? null };
    // Others who wait for this process get their turn.
    await new Promise((resolve) => setImmediate(resolve));
  }
}

/** True where the database cannot say whether an approval is of the state. */
export function isDerived(state: RegisterState | null): boolean {
  return state === "in-force" || state === "needs-review";
}

function isOfState({ review }: ShownApproval, state: RegisterState | null): boolean {
  if (state === "needs-review") return review !== null;
  return state !== "in-force" || review === null;
}

async function showApprovals(
  caller: Caller,
  entries: ReadonlyArray<RegisterEntry & { modelName: string }>,
): Promise<ReadonlyArray<ShownApproval>> {
  const { database, actor, now } = caller;
  const ids = entries.map(({ decisionId }) => decisionId);
  const found = await listDecisionsByIds(database.read, actor.organisationId, ids);
  const reviewed = new Map(
    (await reviewDecisions(caller, found)).map((one) => [one.decision.id, one] as const),
  );
  const conditions = await listConditions(database.read, actor.organisationId, ids);
  const resting = await listDecisionExceptions(database.read, actor.organisationId, ids);
  const today = toIsoDate(now);
  return entries.flatMap((entry) => {
    const one = reviewed.get(entry.decisionId);
    return one ? [toShownApproval(entry, one, { conditions, resting, today })] : [];
  });
}
