import { useCallback, useEffect, useReducer, useRef } from "react";
import type { Answer, Answers } from "~/domain/declaration/declaration";
import { type AnswerQueue, newQueue, nextQueue, sendable } from "./answer-queue";
import { postAnswers } from "./post-answers";
import { readQueue, writeQueue } from "./queue-storage";

/** Long enough for a word to be finished, short enough to be forgotten. */
const TYPING_MS = 500;
const LONGEST_WAIT_MS = 30_000;

type Saving = {
  /** Where rows are posted to. */
  url: string;
  /** Names the store in this browser: one per person and declaration. */
  queueKey: string;
  answers: Answers;
  saveVersion: number;
  isEnabled: boolean;
  /** What a form without scripts could not save, with the rows that are disputed. */
  initial: Pick<AnswerQueue, "pending" | "conflicts">;
};

/**
 * Saves every row on its own, one request at a time. What is not confirmed yet also stands in this browser: a lost
 * network, a closed page or a session that ran out loses nothing.
 */
export function useAnswerSaving({ url, queueKey, answers, saveVersion, isEnabled, initial }: Saving) {
  const [queue, dispatch] = useReducer(nextQueue, null, () => ({
    ...newQueue(answers, saveVersion),
    ...initial,
  }));
  const handled = useRef<ReadonlySet<string>>(new Set());

  useEffect(() => {
    dispatch({ type: "refreshed", answers, saveVersion });
  }, [answers, saveVersion]);

  useEffect(() => {
    const rows = Object.keys(queue.pending);
    if (!isEnabled || (rows.length === 0 && handled.current.size === 0)) return;
    writeQueue(queueKey, queue.pending, [...handled.current]);
    handled.current = new Set(rows);
  }, [isEnabled, queueKey, queue.pending]);

  useEffect(() => {
    if (!isEnabled) return;
    const pending = readQueue(queueKey);
    handled.current = new Set([...handled.current, ...Object.keys(pending)]);
    dispatch({ type: "restored", pending });
  }, [isEnabled, queueKey]);

  useEffect(() => {
    if (!isEnabled || queue.sending || queue.problem) return;
    const changes = sendable(queue);
    if (changes.length === 0) return;
    const timer = setTimeout(() => send(url, changes, dispatch), TYPING_MS);
    return () => clearTimeout(timer);
  }, [isEnabled, queue, url]);

  useEffect(() => {
    if (queue.problem !== "unreachable") return;
    const retry = () => dispatch({ type: "retried" });
    const timer = setTimeout(retry, Math.min(2 ** queue.failures * 1_000, LONGEST_WAIT_MS));
    window.addEventListener("online", retry);
    return () => {
      clearTimeout(timer);
      window.removeEventListener("online", retry);
    };
  }, [queue.problem, queue.failures]);

  const latest = useRef(queue);
  latest.current = queue;
  useEffect(() => {
    const flush = () => {
      const { sending, problem } = latest.current;
      const changes = sendable(latest.current);
      if (isEnabled && !sending && !problem && changes.length > 0) send(url, changes, dispatch);
    };
    window.addEventListener("pagehide", flush);
    return () => window.removeEventListener("pagehide", flush);
  }, [isEnabled, url]);

  const answer = useCallback(
    (requirementId: string, value: Answer | null) =>
      dispatch({ type: "answered", requirementId, answer: value }),
    [],
  );
  const retry = useCallback(() => dispatch({ type: "retried" }), []);
  return { queue, answer, retry, dispatch };
}

function send(
  url: string,
  changes: ReturnType<typeof sendable>,
  dispatch: (event: Parameters<typeof nextQueue>[1]) => void,
) {
  dispatch({ type: "sent", changes });
  // Never rejects; what became of the rows is an event like any other.
  void postAnswers(url, changes).then(dispatch);
}
