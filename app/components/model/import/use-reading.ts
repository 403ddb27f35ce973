import { useEffect, useState } from "react";
import { readBeside } from "./read-beside";
import type { Answers, Asked, Stage } from "./reading";

const BEGUN: Stage = { stage: "bytes", share: 0 };

/** `asked` must stay the same object while it means the same. The last answer goes when something else is asked. */
export function useReading<What extends Asked["what"]>(asked: Extract<Asked, { what: What }>) {
  const [stage, setStage] = useState<Stage>(BEGUN);
  const [read, setRead] = useState<{ asked: Asked; answer: Answers[What] } | "failed" | null>(null);
  useEffect(() => {
    const stop = new AbortController();
    const { signal } = stop;
    setRead(null);
    readBeside<What>(asked, { signal, onStage: setStage }).then(
      (answer) => {
        if (answer !== undefined && !signal.aborted) setRead({ asked, answer });
      },
      () => setRead("failed"),
    );
    return () => stop.abort();
  }, [asked]);
  const isOfThis = read !== null && read !== "failed" && read.asked === asked;
  return { stage, hasFailed: read === "failed", answer: isOfThis ? read.answer : null };
}
