import type { ReactNode } from "react";
import { Icon } from "./icon";

type DisclosureProps = { summary: ReactNode; defaultOpen?: boolean; boxed?: boolean; children: ReactNode };

/** More, when asked for. */
export function Disclosure({ summary, defaultOpen = false, boxed = false, children }: DisclosureProps) {
  return (
    <details className={boxed ? "disclosure disclosure-boxed" : "disclosure"} open={defaultOpen}>
      <summary>
        <Icon name="chevron-right" />
        <span>{summary}</span>
      </summary>
      <div className="disclosure-body">{children}</div>
    </details>
  );
}
