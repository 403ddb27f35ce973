import type { ReactNode } from "react";
import { Icon } from "./icon";

type DisclosureProps = {
  summary: ReactNode;
  defaultOpen?: boolean;
  boxed?: boolean;
  onOpen?: () => void;
  children: ReactNode;
};

/** More, when asked for. */
export function Disclosure({
  summary,
  defaultOpen = false,
  boxed = false,
  onOpen,
  children,
}: DisclosureProps) {
  return (
    <details
      className={boxed ? "disclosure disclosure-boxed" : "disclosure"}
      open={defaultOpen}
      onToggle={onOpen ? ({ currentTarget }) => currentTarget.open && onOpen() : undefined}
    >
      <summary>
        <Icon name="chevron-right" />
        <span>{summary}</span>
      </summary>
      <div className="disclosure-body">{children}</div>
    </details>
  );
}
