import type { HospitalDuty } from "~/domain/access/overview";
import { WAITING_FOR_SUPPLIER } from "~/domain/procurement/tender";
import { addDays, toIsoDate } from "~/domain/shared/iso-date";
import type { Caller } from "~/use-cases/use-case.server";
import { countRequests, listRequests } from "~db/repositories/intake-requests";
import { sectionOf } from "./overview-entries.server";

const SHOWN = 5;

type Duty = { key: HospitalDuty; isMine: boolean };

/** Answers that wait for a decision, and answers that suppliers owe. */
export async function presentRequestDuties({ actor, database, now }: Caller, duties: ReadonlyArray<Duty>) {
  const { organisationId } = actor;
  const db = database.read;
  const answered = duties.find(({ key }) => key === "answered-requests");
  const overdue = duties.find(({ key }) => key === "overdue-requests");
  const declared = { states: ["declared" as const] };
  const late = { states: WAITING_FOR_SUPPLIER, dueUntil: addDays(toIsoDate(now), -1) };
  const answers = answered ? await listRequests(db, organisationId, declared, { limit: SHOWN }) : [];
  const owed = overdue ? await listRequests(db, organisationId, late, { limit: SHOWN, order: "due" }) : [];
  return [
    ...(answered
      ? [
          sectionOf(
            answered,
            answers.map(({ id, subject, supplierName, updatedAt }) => ({
              ...{ id, title: subject, about: supplierName, date: updatedAt.toISOString() },
            })),
            { count: await countRequests(db, organisationId, declared) },
          ),
        ]
      : []),
    ...(overdue
      ? [
          sectionOf(
            overdue,
            owed.map(({ id, subject, supplierName, dueOn }) => ({
              ...{ id, title: subject, about: supplierName, date: dueOn },
            })),
            { count: await countRequests(db, organisationId, late) },
          ),
        ]
      : []),
  ];
}
