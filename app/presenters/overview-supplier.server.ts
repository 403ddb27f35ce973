import type { SupplierDuty } from "~/domain/access/overview";
import type { Caller } from "~/use-cases/use-case.server";
import type { NamedDeclaration } from "~db/repositories/declarations";
import { countReceivedRequests, listReceivedRequests } from "~db/repositories/intake-requests";
import { countNotices, listNotices } from "~db/repositories/notices";
import type { ExpiringEntry } from "./expiring-entries.server";
import { sectionOf } from "./overview-entries.server";
import { declarationRows } from "./present-declarations.server";
import { presentClocksDue } from "./present-notices.server";
import { filterOf } from "./present-received-requests.server";
import { WAITING_QUESTIONS_BOUND, waitingQuestions } from "./present-waiting-questions.server";

const SHOWN = 5;

type Duty = { key: SupplierDuty; isMine: boolean };
/** What the page has read anyway. */
type Ground = { declarations: ReadonlyArray<NamedDeclaration>; expiring: ReadonlyArray<ExpiringEntry> };

/** What waits for people of a supplier; a hospital is a name here and nothing else. */
export async function presentSupplierDuties(caller: Caller, duties: ReadonlyArray<Duty>, ground: Ground) {
  const sections: Array<ReturnType<typeof sectionOf<SupplierDuty>>> = [];
  for (const duty of duties) {
    const section = await presentDuty(caller, duty, ground);
    if (section) sections.push(section);
  }
  return sections;
}

/** Null where it is told with people and letters. */
async function presentDuty(caller: Caller, duty: Duty, { declarations, expiring }: Ground) {
  switch (duty.key) {
    case "notice-clocks":
      return clockSection(caller, duty);
    case "overdue-requests":
      return requestSection(caller, duty, "overdue");
    case "returned-answers":
      return requestSection(caller, duty, "returned");
    case "questions":
      return questionSection(caller, duty);
    case "declarations-to-sign":
      return declarationSection(duty, declarations, "to-sign");
    case "drafts":
      return declarationSection(duty, declarations, "drafts");
    case "notice-drafts":
      return noticeSection(caller, duty);
    case "expiring":
      return expiringSection(duty, expiring);
    case "members-without-role":
    case "pending-invitations":
    case "failed-letters":
      return null;
  }
}

async function clockSection(caller: Caller, duty: Duty) {
  const { notices, isCut } = await presentClocksDue(caller);
  const entries = notices.map(({ id, title, dueAt }) => ({
    ...{ id, title, about: "", date: dueAt.toISOString() },
  }));
  return sectionOf(duty, entries, { isCut });
}

async function requestSection({ actor, database, now }: Caller, duty: Duty, view: "overdue" | "returned") {
  const wanted = filterOf(view, now);
  const scope = [database.read, actor.organisationId, wanted] as const;
  const found = await listReceivedRequests(...scope, { limit: SHOWN, order: "due" });
  const entries = found.map(({ id, subject, hospitalName, dueOn }) => ({
    ...{ id, title: subject, about: hospitalName, date: dueOn },
  }));
  return sectionOf(duty, entries, { count: await countReceivedRequests(...scope) });
}

async function questionSection(caller: Caller, duty: Duty) {
  const { questions, isCut } = await waitingQuestions(caller, WAITING_QUESTIONS_BOUND);
  const entries = questions.map(({ requestId, subject, otherName, at }) => ({
    ...{ id: requestId, title: subject, about: otherName, date: at },
  }));
  return sectionOf(duty, entries, { isCut });
}

function declarationSection(
  duty: Duty,
  declarations: ReadonlyArray<NamedDeclaration>,
  wanted: "to-sign" | "drafts",
) {
  const drafts = declarationRows(declarations.filter(({ state }) => state === "draft"));
  const entries = drafts
    .filter(({ view }) => view === wanted)
    .map(({ id, productName, releaseVersion, updatedAt }) => ({
      ...{ id, title: productName, about: releaseVersion, date: updatedAt },
    }));
  return sectionOf(duty, entries);
}

async function noticeSection({ actor, database }: Caller, duty: Duty) {
  const { organisationId } = actor;
  const found = await listNotices(database.read, organisationId, { limit: SHOWN, states: ["draft"] });
  const entries = found.map(({ id, content, updatedAt }) => ({
    ...{ id, title: content.title, about: "", date: updatedAt.toISOString() },
  }));
  return sectionOf(duty, entries, { count: await countNotices(database.read, organisationId, "draft") });
}

function expiringSection(duty: Duty, expiring: ReadonlyArray<ExpiringEntry>) {
  const entries = expiring.map(({ declarationId, name, productName, releaseVersion, until }) => ({
    ...{ id: declarationId, title: name || productName, about: `${productName} ${releaseVersion}` },
    date: until,
  }));
  return sectionOf(duty, entries);
}
