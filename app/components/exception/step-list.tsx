import { useTranslation } from "~/i18n/use-translation";
import { DateText } from "../date-text";

export type Step = {
  step:
    | "requested"
    | "granted"
    | "refused"
    | "withdrawn"
    | "reviewed"
    | "revoke-asked"
    | "revoked"
    | "superseded";
  at: string;
  byName: string | null;
  note: string;
};

/** What happened to an exception, oldest first. */
export function StepList({ steps }: { steps: ReadonlyArray<Step> }) {
  const { t } = useTranslation("exception");
  return (
    <ol className="grid gap-2">
      {steps.map(({ step, at, byName, note }) => (
        <li key={`${step} ${at}`}>
          {t(`page.step.${step}`, { name: byName ?? "–" })}, <DateText value={at} time />
          {note ? <p className="whitespace-pre-line text-muted">{note}</p> : null}
        </li>
      ))}
    </ol>
  );
}
