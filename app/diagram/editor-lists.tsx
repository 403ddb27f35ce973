import { memo } from "react";
import type { ZoneModelIndex } from "~/domain/zone-model/queries";
import type { SortedFindings } from "~/domain/zone-model/waivers";
import type { ElementRef } from "~/domain/zone-model/zone-model";
import type { EditorActions } from "./editor-actions";
import type { FindingTools } from "./findings/finding-entry";
import { FindingsList } from "./findings/findings-list";
import type { WaiverAuthors } from "./findings/waived-list";
import { PlacedProductsPanel } from "./placed-products-panel";
import type { PlacedProducts } from "./use-placed-products";
import { ZoneOutline } from "./zone-outline";

type EditorListsProps = {
  index: ZoneModelIndex;
  sorted: SortedFindings;
  findingTools: FindingTools;
  waiverAuthors: WaiverAuthors;
  placed: PlacedProducts;
  modelId: string;
  selected: ElementRef | null;
  actions: Pick<EditorActions, "show">;
  onEscape(): void;
};

/** What stands below the canvas. Drawn again only for what it says: an edit and its saving change the page often. */
export const EditorLists = memo(function EditorLists(props: EditorListsProps) {
  const { index, sorted, findingTools, waiverAuthors, placed, modelId, selected, actions, onEscape } = props;
  return (
    <div className="editor-lists">
      <FindingsList
        sorted={sorted}
        index={index}
        tools={findingTools}
        authors={waiverAuthors}
        onEscape={onEscape}
      />
      <div className="editor-list-column">
        <PlacedProductsPanel placed={placed} index={index} modelId={modelId} actions={actions} />
        <ZoneOutline
          index={index}
          findings={sorted.open}
          selected={selected}
          actions={actions}
          modelId={modelId}
        />
      </div>
    </div>
  );
});
