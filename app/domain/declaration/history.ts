import { z } from "zod";

const ids = z.array(z.string());

/** What the log says of one accepted change, by its action; the kinds are what a reader tells apart. */
const CHANGES = {
  "declaration.create": z
    .object({ copiedFrom: z.string().nullish() })
    .transform(({ copiedFrom = null }) => ({ kind: "created" as const, copiedFrom })),
  "declaration.answer": z.union([
    z
      .object({ requirementIds: ids })
      .transform(({ requirementIds }) => ({ kind: "answers" as const, requirementIds })),
    z
      .object({ group: z.string(), facts: ids })
      .transform(({ group, facts }) => ({ kind: "facts" as const, group, facts })),
    z
      .object({ componentTypes: ids })
      .transform(({ componentTypes }) => ({ kind: "types" as const, componentTypes })),
    z
      .object({ claimed: z.string().nullable() })
      .transform(({ claimed }) => ({ kind: "claim" as const, claimed })),
    z.object({ evidenceId: z.string(), isNew: z.boolean() }).transform(({ evidenceId, isNew }) => ({
      kind: "evidence" as const,
      evidenceId,
      step: isNew ? ("added" as const) : ("changed" as const),
    })),
    z
      .object({ evidenceId: z.string(), rows: ids })
      .transform(({ evidenceId }) => ({ kind: "evidence" as const, evidenceId, step: "removed" as const })),
  ]),
  "declaration.import": z
    .object({ step: z.literal("applied"), taken: ids, vulnerabilities: z.number() })
    .transform(({ taken, vulnerabilities }) => ({
      kind: "import" as const,
      entries: taken.length + vulnerabilities,
    })),
  "declaration.assign": z
    .object({ sections: ids, assigneeId: z.string() })
    .transform(({ sections, assigneeId }) => ({ kind: "assigned" as const, sections, assigneeId })),
  "declaration.sign": z
    .object({ visibility: z.string(), fingerprint: z.string() })
    .transform(({ visibility, fingerprint }) => ({ kind: "signed" as const, visibility, fingerprint })),
  "declaration.share": z
    .object({ visibility: z.string() })
    .transform(({ visibility }) => ({ kind: "shared" as const, visibility })),
  "declaration.withdraw": z.object({}).transform(() => ({ kind: "withdrawn" as const })),
  "declaration.export": z
    .object({ file: z.string() })
    .transform(({ file }) => ({ kind: "exported" as const, file })),
  "received-request.answer": z
    .object({ move: z.literal("declare"), declarationId: z.string() })
    .transform(({ declarationId }) => ({ kind: "sent" as const, declarationId })),
} as const;

export type HistoryAction = keyof typeof CHANGES;
// Object.keys forgets what it was given; the table above is closed.
export const HISTORY_ACTIONS = Object.keys(CHANGES) as ReadonlyArray<HistoryAction>;
export type HistoryChange = z.output<(typeof CHANGES)[HistoryAction]> | { kind: "other"; action: string };

/** What an entry of the log tells; `other` where it is of another kind or from a time that wrote otherwise. */
export function toHistoryChange(action: string, details: unknown): HistoryChange {
  const known = HISTORY_ACTIONS.find((one) => one === action);
  const read = known && CHANGES[known].safeParse(details);
  return read?.success ? read.data : { kind: "other", action };
}

export type HistoryEvent = {
  sequence: number;
  at: Date;
  personId: string | null;
  /** The version that it is about. */
  declarationId: string;
  change: HistoryChange;
};

/** Events that are told as one: from the first of them until `at`. */
export type HistoryEntry = HistoryEvent & { since: Date };

/** Answers that one person gives with no longer pause than this are one piece of work. */
export const PAUSE_MINUTES = 30;

/**
 * Autosave writes an entry per row: what one person answered in one sitting is told once, with every row named once.
 * Facts of one topic likewise. Events come and go newest first; nothing else is put together or left out.
 */
export function foldHistory(events: ReadonlyArray<HistoryEvent>): ReadonlyArray<HistoryEntry> {
  const told: Array<HistoryEntry> = [];
  for (const event of events) {
    const later = told.at(-1);
    const change = later && isOneSitting(later, event) ? together(later.change, event.change) : null;
    if (later && change) told[told.length - 1] = { ...later, since: event.at, change };
    else told.push({ ...event, since: event.at });
  }
  return told;
}

function isOneSitting(later: HistoryEntry, earlier: HistoryEvent): boolean {
  return (
    later.personId === earlier.personId &&
    later.declarationId === earlier.declarationId &&
    later.since.getTime() - earlier.at.getTime() <= PAUSE_MINUTES * 60_000
  );
}

/** Null where the two are told apart. */
function together(later: HistoryChange, earlier: HistoryChange): HistoryChange | null {
  if (later.kind === "answers" && earlier.kind === "answers")
    return { ...later, requirementIds: union(earlier.requirementIds, later.requirementIds) };
  if (later.kind === "facts" && earlier.kind === "facts" && later.group === earlier.group)
    return { ...later, facts: union(earlier.facts, later.facts) };
  return null;
}

function union(a: ReadonlyArray<string>, b: ReadonlyArray<string>): Array<string> {
  return [...new Set([...a, ...b])];
}
