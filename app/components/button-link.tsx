import { type ButtonLook, buttonClass } from "./button";
import { classNames } from "./class-names";
import { Icon } from "./icon";
import { Link, type LinkProps } from "./link";

/** Goes somewhere but weighs as much as a button. What changes something is a `Button` in a form. */
export function ButtonLink({ variant, size, icon, className, children, ...link }: LinkProps & ButtonLook) {
  return (
    <Link {...link} className={buttonClass({ variant, size }, classNames(className))}>
      {icon ? <Icon name={icon} /> : null}
      <span>{children}</span>
    </Link>
  );
}
