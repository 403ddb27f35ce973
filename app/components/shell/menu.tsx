import { useLocation } from "@remix-run/react";
import { type FocusEvent, type KeyboardEvent, type ReactNode, useCallback, useEffect, useRef } from "react";
import { classNames } from "../class-names";

type MenuProps = { className?: string; label?: string; summary: ReactNode; children: ReactNode };

/** A disclosure that opens without JavaScript; with it, it closes on Escape, on leaving and on going elsewhere. */
export function Menu({ className, label, summary, children }: MenuProps) {
  const details = useRef<HTMLDetailsElement>(null);
  const { pathname, search } = useLocation();

  const close = useCallback(() => {
    if (details.current) details.current.open = false;
  }, []);

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new address is the reason to close; the same one is not
  useEffect(close, [close, pathname, search]);

  useEffect(() => {
    const closeOutside = (event: PointerEvent) => {
      if (event.target instanceof Node && !details.current?.contains(event.target)) close();
    };
    document.addEventListener("pointerdown", closeOutside);
    return () => document.removeEventListener("pointerdown", closeOutside);
  }, [close]);

  function closeOnEscape(event: KeyboardEvent) {
    if (event.key !== "Escape" || !details.current?.open) return;
    close();
    details.current.querySelector("summary")?.focus();
  }

  function closeOnLeave(event: FocusEvent) {
    if (event.relatedTarget instanceof Node && !event.currentTarget.contains(event.relatedTarget)) close();
  }

  return (
    <details
      ref={details}
      className={classNames("menu", className)}
      onKeyDown={closeOnEscape}
      onBlur={closeOnLeave}
    >
      <summary aria-label={label}>{summary}</summary>
      <div className="menu-panel">{children}</div>
    </details>
  );
}
