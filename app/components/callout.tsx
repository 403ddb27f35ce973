import type { ReactNode } from "react";
import { useTranslation } from "~/i18n/use-translation";
import { Icon } from "./icon";
import { TONE_ICONS, type Tone } from "./tone";

type CalloutProps = {
  tone: Exclude<Tone, "neutral">;
  title?: ReactNode;
  children?: ReactNode;
  action?: ReactNode;
  /** Read out when it appears, e.g. after a step was taken. */
  live?: boolean;
};

export function Callout({ tone, title, children, action, live = false }: CalloutProps) {
  const { t } = useTranslation("components");
  return (
    <div
      className={`callout callout-${tone}`}
      role={live ? (tone === "danger" ? "alert" : "status") : undefined}
    >
      <Icon name={TONE_ICONS[tone]} size={20} label={t(`callout.${tone}`)} />
      <div className="callout-body">
        {title ? <p className="callout-title">{title}</p> : null}
        {children ? <div>{children}</div> : null}
        {action ? <div className="actions">{action}</div> : null}
      </div>
    </div>
  );
}
