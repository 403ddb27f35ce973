import { useCallback, useEffect, useRef, useState } from "react";
import { findRememberedUpload, type Remembered, rememberUpload } from "./remembered-upload";
import { digestOfBlob, type SendEnd, sendFile } from "./send-file";
import { type KeptFile, type Problem, type Ticket, uploadRequests } from "./upload-requests";

export type UploadRefused = Extract<SendEnd, { end: "refused" }>["refusal"];
export type UploadView =
  | { phase: "idle" }
  /** Begun before this page was loaded: it waits for the same file. */
  | { phase: "restored"; upload: Remembered }
  | { phase: "sending"; name: string; bytes: number; sent: number; isNewContent: boolean }
  | { phase: "cut"; name: string; bytes: number; sent: number; problem: Problem }
  | { phase: "checking"; name: string }
  | { phase: "kept"; file: KeptFile }
  | { phase: "cancelled" }
  | { phase: "refused"; name: string; refusal: UploadRefused };

/** Seconds until the next try after a cut; the last one again and again. */
const WAITS = [1, 2, 4, 8, 15, 30];

type Run = {
  file: File;
  ticket: Ticket | null;
  abort: AbortController;
  tries: number;
  /** How far it was seen to get; what leaves the browser need not have arrived. */
  reached: number;
  /** What the portal is known to have. */
  arrived: number;
};

/** One upload at a time for a form; `address` is where its files are announced. It goes on by itself when the line is back. */
export function useUpload(address: string, onKept: (file: KeptFile) => void) {
  const [view, setView] = useState<UploadView>({ phase: "idle" });
  const run = useRef<Run | null>(null);
  const timer = useRef<number | undefined>(undefined);
  const tell = useRef(onKept);
  useEffect(() => {
    tell.current = onKept;
  });

  useEffect(() => {
    const upload = findRememberedUpload(address);
    if (upload) setView({ phase: "restored", upload });
    return () => {
      window.clearTimeout(timer.current);
      run.current?.abort.abort();
    };
  }, [address]);

  const go = useCallback(
    async (current: Run): Promise<void> => {
      window.clearTimeout(timer.current);
      const { file } = current;
      const { name, size: bytes } = file;
      let isNewContent = false;
      setView((before) => ({
        ...{ phase: "sending", name, bytes, isNewContent },
        sent: "sent" in before ? before.sent : 0,
      }));
      const end = await sendFile({
        ...{ address, file, ticket: current.ticket, requests: uploadRequests },
        ...{ signal: current.abort.signal, digestOf: digestOfBlob },
        onTicket: (ticket) => {
          current.ticket = ticket;
          rememberUpload(address, { ...ticket, name, bytes, sent: 0 });
        },
        onStep: (step) => {
          if (run.current !== current) return;
          if (step.phase === "began-again") isNewContent = true;
          else if (step.phase === "checking") setView({ phase: "checking", name });
          else {
            // Only what has got further was worth the try.
            if (step.sent > current.reached) current.tries = 0;
            current.reached = Math.max(current.reached, step.sent);
            setView({ phase: "sending", name, bytes, sent: Math.min(step.sent, bytes), isNewContent });
          }
        },
      });
      if (run.current !== current) return;
      switch (end.end) {
        case "stopped":
          return;
        case "kept":
          run.current = null;
          rememberUpload(address, null);
          setView({ phase: "kept", file: end.file });
          tell.current(end.file);
          return;
        case "refused":
          run.current = null;
          rememberUpload(address, null);
          setView({ phase: "refused", name, refusal: end.refusal });
          return;
        case "cut": {
          current.ticket = end.ticket;
          // A try that got no answer at all knows nothing of what arrived before.
          const sent = Math.max(end.sent, current.arrived);
          current.arrived = sent;
          if (end.ticket) rememberUpload(address, { ...end.ticket, name, bytes, sent });
          setView({ phase: "cut", name, bytes, sent, problem: end.problem });
          if (end.problem === "signed-out") return;
          const seconds = WAITS[Math.min(current.tries, WAITS.length - 1)] ?? 30;
          current.tries += 1;
          timer.current = window.setTimeout(() => void go(current), seconds * 1000);
        }
      }
    },
    [address],
  );

  const resume = useCallback(() => {
    if (run.current) void go(run.current);
  }, [go]);

  useEffect(() => {
    if (view.phase !== "cut") return;
    window.addEventListener("online", resume);
    return () => window.removeEventListener("online", resume);
  }, [view.phase, resume]);

  const giveUp = useCallback(() => {
    const ticket = run.current?.ticket ?? (view.phase === "restored" ? view.upload : null);
    window.clearTimeout(timer.current);
    run.current?.abort.abort();
    run.current = null;
    rememberUpload(address, null);
    if (ticket) void uploadRequests.cancel(ticket);
    setView({ phase: "cancelled" });
  }, [address, view]);

  const start = useCallback(
    (file: File) => {
      const begun = view.phase === "restored" ? view.upload : null;
      const ticket = begun && begun.bytes === file.size ? begun : null;
      if (begun && !ticket) void uploadRequests.cancel(begun);
      run.current = { file, ticket, abort: new AbortController(), tries: 0, reached: 0, arrived: 0 };
      void go(run.current);
    },
    [go, view],
  );

  return { view, start, resume, giveUp };
}
