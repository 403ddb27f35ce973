import { type HospitalDuty, isQueued, type QueuedDuty, queueOf } from "~/domain/access/overview";
import { paths } from "~/paths";

/** Of what the queue does not hold. */
const LISTS: Readonly<Record<Exclude<HospitalDuty, QueuedDuty>, string>> = {
  "incident-clocks": paths.incidents({ show: "report-due" }),
  "measures-overdue": paths.measures({ overdue: "yes" }),
  "answered-requests": `${paths.requests()}?state=declared`,
  questions: paths.questions(),
  "overdue-requests": `${paths.requests()}?state=overdue`,
  "members-without-role": paths.members({ show: "without-role" }),
  "pending-invitations": paths.members({ show: "invited" }),
  "failed-letters": paths.failedLetters({ of: "people" }),
  "failed-request-letters": paths.failedLetters({ of: "requests" }),
  "recent-decisions": `${paths.decisions()}?since=week`,
  "recent-exceptions": paths.exceptions({ age: "to-30" }),
};

/** The list that has as many rows as the section counts. */
export function hospitalListOf(key: HospitalDuty, isMine: boolean): string {
  if (!isQueued(key)) return LISTS[key];
  const { kind, party, due } = queueOf(key, isMine);
  return paths.queue({ kind, party, due: due ?? undefined });
}

/** Where one of them is opened. */
export const HOSPITAL_ENTRIES: Readonly<Record<HospitalDuty, (id: string) => string>> = {
  "incident-clocks": paths.incident,
  notices: paths.receivedNotice,
  "measures-overdue": (measureId) => paths.measures({ overdue: "yes", find: measureId }),
  "decisions-to-review": paths.decision,
  "answered-requests": paths.request,
  "submitted-revisions": paths.review,
  "returned-submissions": paths.review,
  "open-comments": (modelId) => `${paths.review(modelId)}#comments`,
  questions: (requestId) => paths.requestQuestions(requestId),
  "proposed-countermeasures": paths.countermeasure,
  "requested-exceptions": paths.exception,
  "exceptions-to-review": paths.exception,
  "overdue-requests": paths.request,
  "conditions-due": paths.decision,
  "members-without-role": () => paths.members({ show: "without-role" }),
  "pending-invitations": () => paths.members({ show: "invited" }),
  "failed-letters": () => paths.failedLetters({ of: "people" }),
  "failed-request-letters": paths.request,
  "recent-decisions": paths.decision,
  "recent-exceptions": paths.exception,
};
