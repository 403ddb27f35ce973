import type { Caller } from "~/use-cases/use-case.server";
import { listPendingInvitations } from "~db/repositories/invitations";
import { listMembers } from "~db/repositories/organisations";
import { failedLetters } from "./failed-letters.server";
import { sectionOf } from "./overview-entries.server";
import { isWithoutRole } from "./present-members.server";

const KEYS = [
  ...(["members-without-role", "pending-invitations", "failed-letters", "failed-request-letters"] as const),
];
type Key = (typeof KEYS)[number];
type Duty<All extends string> = { key: All; isMine: boolean };

/** What waits for whoever keeps people and letters going, of either side. */
export async function presentPeopleDuties<All extends string>(
  caller: Caller,
  duties: ReadonlyArray<Duty<All | Key>>,
) {
  const { actor, database } = caller;
  const dutyOf = (wanted: Key) => duties.find(({ key }) => key === wanted);
  const [roleless, invited] = [dutyOf("members-without-role"), dutyOf("pending-invitations")];
  const [lost, unasked] = [dutyOf("failed-letters"), dutyOf("failed-request-letters")];
  const members = roleless ? await listMembers(database.read, actor.organisationId) : [];
  const invitations = invited ? await listPendingInvitations(database.read, actor.organisationId) : [];
  const { letters, isCut } = lost || unasked ? await failedLetters(caller) : { letters: [], isCut: false };
  const lettersAbout = (wanted: "people" | "requests") =>
    letters
      .filter(({ concern }) => concern === wanted)
      .map(({ subjectId, recipient, failure, at }) => ({
        ...{ id: subjectId, title: recipient, about: failure, date: at },
      }));
  return [
    ...of(roleless, () =>
      members.filter(isWithoutRole).map(({ personId, name, email, createdAt }) => ({
        ...{ id: personId, title: name, about: email, date: createdAt.toISOString() },
      })),
    ),
    ...of(invited, () =>
      invitations.map(({ id, email, expiresAt }) => ({
        ...{ id, title: email, about: "", date: expiresAt.toISOString() },
      })),
    ),
    ...of(lost, () => lettersAbout("people"), isCut),
    ...of(unasked, () => lettersAbout("requests"), isCut),
  ];
}

function of<Some extends string>(
  duty: Duty<Some> | undefined,
  entries: () => Parameters<typeof sectionOf>[1],
  isCut = false,
) {
  return duty ? [sectionOf(duty, entries(), { isCut })] : [];
}
