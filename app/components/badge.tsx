import type { ReactNode } from "react";
import { Icon, type IconName } from "./icon";
import type { Tone } from "./tone";

type BadgeProps = { tone?: Tone; icon?: IconName; children: ReactNode };

export function Badge({ tone = "neutral", icon, children }: BadgeProps) {
  return (
    <span className={`badge badge-${tone}`}>
      {icon ? <Icon name={icon} /> : null}
      <span>{children}</span>
    </span>
  );
}
