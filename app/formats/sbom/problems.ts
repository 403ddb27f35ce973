import { MAX_PROBLEMS, type SbomProblem, type SbomProblemCode } from "./document";
import type { Place } from "./place";

const LONGEST_VALUE = 120;

/** Collects what could not be used; beyond {@link MAX_PROBLEMS} only the number grows. */
export function collectProblems<Code extends string = SbomProblemCode>() {
  const problems: Array<{ code: Code; place: Place; value: string }> = [];
  let problemCount = 0;
  return {
    note(code: Code, place: Place, value: unknown = ""): void {
      problemCount += 1;
      if (problems.length < MAX_PROBLEMS) problems.push({ code, place, value: shown(value) });
    },
    result: () => ({ problems, problemCount }),
  };
}
export type Problems = ReturnType<typeof collectProblems<SbomProblem["code"]>>;

function shown(value: unknown): string {
  const text = typeof value === "string" ? value : typeof value === "object" ? "" : String(value);
  return withoutDeception(text.slice(0, LONGEST_VALUE));
}

const DECEPTIVE = /[\p{Cc}\u202A-\u202E\u2066-\u2069]+/gu;
const MAY_DECEIVE = /[\p{Cc}\u202A-\u202E\u2066-\u2069]/u;

/** Control characters and bidirectional overrides make a text show something else than it says. */
export function withoutDeception(text: string): string {
  return (MAY_DECEIVE.test(text) ? text.replace(DECEPTIVE, " ") : text).trim();
}
