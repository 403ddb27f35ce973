import { useTranslation } from "~/i18n/use-translation";
import { Icon } from "./icon";
import { Link } from "./link";

type Step = {
  label: string;
  to?: string;
  /** Where steps can be taken in any order; otherwise all before the current one are. */
  isDone?: boolean;
};
type StepsProps = { label: string; steps: ReadonlyArray<Step>; current: number };

/** Where one is in work of several pages. Earlier steps stay reachable where they have an address. */
export function Steps({ label, steps, current }: StepsProps) {
  const { t } = useTranslation("components");
  return (
    <nav aria-label={label}>
      <ol className="steps">
        {steps.map((step, index) => {
          const isDone = (step.isDone ?? index < current) && index !== current;
          return (
            <li
              key={step.label}
              aria-current={index === current ? "step" : undefined}
              className={isDone ? "is-done" : ""}
            >
              <span className="step-mark" aria-hidden>
                {isDone ? <Icon name="check" /> : index + 1}
              </span>
              {step.to && index !== current ? (
                <Link to={step.to}>{step.label}</Link>
              ) : (
                <span>{step.label}</span>
              )}
              {isDone ? <span className="sr-only">({t("steps.done")})</span> : null}
            </li>
          );
        })}
      </ol>
    </nav>
  );
}
