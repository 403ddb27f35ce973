import type { QueueDue, QueueKind } from "../procurement/queue";
import { type Action, mayDo } from "./permissions";
import type { Actor, Role } from "./role";

/** One kind of work on an overview: whose next step it is, and who of the others wants to know of it. */
type Duty = {
  /** Whoever may take the next step; `auditor`: to be looked at, nothing to be done. */
  of: Action | "auditor";
  watchedBy: ReadonlyArray<Role>;
  /** The same entries in the queue of the hospital; `me`: they wait for a person and not for a role. */
  queue?: { kind: QueueKind; due?: QueueDue; party?: "me" };
};

const nobody: ReadonlyArray<Role> = [];

/** What may stand on the overview of a hospital, in its order. */
export const HOSPITAL_DUTIES = {
  "incident-clocks": { of: "incident.record", watchedBy: ["auditor"] },
  notices: { of: "incident.open", watchedBy: ["auditor"], queue: { kind: "notice" } },
  "measures-overdue": { of: "measure.record", watchedBy: ["auditor"] },
  "decisions-to-review": {
    ...{ of: "decision.record", watchedBy: ["security-lead", "auditor"] },
    queue: { kind: "decision-to-review" },
  },
  "answered-requests": { of: "decision.record", watchedBy: ["security-lead", "security-engineer"] },
  "submitted-revisions": {
    ...{ of: "revision.approve", watchedBy: ["procurement-officer"] },
    queue: { kind: "submitted-revision" },
  },
  "returned-submissions": {
    ...{ of: "revision.submit", watchedBy: nobody },
    queue: { kind: "returned-submission", party: "me" },
  },
  "open-comments": {
    ...{ of: "comment.add", watchedBy: nobody },
    queue: { kind: "comment", party: "me" },
  },
  questions: { of: "question.write", watchedBy: nobody },
  "proposed-countermeasures": {
    ...{ of: "countermeasure.decide", watchedBy: ["security-engineer", "procurement-officer"] },
    queue: { kind: "proposed-countermeasure" },
  },
  "requested-exceptions": {
    ...{ of: "exception.decide", watchedBy: ["security-engineer", "procurement-officer"] },
    queue: { kind: "requested-exception" },
  },
  "exceptions-to-review": {
    ...{ of: "exception.review", watchedBy: ["procurement-officer", "auditor"] },
    queue: { kind: "exception-to-review" },
  },
  "overdue-requests": { of: "request.withdraw", watchedBy: nobody },
  "conditions-due": {
    ...{ of: "condition.complete", watchedBy: ["security-engineer", "security-lead", "auditor"] },
    queue: { kind: "condition", due: "fortnight" },
  },
  "members-without-role": { of: "member.invite", watchedBy: nobody },
  "pending-invitations": { of: "member.invite", watchedBy: nobody },
  "failed-letters": { of: "member.invite", watchedBy: nobody },
  "failed-request-letters": { of: "request.send-link", watchedBy: ["administrator"] },
  "recent-decisions": { of: "auditor", watchedBy: nobody },
  "recent-exceptions": { of: "auditor", watchedBy: nobody },
} as const satisfies Record<string, Duty>;
export type HospitalDuty = keyof typeof HOSPITAL_DUTIES;

/** What may stand on the overview of a supplier, in its order. */
export const SUPPLIER_DUTIES = {
  "notice-clocks": { of: "notice.record", watchedBy: nobody },
  "overdue-requests": { of: "received-request.answer", watchedBy: nobody },
  "returned-answers": { of: "received-request.answer", watchedBy: nobody },
  questions: { of: "question.write", watchedBy: nobody },
  "declarations-to-sign": { of: "declaration.sign", watchedBy: ["administrator", "contributor"] },
  drafts: { of: "declaration.answer", watchedBy: ["signatory"] },
  "notice-drafts": { of: "notice.publish", watchedBy: ["contributor"] },
  expiring: { of: "declaration.answer", watchedBy: ["signatory"] },
  "members-without-role": { of: "member.invite", watchedBy: nobody },
  "pending-invitations": { of: "member.invite", watchedBy: nobody },
  "failed-letters": { of: "member.invite", watchedBy: nobody },
} as const satisfies Record<string, Duty>;
export type SupplierDuty = keyof typeof SUPPLIER_DUTIES;

/** Those that the queue of the hospital holds. */
export type QueuedDuty = {
  [Key in HospitalDuty]: (typeof HOSPITAL_DUTIES)[Key] extends { queue: unknown } ? Key : never;
}[HospitalDuty];

export function isQueued(key: HospitalDuty): key is QueuedDuty {
  return "queue" in HOSPITAL_DUTIES[key];
}

/** The filter of the queue that holds exactly what a section counts. */
export function queueOf(key: QueuedDuty, isMine: boolean) {
  return {
    due: null,
    party: isMine ? ("role" as const) : ("others" as const),
    ...HOSPITAL_DUTIES[key].queue,
  };
}

/** What the roles of a person show, and whether they allow the next step; nothing else is asked for. */
export function dutiesOf<Key extends string>(
  actor: Actor,
  duties: Readonly<Record<Key, Duty>>,
): ReadonlyArray<{ key: Key; isMine: boolean }> {
  // The keys of a literal are its type's.
  return (Object.keys(duties) as Array<Key>).flatMap((key) => {
    const { of, watchedBy } = duties[key];
    const isMine = of === "auditor" ? actor.roles.includes(of) : mayDo(actor, of);
    return isMine || watchedBy.some((role) => actor.roles.includes(role)) ? [{ key, isMine }] : [];
  });
}
