import { useEffect, useState } from "react";
import type { ZoneModel } from "~/domain/zone-model/zone-model";
import type { Table } from "~/formats/delimited/table";
import type { InventoryPlan, InventoryPreview, ReleaseOption } from "~/formats/inventory/plan";
import { previewSteps } from "~/formats/inventory/preview";
import { runInSlices } from "./run-in-slices";

type Asked = {
  table: Table;
  plan: InventoryPlan;
  draft: ZoneModel;
  releases: ReadonlyArray<ReleaseOption>;
};
export type ShownPreview = {
  preview: InventoryPreview;
  /** What it was made with. */
  plan: InventoryPlan;
  /** False where something else is chosen by now and the next one is on its way. */
  isCurrent: boolean;
};

/**
 * What becomes of each row, worked out beside the page, which stays usable. The last preview stays until the next is
 * there; `share` is how far that is, null where nobody has to be told. Nothing is worked out while not `isWanted`.
 */
export function useInventoryPreview({ table, plan, draft, releases }: Asked, isWanted: boolean) {
  const [made, setMade] = useState<(Asked & { preview: InventoryPreview }) | null>(null);
  const [share, setShare] = useState<number | null>(null);
  useEffect(() => {
    if (!isWanted) return setMade(null);
    const stop = new AbortController();
    const { signal } = stop;
    setShare(null);
    void runInSlices(previewSteps(table, plan, draft, releases), { signal, onProgress: setShare }).then(
      (preview) => {
        if (!preview || signal.aborted) return;
        setMade({ table, plan, draft, releases, preview });
        setShare(null);
      },
    );
    return () => stop.abort();
  }, [isWanted, table, plan, draft, releases]);
  const isCurrent = made?.table === table && made.plan === plan && made.draft === draft;
  const shown: ShownPreview | null = made && { preview: made.preview, plan: made.plan, isCurrent };
  return { shown, share };
}
