import type { Mds2 } from "~/domain/declaration/mds2";
import type { Mds2Reading } from "./reading";

/** The form as a declaration states it. Silence stays silence. */
export function mds2Fact({ edition, releasedOn, entries }: Mds2Reading): Mds2 {
  return {
    edition,
    releasedOn,
    answers: Object.fromEntries(
      entries.map(({ question, answer, note }) => [question, note === "" ? { answer } : { answer, note }]),
    ),
  };
}
