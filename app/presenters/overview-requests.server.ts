import { mayDo } from "~/domain/access/permissions";
import { WAITING_FOR_SUPPLIER } from "~/domain/procurement/tender";
import { addDays, toIsoDate } from "~/domain/shared/iso-date";
import type { Caller } from "~/use-cases/use-case.server";
import { countRequests, listRequests } from "~db/repositories/intake-requests";

const SHOWN = 5;

/** Answers that wait for a decision, and answers that suppliers owe; `hasAny` also where nothing waits any more. */
export async function presentRequestDuties({ actor, database, now }: Caller) {
  const { organisationId } = actor;
  const db = database.read;
  const answered = { states: ["declared" as const] };
  const overdue = { states: WAITING_FOR_SUPPLIER, dueUntil: addDays(toIsoDate(now), -1) };
  const [answers, owed, answeredCount, overdueCount, [any]] = await Promise.all([
    listRequests(db, organisationId, answered, { limit: SHOWN }),
    listRequests(db, organisationId, overdue, { limit: SHOWN, order: "due" }),
    countRequests(db, organisationId, answered),
    countRequests(db, organisationId, overdue),
    listRequests(db, organisationId, {}, { limit: 1 }),
  ]);
  return {
    hasAny: any !== undefined,
    answered: {
      key: "answered-requests" as const,
      isMine: mayDo(actor, "decision.record"),
      count: answeredCount,
      isCut: false,
      entries: answers.map(({ id, subject, supplierName, updatedAt }) => ({
        ...{ id, title: subject, about: supplierName, date: updatedAt.toISOString() },
      })),
    },
    overdue: {
      key: "overdue-requests" as const,
      isMine: mayDo(actor, "request.withdraw"),
      count: overdueCount,
      isCut: false,
      entries: owed.map(({ id, subject, supplierName, dueOn }) => ({
        ...{ id, title: subject, about: supplierName, date: dueOn },
      })),
    },
  };
}
