import type { Answer, Answers } from "~/domain/declaration/declaration";
import { isSameAnswer } from "~/domain/declaration/difference";

/** One row to be saved: what it replaces and what it becomes; null = no answer. */
export type PendingChange = { before: Answer | null; answer: Answer | null };
export type RowChange = PendingChange & { requirementId: string };
type ByRow<Value> = Readonly<Record<string, Value>>;

/** Why nothing is being saved now. `closed`: the declaration takes no answers (any more). */
export type SaveProblem = "unreachable" | "signed-out" | "closed";

export type AnswerQueue = {
  /** What the server has, as far as this page knows. */
  stored: Answers;
  saveVersion: number;
  savedAt: string | null;
  /** Not confirmed yet, with those on their way; kept in the browser until they are. */
  pending: ByRow<PendingChange>;
  /** Rows that somebody else answered differently: they wait for a choice. */
  conflicts: ByRow<Answer | null>;
  /** Rows that the server refused, with message keys: they wait for another answer. */
  rejected: ByRow<ReadonlyArray<string>>;
  sending: ReadonlyArray<RowChange> | null;
  /** Sent without an answer from the server: it may have them all the same. */
  unconfirmed: ByRow<Answer | null>;
  problem: SaveProblem | null;
  /** Failures in a row, for the waiting time. */
  failures: number;
};

export type QueueEvent =
  | { type: "answered"; requirementId: string; answer: Answer | null }
  | { type: "restored"; pending: ByRow<PendingChange> }
  | { type: "refreshed"; answers: Answers; saveVersion: number }
  | { type: "sent"; changes: ReadonlyArray<RowChange> }
  | { type: "saved"; saveVersion: number; savedAt: string }
  | { type: "conflicted"; rows: ReadonlyArray<{ requirementId: string; stored: Answer | null }> }
  | { type: "rejected"; rows: ByRow<ReadonlyArray<string>> }
  | { type: "failed"; problem: SaveProblem }
  | { type: "retried" }
  | { type: "resolved"; requirementId: string; keep: "mine" | "theirs" }
  | { type: "discarded"; requirementId: string };

/** As many rows as the server takes at once. */
const BATCH = 200;

export function newQueue(answers: Answers, saveVersion: number): AnswerQueue {
  return {
    ...{ stored: answers, saveVersion, savedAt: null, pending: {}, conflicts: {}, rejected: {} },
    ...{ sending: null, unconfirmed: {}, problem: null, failures: 0 },
  };
}

/** Every way the queue can go. No answer leaves `pending` but by the server's word or the person's choice. */
export function nextQueue(queue: AnswerQueue, event: QueueEvent): AnswerQueue {
  switch (event.type) {
    case "answered":
      return answered(queue, event.requirementId, event.answer);
    case "restored":
      return settled({ ...queue, pending: { ...event.pending, ...queue.pending } });
    case "refreshed":
      if (event.saveVersion < queue.saveVersion) return queue;
      return settled({ ...queue, stored: event.answers, saveVersion: event.saveVersion });
    case "sent":
      return { ...queue, sending: event.changes, problem: null };
    case "saved":
      return saved(queue, event);
    case "conflicted":
      return conflicted(queue, event.rows);
    case "rejected":
      return { ...queue, sending: null, failures: 0, rejected: { ...queue.rejected, ...event.rows } };
    case "failed":
      return {
        ...queue,
        sending: null,
        unconfirmed: { ...queue.unconfirmed, ...toAnswers(queue.sending ?? []) },
        problem: event.problem,
        failures: queue.failures + 1,
      };
    case "retried":
      return { ...queue, problem: null };
    case "resolved":
      return resolved(queue, event.requirementId, event.keep);
    case "discarded":
      return {
        ...queue,
        pending: without(queue.pending, event.requirementId),
        rejected: without(queue.rejected, event.requirementId),
        conflicts: without(queue.conflicts, event.requirementId),
      };
  }
}

/** What can be sent now: neither disputed nor refused. */
export function sendable({ pending, conflicts, rejected }: AnswerQueue): ReadonlyArray<RowChange> {
  return Object.entries(pending)
    .filter(([requirementId]) => !(requirementId in conflicts) && !(requirementId in rejected))
    .slice(0, BATCH)
    .map(([requirementId, change]) => ({ requirementId, ...change }));
}

/** What the person sees: the stored answers with their own over them. */
export function shownAnswers({ stored, pending }: AnswerQueue): Answers {
  return withAnswers(
    stored,
    Object.entries(pending).map(([requirementId, { answer }]) => [requirementId, answer]),
  );
}

export function saveStateOf(queue: AnswerQueue): "saved" | "saving" | "unsaved" | "failed" {
  if (queue.sending) return "saving";
  if (queue.problem) return "failed";
  return Object.keys(queue.pending).length > 0 ? "unsaved" : "saved";
}

function answered(queue: AnswerQueue, requirementId: string, answer: Answer | null): AnswerQueue {
  const unsaved = queue.pending[requirementId];
  const before = unsaved ? unsaved.before : (queue.stored[requirementId] ?? null);
  return settled({
    ...queue,
    pending: { ...queue.pending, [requirementId]: { before, answer } },
    rejected: without(queue.rejected, requirementId),
  });
}

/** A row that was answered again while it was on its way now replaces what was just saved. */
function saved(
  queue: AnswerQueue,
  { saveVersion, savedAt }: { saveVersion: number; savedAt: string },
): AnswerQueue {
  const sent = queue.sending ?? [];
  const pending = { ...queue.pending };
  for (const { requirementId, answer } of sent) {
    const change = pending[requirementId];
    if (change) pending[requirementId] = { ...change, before: answer };
  }
  const stored = withAnswers(
    queue.stored,
    sent.map(({ requirementId, answer }) => [requirementId, answer]),
  );
  const unconfirmed = sent.reduce(
    (rows, { requirementId }) => without(rows, requirementId),
    queue.unconfirmed,
  );
  return settled({
    ...queue,
    ...{ stored, pending, saveVersion, savedAt, unconfirmed },
    ...{ sending: null, problem: null, failures: 0 },
  });
}

/** What differs is somebody else's answer, unless it is our own from a request whose reply was lost. */
function conflicted(
  queue: AnswerQueue,
  rows: ReadonlyArray<{ requirementId: string; stored: Answer | null }>,
): AnswerQueue {
  const answers = Object.fromEntries(rows.map(({ requirementId, stored }) => [requirementId, stored]));
  const isOwn = (requirementId: string) =>
    requirementId in queue.unconfirmed &&
    isSameAnswer(queue.unconfirmed[requirementId], answers[requirementId]);
  const pending = { ...queue.pending };
  for (const { requirementId, stored } of rows) {
    const change = pending[requirementId];
    if (change && isOwn(requirementId)) pending[requirementId] = { ...change, before: stored };
  }
  const disputed = Object.entries(answers).filter(([requirementId]) => !isOwn(requirementId));
  return settled({
    ...queue,
    stored: withAnswers(queue.stored, Object.entries(answers)),
    pending,
    conflicts: { ...queue.conflicts, ...Object.fromEntries(disputed) },
    ...{ sending: null, failures: 0 },
  });
}

function resolved(queue: AnswerQueue, requirementId: string, keep: "mine" | "theirs"): AnswerQueue {
  const conflicts = without(queue.conflicts, requirementId);
  const change = queue.pending[requirementId];
  if (keep === "theirs" || !change)
    return { ...queue, conflicts, pending: without(queue.pending, requirementId) };
  const before = queue.stored[requirementId] ?? null;
  return { ...queue, conflicts, pending: { ...queue.pending, [requirementId]: { ...change, before } } };
}

/** Drops changes that say what is stored anyway, except rows whose answer is on its way. */
function settled(queue: AnswerQueue): AnswerQueue {
  const onItsWay = new Set(queue.sending?.map(({ requirementId }) => requirementId));
  const open = Object.entries(queue.pending).filter(
    ([requirementId, { answer }]) =>
      onItsWay.has(requirementId) ||
      requirementId in queue.conflicts ||
      !isSameAnswer(answer, queue.stored[requirementId]),
  );
  return { ...queue, pending: Object.fromEntries(open) };
}

function withAnswers(answers: Answers, changes: ReadonlyArray<readonly [string, Answer | null]>): Answers {
  const next = { ...answers };
  for (const [requirementId, answer] of changes) {
    if (answer) next[requirementId] = answer;
    else delete next[requirementId];
  }
  return next;
}

function without<Value>(rows: ByRow<Value>, requirementId: string): ByRow<Value> {
  const { [requirementId]: _, ...rest } = rows;
  return rest;
}

function toAnswers(changes: ReadonlyArray<RowChange>): ByRow<Answer | null> {
  return Object.fromEntries(changes.map(({ requirementId, answer }) => [requirementId, answer]));
}
