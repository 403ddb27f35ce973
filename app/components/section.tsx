import { type ReactNode, useId } from "react";
import { type Headed, HeadingRow } from "./heading-row";

/** A named part of a page, without a box. */
export function Section({ id, children, ...headed }: Headed & { id?: string; children: ReactNode }) {
  const headingId = useId();
  return (
    <section id={id} className="section" aria-labelledby={headingId}>
      <HeadingRow {...headed} id={headingId} />
      {children}
    </section>
  );
}
