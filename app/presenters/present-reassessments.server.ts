import { type Caller, requirePermission } from "~/use-cases/use-case.server";
import { listPeopleByIds } from "~db/repositories/people";
import { findReassessment, listReassessments, type Reassessment } from "~db/repositories/reassessments";
import { REASSESSMENT_CAUSES } from "~db/schema";
import { WEEK_MS } from "./present-decisions.server";

const PAGE = 50;

export type ReassessmentsQuery = {
  cause: string | null;
  /** `changed`: only those that changed a result. */
  results: string | null;
  /** `week`: only those of the last seven days. */
  since?: string | null;
  /** Id of the entry that ended the page before. */
  after: string | null;
};

/** What was assessed anew and why, newest first. */
export async function presentReassessments(caller: Caller, query: ReassessmentsQuery) {
  const { actor, database } = caller;
  requirePermission(actor, "reassessment.read");
  const db = database.read;
  const cause = REASSESSMENT_CAUSES.find((one) => one === query.cause);
  const onlyChanged = query.results === "changed";
  const isRecent = query.since === "week";
  const last = query.after ? await findReassessment(db, actor.organisationId, query.after) : undefined;
  const found = await listReassessments(db, actor.organisationId, {
    ...{ cause, onlyChanged, after: last },
    since: isRecent ? new Date(caller.now.getTime() - WEEK_MS) : undefined,
    limit: PAGE + 1,
  });
  const page = found.slice(0, PAGE);
  const people = await listPeopleByIds(
    db,
    page.flatMap(({ personId }) => personId ?? []),
  );
  const nameOf = new Map(people.map(({ id, name }) => [id, name]));
  return {
    reassessments: page.map((one) => toShownReassessment(one, nameOf)),
    causes: REASSESSMENT_CAUSES,
    filter: { cause: cause ?? null, onlyChanged, isRecent },
    next: found.length > PAGE ? (page.at(-1)?.id ?? null) : null,
  };
}

export function toShownReassessment(
  { id, cause, subject, at, personId, assessed, changed }: Reassessment,
  nameOf: ReadonlyMap<string, string>,
) {
  const personName = personId === null ? null : (nameOf.get(personId) ?? null);
  return { id, cause, subject, at: at.toISOString(), personName, assessed, changed };
}
