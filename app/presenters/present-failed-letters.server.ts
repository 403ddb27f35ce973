import { type Caller, requirePermission } from "~/use-cases/use-case.server";
import { concernsOf, failedLetters, LETTER_DAYS } from "./failed-letters.server";

/** Letters that did not arrive; `of` narrows them to what they concern. */
export async function presentFailedLetters(caller: Caller, { of }: { of: string | null }) {
  requirePermission(caller.actor, "letter.list");
  const { letters, isCut } = await failedLetters(caller);
  const concerns = concernsOf(caller.actor);
  const wanted = concerns.find((one) => one === of) ?? null;
  return {
    letters: letters.filter(({ concern }) => wanted === null || concern === wanted),
    concerns: concerns.map((concern) => ({
      ...{ concern, count: letters.filter((one) => one.concern === concern).length },
    })),
    days: LETTER_DAYS,
    isCut,
  };
}
