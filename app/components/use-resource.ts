import { useCallback, useEffect, useState } from "react";

const TIMEOUT_MS = 30_000;

export type Resource<Answer> = {
  /** What came last; undefined until something did. */
  data: Answer | undefined;
  state: "idle" | "loading" | "failed";
  /** Asks again, also for the same path. */
  load(path: string): void;
};

/**
 * Reads what a page shows beside what it was opened for. Fetched by hand: the router would put its error page in place of the
 * drawing or form when the network is cut, and leave for the sign-in when the session has ended. What failed is asked for again
 * once the browser is back on line.
 */
export function useResource<Answer>(): Resource<Answer> {
  const [asked, setAsked] = useState<{ path: string }>();
  const [data, setData] = useState<Answer>();
  const [state, setState] = useState<Resource<Answer>["state"]>("idle");

  useEffect(() => {
    if (!asked) return;
    const stop = new AbortController();
    setState("loading");
    readJson<Answer>(asked.path, stop.signal).then(
      (answer) => {
        setData(answer);
        setState("idle");
      },
      () => {
        if (!stop.signal.aborted) setState("failed");
      },
    );
    return () => stop.abort();
  }, [asked]);

  useEffect(() => {
    if (state !== "failed") return;
    const again = () => setAsked((path) => path && { ...path });
    window.addEventListener("online", again);
    return () => window.removeEventListener("online", again);
  }, [state]);

  const load = useCallback((path: string) => setAsked({ path }), []);
  return { data, state, load };
}

/** For whoever keeps what was read: {@link useResource} has the last answer alone. */
export async function readJson<Answer>(path: string, stop: AbortSignal): Promise<Answer> {
  const signal = AbortSignal.any([stop, AbortSignal.timeout(TIMEOUT_MS)]);
  // Says to the server that a script asks: it answers with a status instead of a page.
  const response = await fetch(path, { headers: { "X-Requested-With": "cordon" }, signal });
  if (!response.ok) throw new Error(`${path} answered ${response.status}`);
  // The answer of our own resource route, which is typed there.
  return (await response.json()) as Answer;
}
