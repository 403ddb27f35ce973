import type { ReactNode } from "react";

export type Headed = { title: ReactNode; description?: ReactNode; actions?: ReactNode; level?: 2 | 3 };

/** Heading at the left, actions at the right, one under the other where it is narrow. */
export function HeadingRow({ id, title, description, actions, level = 2 }: Headed & { id?: string }) {
  const Heading = level === 2 ? "h2" : "h3";
  return (
    <div className="heading-row">
      <div className="heading-text">
        <Heading id={id} className={level === 2 ? "section-title" : "subsection-title"}>
          {title}
        </Heading>
        {description ? <p className="section-description">{description}</p> : null}
      </div>
      {actions ? <div className="actions">{actions}</div> : null}
    </div>
  );
}
