import { Icon } from "~/components/icon";
import type { AssetView, ConduitView, ZoneView } from "./overlay";
import { useViewWords } from "./use-view-words";
import { iconOf } from "./view-looks";

/** The mark of a view without its words, for where these stand beside it. */
export function ViewMark({ view }: { view: ZoneView | ConduitView | AssetView }) {
  const icon = iconOf(view);
  return icon ? (
    <span className={`view-chip view-chip-${view.tone}`}>
      <Icon name={icon} />
    </span>
  ) : null;
}

/** What the overlay says, in the title of a zone or the label of a conduit. From afar the mark alone. */
export function ViewChip({
  view,
  isNear = true,
}: {
  view: ZoneView | ConduitView | AssetView;
  isNear?: boolean;
}) {
  const wordsOf = useViewWords();
  const { short, full } = wordsOf(view);
  const icon = iconOf(view);
  return (
    <span className={`view-chip view-chip-${view.tone}`} title={full}>
      {icon ? <Icon name={icon} /> : null}
      {isNear ? <span className="view-words">{short}</span> : null}
    </span>
  );
}
