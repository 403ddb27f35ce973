import type { AssetView, ConduitView, ZoneView } from "../overlays/overlay";
import { useViewWords } from "../overlays/use-view-words";
import { ViewMark } from "../overlays/view-chip";

/** What the overlay says of an element, in the cell of a table. */
export function SaidView({ view }: { view: ZoneView | ConduitView | AssetView | undefined }) {
  const wordsOf = useViewWords();
  if (!view) return null;
  return (
    <>
      <ViewMark view={view} /> {wordsOf(view).full}
    </>
  );
}
