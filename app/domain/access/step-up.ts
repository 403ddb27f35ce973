/**
 * A password proves who is sitting there for a quarter of an hour: long enough to decide on several offers in a row, half of
 * the time after which an idle session ends.
 */
export const STEP_UP_MS = 15 * 60_000;

/**
 * True where the password was given within the last 15 minutes. A moment that is still to come proves nothing: the
 * clock was set back, and how long ago it was is not known.
 */
export function isSteppedUp(session: { passwordGivenAt: Date | null }, now: Date): boolean {
  if (session.passwordGivenAt === null) return false;
  const age = now.getTime() - session.passwordGivenAt.getTime();
  return age >= 0 && age < STEP_UP_MS;
}

/** What a person can do something about: give the password and go on. */
export type StepUpRefusal =
  | { code: "step-up"; reason: "needed" | "wrong-password" }
  | { code: "step-up"; reason: "too-many-attempts"; minutes: number };

/** What a form has to know to ask for the password in place. */
export type StepUp = { isNeeded: boolean; refusal: StepUpRefusal | undefined };

/** Takes what the password field tells apart from what the rest of the page tells. */
export function partStepUp<Refusal extends { code: string }>(
  refusal: Refusal | StepUpRefusal | undefined,
  isNeeded: boolean,
): { stepUp: StepUp; refusal: Exclude<Refusal, StepUpRefusal> | undefined } {
  if (refusal === undefined || !isStepUp(refusal))
    // What is left is none of those, which the generic type cannot follow.
    return {
      stepUp: { isNeeded, refusal: undefined },
      refusal: refusal as Exclude<Refusal, StepUpRefusal> | undefined,
    };
  return { stepUp: { isNeeded, refusal }, refusal: undefined };
}

function isStepUp(refusal: { code: string }): refusal is StepUpRefusal {
  return refusal.code === "step-up";
}
