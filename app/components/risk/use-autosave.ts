import { useBlocker, useRevalidator } from "@remix-run/react";
import { type RefObject, useCallback, useEffect, useRef, useState } from "react";
import type { FieldStore } from "./kept-fields";
import { textOfForm } from "./risk-form";

export type AutosaveState = "saved" | "saving" | "unsaved" | "failed";
export type Autosave = {
  state: AutosaveState;
  savedAt: string | null;
  /** Somebody else has saved the same step: nothing is sent until a person chooses. */
  isDisputed: boolean;
  /** Something typed is refused: it stays here until it is changed. */
  errors: Readonly<Record<string, ReadonlyArray<string>>> | null;
  token: string;
  onChange(): void;
  /** Sends what an earlier visit left behind, on the state on which it was filled in. */
  resume(token: string): void;
  /** Resolves once what waited has been sent, with the token that holds then: what is drawn may still be older. */
  settle(): Promise<string>;
  retry(): void;
  keepMine(): void;
};

type Answer =
  | { kind: "saved"; token: string; at: string }
  | { kind: "disputed"; token: string }
  | { kind: "invalid"; fields: Readonly<Record<string, ReadonlyArray<string>>> }
  | { kind: "refused" }
  | { kind: "unreachable" };

const WAIT_MS = 500;
const FIRST_RETRY_MS = 1_500;
const LONGEST_RETRY_MS = 30_000;

/**
 * Saves the form of a step to the draft while it is being filled in; the page behind is read again after each save.
 * Until something is saved the browser keeps it.
 */
export function useAutosave(
  form: RefObject<HTMLFormElement>,
  path: string,
  firstToken: string,
  store: FieldStore,
): Autosave {
  const { revalidate } = useRevalidator();
  const [shown, setShown] = useState<Pick<Autosave, "state" | "savedAt" | "isDisputed" | "errors" | "token">>(
    {
      state: "saved",
      savedAt: null,
      isDisputed: false,
      errors: null,
      token: firstToken,
    },
  );
  // What happens between two drawings: the state of React would be late.
  const work = useRef({
    ...{ token: firstToken, theirs: "", waits: false, isDisputed: false, failures: 0 },
    isKept: false,
  });
  // Kept for the moment of leaving, when the document no longer has it.
  const element = useRef<HTMLFormElement | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>();
  const sending = useRef<Promise<void> | null>(null);

  const send = useCallback(
    async (keepalive = false): Promise<void> => {
      const { current } = work;
      if (!element.current || !current.waits || current.isDisputed) return;
      current.waits = false;
      setShown((before) => ({ ...before, state: "saving" }));
      const filledIn = textOfForm(element.current);
      const answer = await post(path, withToken(filledIn, current.token), keepalive);
      switch (answer.kind) {
        case "saved":
          current.token = answer.token;
          current.failures = 0;
          store.saved(filledIn, answer.token);
          setShown((before) => ({
            ...before,
            ...{
              state: current.waits ? "unsaved" : "saved",
              savedAt: answer.at,
              token: answer.token,
              errors: null,
            },
          }));
          if (!keepalive) revalidate();
          return;
        case "disputed":
          current.theirs = answer.token;
          current.waits = true;
          current.isDisputed = true;
          setShown((before) => ({ ...before, state: "unsaved", isDisputed: true }));
          revalidate();
          return;
        case "invalid":
          setShown((before) => ({ ...before, state: "unsaved", errors: answer.fields }));
          return;
        case "refused":
          setShown((before) => ({ ...before, state: "failed" }));
          revalidate();
          return;
        case "unreachable":
          current.waits = true;
          current.failures += 1;
          setShown((before) => ({ ...before, state: "failed" }));
      }
    },
    [path, revalidate, store],
  );

  const flush = useCallback(async (): Promise<void> => {
    clearTimeout(timer.current);
    await sending.current;
    sending.current = send().finally(() => {
      sending.current = null;
      const { waits, isDisputed, failures } = work.current;
      if (!waits || isDisputed) return;
      const pause = failures > 0 ? Math.min(FIRST_RETRY_MS * 2 ** (failures - 1), LONGEST_RETRY_MS) : WAIT_MS;
      timer.current = setTimeout(() => void flush(), pause);
    });
    return sending.current;
  }, [send]);

  useLeaving(work, flush);

  useEffect(() => {
    element.current = form.current;
    const leave = () => {
      if (document.visibilityState === "hidden") void send(true);
    };
    const retry = () => void flush();
    // Leaving with what is neither saved nor kept asks first.
    const warn = (event: BeforeUnloadEvent) => {
      if ((work.current.waits || work.current.isDisputed) && !work.current.isKept) event.preventDefault();
    };
    document.addEventListener("visibilitychange", leave);
    window.addEventListener("online", retry);
    window.addEventListener("beforeunload", warn);
    return () => {
      document.removeEventListener("visibilitychange", leave);
      window.removeEventListener("online", retry);
      window.removeEventListener("beforeunload", warn);
      clearTimeout(timer.current);
      void send(true);
    };
  }, [form, send, flush]);

  const onChange = useCallback(() => {
    const { current } = work;
    current.waits = true;
    if (element.current) current.isKept = store.write(current.token, textOfForm(element.current));
    setShown((before) => (before.state === "unsaved" ? before : { ...before, state: "unsaved" }));
    clearTimeout(timer.current);
    timer.current = setTimeout(() => void flush(), WAIT_MS);
  }, [flush, store]);

  const resume = useCallback(
    (token: string) => {
      Object.assign(work.current, { token, waits: true, isKept: true });
      setShown((before) => ({ ...before, state: "unsaved" }));
      // What is brought back has to be drawn first.
      timer.current = setTimeout(() => void flush(), WAIT_MS);
    },
    [flush],
  );

  return {
    ...shown,
    onChange,
    resume,
    async settle() {
      await flush();
      return work.current.token;
    },
    retry: () => void flush(),
    keepMine() {
      const { current } = work;
      current.token = current.theirs;
      current.isDisputed = false;
      current.waits = true;
      setShown((before) => ({ ...before, isDisputed: false }));
      void flush();
    },
  };
}

/** Leaving waits this long for a save that is on its way. */
const LEAVE_MS = 3_000;

/** Another page or step waits for the save, so that it shows what was just chosen. */
function useLeaving(
  work: RefObject<{ waits: boolean; isDisputed: boolean }>,
  flush: () => Promise<void>,
): void {
  const blocker = useBlocker(
    ({ currentLocation, nextLocation }) =>
      Boolean(work.current?.waits && !work.current.isDisputed) &&
      currentLocation.pathname + currentLocation.search !== nextLocation.pathname + nextLocation.search,
  );
  useEffect(() => {
    if (blocker.state !== "blocked") return;
    const longest = new Promise((resolve) => setTimeout(resolve, LEAVE_MS));
    void Promise.race([flush(), longest]).then(() => blocker.proceed());
  }, [blocker, flush]);
}

function withToken(filledIn: string, token: string): URLSearchParams {
  const body = new URLSearchParams(filledIn);
  body.set("token", token);
  return body;
}

async function post(path: string, body: URLSearchParams, keepalive: boolean): Promise<Answer> {
  try {
    const response = await fetch(path, {
      method: "POST",
      body,
      keepalive,
      headers: { "X-Requested-With": "cordon" },
    });
    if (response.status >= 500 || response.status === 429) return { kind: "unreachable" };
    // What our own route answers; anything else is refused below.
    const answer = (await response.json()) as Partial<Answer>;
    return isAnswer(answer) ? answer : { kind: "refused" };
  } catch {
    return { kind: "unreachable" };
  }
}

function isAnswer(answer: Partial<Answer>): answer is Answer {
  return answer.kind === "saved" || answer.kind === "disputed" || answer.kind === "invalid";
}
