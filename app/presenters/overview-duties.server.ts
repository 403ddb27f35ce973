import { mayDo } from "~/domain/access/permissions";
import { toIsoDate } from "~/domain/shared/iso-date";
import { measureEntries } from "~/use-cases/calendar/measure-entries.server";
import type { Caller } from "~/use-cases/use-case.server";
import { listPendingInvitations } from "~db/repositories/invitations";
import { listGivenUpLetters, type OutboxLetter } from "~db/repositories/mail-outbox";
import { listMembers } from "~db/repositories/organisations";
import { listReceivedNotices } from "~db/repositories/received-notices";
import { presentOpenIncidents } from "./present-incidents.server";
import { placedReleases } from "./standing-ground.server";

const SHOWN = 5;
const INCIDENT_BOUND = 100;
const MEASURE_BOUND = 100;
const NOTICE_BOUND = 100;
const LETTER_BOUND = 100;
/** A letter that did not arrive is shown so long. */
const LETTER_DAYS = 14;
const DAY_MS = 86_400_000;

/** What follows from events outside: notices of suppliers, incidents and their clocks, measures of the hospital itself. */
export async function presentOutsideDuties(caller: Caller) {
  const { actor, database, now } = caller;
  const today = toIsoDate(now);
  const placed = await placedReleases(caller);
  const [concerning, open, due] = await Promise.all([
    listReceivedNotices(database.read, actor.organisationId, {
      ...{ heldReleaseIds: [...placed], isUrgent: true, limit: NOTICE_BOUND },
    }),
    presentOpenIncidents(caller, INCIDENT_BOUND),
    measureEntries({
      ...{ db: database.read, organisationId: actor.organisationId },
      ...{ from: "0001-01-01", limit: MEASURE_BOUND },
    }),
  ]);
  const reporting = open.incidents.flatMap(({ id, title, due: step }) =>
    step?.dueAt ? [{ id, title, about: "", date: step.dueAt.toISOString() }] : [],
  );
  const overdue = due.entries.filter(({ endsOn }) => endsOn < today);
  return [
    {
      key: "incident-clocks" as const,
      isMine: mayDo(actor, "incident.record"),
      count: reporting.length,
      isCut: open.isCut,
      entries: reporting.toSorted((a, b) => (a.date < b.date ? -1 : 1)).slice(0, SHOWN),
    },
    {
      key: "notices" as const,
      isMine: mayDo(actor, "incident.open"),
      count: concerning.length,
      isCut: concerning.length === NOTICE_BOUND,
      entries: concerning.slice(0, SHOWN).map(({ id, content, supplierName, updatedAt }) => ({
        ...{ id, title: content.title, about: supplierName, date: updatedAt.toISOString() },
      })),
    },
    {
      key: "measures-overdue" as const,
      isMine: mayDo(actor, "measure.record"),
      count: overdue.length,
      isCut: due.isCut,
      entries: overdue
        .slice(0, SHOWN)
        .flatMap(({ name, owner, endsOn, subject }) =>
          subject.to === "measure"
            ? [{ id: subject.measureId, title: name, about: owner.name, date: endsOn }]
            : [],
        ),
    },
  ];
}

/** What waits for whoever keeps people and letters going: nothing for anybody else. */
export async function presentHousekeeping({ actor, database, now }: Caller) {
  const mayInvite = mayDo(actor, "member.invite");
  const maySend = mayDo(actor, "request.send-link");
  if (!mayInvite && !maySend) return [];
  const { organisationId } = actor;
  const since = new Date(now.getTime() - LETTER_DAYS * DAY_MS);
  const letters = await listGivenUpLetters(database.read, organisationId, { since, limit: LETTER_BOUND });
  const ofRequests = letters.filter(isOfRequest);
  const others = letters.filter((letter) => !isOfRequest(letter));
  const isCut = letters.length === LETTER_BOUND;
  const requestLetters = {
    ...{ key: "failed-request-letters" as const, isMine: maySend, count: ofRequests.length, isCut },
    entries: ofRequests.slice(0, SHOWN).map(toEntry),
  };
  if (!mayInvite) return [requestLetters];
  const [members, invitations] = await Promise.all([
    listMembers(database.read, organisationId),
    listPendingInvitations(database.read, organisationId),
  ]);
  const roleless = members.filter(({ roles, state }) => roles.length === 0 && state === "active");
  return [
    {
      key: "members-without-role" as const,
      isMine: true,
      count: roleless.length,
      isCut: false,
      entries: roleless.slice(0, SHOWN).map(({ personId, name, email, createdAt }) => ({
        ...{ id: personId, title: name, about: email, date: createdAt.toISOString() },
      })),
    },
    {
      key: "pending-invitations" as const,
      isMine: true,
      count: invitations.length,
      isCut: false,
      entries: invitations.slice(0, SHOWN).map(({ id, email, expiresAt }) => ({
        ...{ id, title: email, about: "", date: expiresAt.toISOString() },
      })),
    },
    {
      ...{ key: "failed-letters" as const, isMine: true, count: others.length, isCut },
      entries: others.slice(0, SHOWN).map(toEntry),
    },
    requestLetters,
  ];
}

function isOfRequest({ letter }: OutboxLetter): boolean {
  return letter.kind === "request" || letter.kind === "reminder";
}

function toEntry({ subjectId, recipient, failure, createdAt }: OutboxLetter) {
  return { id: subjectId, title: recipient, about: failure, date: createdAt.toISOString() };
}
