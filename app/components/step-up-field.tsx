import { useEffect } from "react";
import type { StepUp, StepUpRefusal } from "~/domain/access/step-up";
import { useTranslation } from "~/i18n/use-translation";
import { TextField } from "./text-field";

type StepUpFieldProps = {
  stepUp: StepUp;
  /** Where several forms of a page have one. */
  id?: string;
  /** Why it is asked for, where nothing binds the organisation. */
  hint?: string;
  /** Where the password is all that is asked for. */
  takesFocus?: boolean;
};

/**
 * Asks for the password above the button of what binds the organisation, only where it was given too long ago. Takes
 * the focus where the portal has sent the form back for its sake: the rest is filled in.
 */
export function StepUpField({
  stepUp: { isNeeded, refusal },
  id = "password",
  hint,
  takesFocus = false,
}: StepUpFieldProps) {
  const { t } = useTranslation("components");

  useEffect(() => {
    if (refusal || takesFocus) document.getElementById(id)?.focus();
  }, [refusal, takesFocus, id]);

  function write(told: StepUpRefusal): string {
    switch (told.reason) {
      case "needed":
        return t("stepUp.needed");
      case "wrong-password":
        return t("stepUp.wrongPassword");
      case "too-many-attempts":
        return t("stepUp.tooMany", { count: told.minutes });
    }
  }

  if (!isNeeded && !refusal) return null;
  return (
    <TextField
      name="password"
      id={id}
      type="password"
      autoComplete="current-password"
      label={t("stepUp.label")}
      hint={hint ?? t("stepUp.hint")}
      errors={refusal ? [write(refusal)] : undefined}
      maxLength={200}
      required
    />
  );
}
