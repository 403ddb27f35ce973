import { Icon } from "~/components/icon";
import type { ZoneView } from "./overlay";
import { iconOf } from "./view-looks";

/** A line of a legend: the frame of a zone and its mark, beside what they mean. */
export function ViewSample({ view, children }: { view: ZoneView; children: string }) {
  const icon = iconOf(view);
  return (
    <li>
      <span className={`zone-box view-sample view-${view.tone} view-chip-${view.tone}`}>
        {icon ? <Icon name={icon} /> : null}
      </span>
      {children}
    </li>
  );
}
