import { type ReactNode, useId } from "react";
import { type Headed, HeadingRow } from "./heading-row";

type PanelProps = Partial<Headed> & {
  id?: string;
  /** Without padding, for a table that reaches the edges. */
  flush?: boolean;
  children: ReactNode;
};

/** A box for what belongs together. */
export function Panel({ id, title, flush = false, children, ...headed }: PanelProps) {
  const headingId = useId();
  return (
    <section
      id={id}
      className={flush ? "panel panel-flush" : "panel"}
      aria-labelledby={title ? headingId : undefined}
    >
      {title ? <HeadingRow {...headed} title={title} id={headingId} /> : null}
      {children}
    </section>
  );
}
