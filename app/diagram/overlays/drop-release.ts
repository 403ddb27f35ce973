import type { DragEvent } from "react";

/** What a product is called while it is dragged from the list onto the canvas. */
export const RELEASE_TYPE = "application/x-cordon-release";

type Dropped = { releaseId: string; zoneId: string | null };

/** Handlers for what lies around the canvas: a product let go on a zone, or beside all of them. */
export function dropTarget(onDrop: (dropped: Dropped) => void) {
  return {
    onDragOver(event: DragEvent) {
      if (!event.dataTransfer.types.includes(RELEASE_TYPE)) return;
      event.preventDefault();
      event.dataTransfer.dropEffect = "copy";
    },
    onDrop(event: DragEvent) {
      const releaseId = event.dataTransfer.getData(RELEASE_TYPE);
      if (releaseId === "") return;
      event.preventDefault();
      const hit = event.target instanceof Element ? event.target.closest("[data-zone-id]") : null;
      onDrop({ releaseId, zoneId: hit?.getAttribute("data-zone-id") ?? null });
    },
  };
}
