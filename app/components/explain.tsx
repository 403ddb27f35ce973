import { type ReactNode, useId, useRef } from "react";
import { classNames } from "./class-names";
import { Icon, type IconName } from "./icon";

const GAP = 4;

type ExplainProps = {
  label: string;
  children: ReactNode;
  icon?: IconName /** Looks like a badge. */;
  mark?: boolean;
};

/**
 * A word that explains itself on hover, focus and click. The explanation is a native popover: it lies above
 * everything, so no table cuts it off, and a click opens it without JavaScript too.
 */
export function Explain({ label, children, icon = "question", mark = false }: ExplainProps) {
  const id = useId();
  const popover = useRef<HTMLSpanElement>(null);
  const show = () => toggle(popover.current, true);
  const hide = () => toggle(popover.current, false);
  return (
    <span className="explain">
      <button
        type="button"
        className={classNames("explain-button", mark && "badge badge-warning")}
        aria-describedby={id}
        onMouseEnter={show}
        onMouseLeave={hide}
        onFocus={show}
        onBlur={hide}
        // React 18 knows popovers only in the spelling of HTML.
        {...{ popovertarget: id, popovertargetaction: "show" }}
      >
        <Icon name={icon} />
        <span>{label}</span>
      </button>
      <span ref={popover} id={id} className="explain-text" {...{ popover: "auto" }}>
        {children}
      </span>
    </span>
  );
}

function toggle(popover: HTMLElement | null, isShown: boolean) {
  if (!popover?.isConnected || typeof popover.showPopover !== "function") return;
  if (popover.matches(":popover-open") === isShown) return;
  if (!isShown) {
    popover.hidePopover();
    return;
  }
  popover.showPopover();
  placeBeside(popover);
}

/** Under its word, above it where there is no room; by script, which the content policy allows. */
function placeBeside(popover: HTMLElement) {
  const word = popover.parentElement?.getBoundingClientRect();
  if (!word) return;
  Object.assign(popover.style, { margin: "0", right: "auto", bottom: "auto" });
  const { width, height } = popover.getBoundingClientRect();
  const hasRoomBelow = word.bottom + height + 2 * GAP <= window.innerHeight;
  popover.style.left = `${Math.max(GAP, Math.min(word.left, window.innerWidth - width - GAP))}px`;
  popover.style.top = `${hasRoomBelow ? word.bottom + GAP : Math.max(GAP, word.top - height - GAP)}px`;
}
