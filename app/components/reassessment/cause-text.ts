import { formatDay } from "~/i18n/format";
import type { KeyOf } from "~/i18n/keys";
import { useLanguage } from "~/i18n/use-language";
import { useTranslation } from "~/i18n/use-translation";

export type ShownCause = {
  cause:
    | "revision-published"
    | "declaration-signed"
    | "declaration-shared"
    | "policy-changed"
    | "countermeasure-changed"
    | "expiry-passed";
  /** Ids, numbers and names of what happened, as they were. */
  subject: Readonly<Record<string, string | number>>;
};

/** What happened, in one sentence. */
export function useCauseText(): (happened: ShownCause) => string {
  const { t } = useTranslation("reassessment");
  const language = useLanguage();
  return (happened) => {
    const { subject } = happened;
    const days = ["from", "until"].flatMap((name) => {
      const day = subject[name];
      return day === undefined ? [] : [[name, formatDay(String(day), language)] as const];
    });
    return t(sentenceOf(happened), { ...subject, ...Object.fromEntries(days) });
  };
}

/** Who did it: a person of this hospital, the supplier, or nobody but the calendar. */
export function useByText(): (happened: ShownCause & { personName: string | null }) => string {
  const { t } = useTranslation("reassessment");
  return ({ cause, personName }) =>
    personName ?? t(cause === "expiry-passed" ? "list.portal" : "list.supplier");
}

function sentenceOf({ cause, subject }: ShownCause): KeyOf<"reassessment"> {
  switch (cause) {
    case "declaration-shared":
      return subject.step === "hidden" ? "cause.declaration-hidden" : "cause.declaration-visible";
    case "countermeasure-changed":
      return subject.step === "withdrawn"
        ? "cause.countermeasure-withdrawn"
        : "cause.countermeasure-accepted";
    case "revision-published":
    case "declaration-signed":
    case "policy-changed":
    case "expiry-passed":
      return `cause.${cause}`;
  }
}
