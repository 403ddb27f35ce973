import type { ButtonHTMLAttributes } from "react";
import { useTranslation } from "~/i18n/use-translation";
import { classNames } from "./class-names";
import { Icon, type IconName } from "./icon";

export type ButtonLook = {
  variant?: "regular" | "primary" | "quiet" | "danger";
  size?: "regular" | "small";
  icon?: IconName;
};

export function buttonClass(
  { variant = "regular", size = "regular" }: ButtonLook,
  more?: string | false,
): string {
  return classNames("button", `button-${variant}`, size === "small" && "button-small", more);
}

export type ButtonProps = ButtonLook &
  ButtonHTMLAttributes<HTMLButtonElement> & {
    busy?: boolean;
    /** Shows the icon alone; `children` then name the button. */
    iconOnly?: boolean;
  };

/** Stays focusable while busy, so that the keyboard does not lose its place, but takes no press. */
export function Button({
  variant,
  size,
  icon,
  busy = false,
  iconOnly = false,
  className,
  ...button
}: ButtonProps) {
  const { children, onClick, type = "button", title, ...rest } = button;
  const { t } = useTranslation("components");
  return (
    <button
      {...rest}
      type={type}
      title={title ?? (iconOnly && typeof children === "string" ? children : undefined)}
      className={buttonClass({ variant, size }, classNames(iconOnly && "button-icon-only", className))}
      aria-disabled={busy || rest["aria-disabled"]}
      aria-busy={busy || undefined}
      onClick={(event) => (busy ? event.preventDefault() : onClick?.(event))}
    >
      {busy ? <span className="spinner" aria-hidden /> : icon ? <Icon name={icon} /> : null}
      <span className={iconOnly ? "sr-only" : undefined}>{children}</span>
      {busy ? <span className="sr-only">{t("busy")}</span> : null}
    </button>
  );
}
