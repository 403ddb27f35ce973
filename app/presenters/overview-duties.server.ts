import type { HospitalDuty } from "~/domain/access/overview";
import { toIsoDate } from "~/domain/shared/iso-date";
import { measureEntries } from "~/use-cases/calendar/measure-entries.server";
import type { Caller } from "~/use-cases/use-case.server";
import { sectionOf } from "./overview-entries.server";
import { presentReportsDue } from "./present-incidents.server";
import { WAITING_QUESTIONS_BOUND, waitingQuestions } from "./present-waiting-questions.server";

const MEASURE_BOUND = 500;

type Duty = { key: HospitalDuty; isMine: boolean };

/** What runs by the clock or by a day, and what suppliers ask: incidents, measures of the hospital itself, questions. */
export async function presentTimedDuties(caller: Caller, duties: ReadonlyArray<Duty>) {
  const dutyOf = (wanted: HospitalDuty) => duties.find(({ key }) => key === wanted);
  const [clocks, overdue, asked] = [
    ...[dutyOf("incident-clocks"), dutyOf("measures-overdue"), dutyOf("questions")],
  ];
  return [
    ...(clocks ? [await incidentSection(caller, clocks)] : []),
    ...(overdue ? [await measureSection(caller, overdue)] : []),
    ...(asked ? [await questionSection(caller, asked)] : []),
  ];
}

async function incidentSection(caller: Caller, duty: Duty) {
  const { incidents, isCut } = await presentReportsDue(caller);
  const entries = incidents.map(({ id, title, dueAt }) => ({
    ...{ id, title, about: "", date: dueAt.toISOString() },
  }));
  return sectionOf(duty, entries, { isCut });
}

async function measureSection({ actor, database, now }: Caller, duty: Duty) {
  const today = toIsoDate(now);
  const due = await measureEntries({
    ...{ db: database.read, organisationId: actor.organisationId },
    ...{ from: "0001-01-01", limit: MEASURE_BOUND },
  });
  const entries = due.entries
    .filter(({ endsOn }) => endsOn < today)
    .flatMap(({ name, owner, endsOn, subject }) =>
      subject.to === "measure"
        ? [{ id: subject.measureId, title: name, about: owner.name, date: endsOn }]
        : [],
    );
  // They come by their day: where the last one is not overdue yet, all that are have been seen.
  const isCut = due.isCut && (due.entries.at(-1)?.endsOn ?? "") < today;
  return sectionOf(duty, entries, { isCut });
}

async function questionSection(caller: Caller, duty: Duty) {
  const { questions, isCut } = await waitingQuestions(caller, WAITING_QUESTIONS_BOUND);
  const entries = questions.map(({ requestId, subject, otherName, at }) => ({
    ...{ id: requestId, title: subject, about: otherName, date: at },
  }));
  return sectionOf(duty, entries, { isCut });
}
