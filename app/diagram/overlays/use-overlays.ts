import { useSearchParams } from "@remix-run/react";
import { useDeferredValue, useEffect, useMemo, useRef, useState } from "react";
import { useResource } from "~/components/use-resource";
import { differenceOf, type ZoneModelDifference } from "~/domain/zone-model/difference";
import type { ZoneModelIndex } from "~/domain/zone-model/queries";
import type { ZoneModel } from "~/domain/zone-model/zone-model";
import { paths } from "~/paths";
import type { ReleaseChoice } from "../choices";
import { viewOf } from "../use-address";
import type { PlacedProducts } from "../use-placed-products";
import { NO_VIEWS, type Overlay, type Views } from "./overlay";
import { candidateViews, reusedViews, toViews } from "./to-views";
import { type Candidate, useCandidate } from "./use-candidate";
import { type ShownNotices, useNotices } from "./use-notices";

/** null where nothing has been published yet. */
type LatestRevision = { revision: { number: number; content: ZoneModel } | null };

export type Overlays = {
  overlay: Overlay;
  setOverlay(overlay: Overlay): void;
  views: Views;
  candidate: Candidate;
  /** What is shown needs something that has not come yet. */
  isWaiting: boolean;
  /** Of the revision that the draft is compared with; null where there is none or it is not asked for. */
  comparedWith: number | null;
  difference: ZoneModelDifference | null;
  notices: ShownNotices;
};

/** What the zones show: chosen in the toolbar, named in the address, worked out from the model as it is now. */
export function useOverlays(
  modelId: string,
  index: ZoneModelIndex,
  placed: PlacedProducts,
  releases: ReadonlyArray<ReleaseChoice>,
): Overlays {
  const [search] = useSearchParams();
  const initial = viewOf(search);
  const [overlay, setOverlay] = useState<Overlay>(initial.overlay);
  const ground = placed.answer?.ground ?? null;
  const candidate = useCandidate({ modelId, index, ground, releases, initial: initial.candidate });

  const settled = useDeferredValue(index);
  const notices = useNotices(modelId, settled, overlay === "notice", initial.notice);
  const { radius } = notices;

  const { load, data } = useResource<LatestRevision>();
  const isAsked = overlay === "difference";
  useEffect(() => {
    if (isAsked) load(paths.modelPublished(modelId));
  }, [load, isAsked, modelId]);

  const revision = data?.revision ?? null;
  const difference = useMemo(
    () => (isAsked && revision ? differenceOf(revision.content, settled.model) : null),
    [isAsked, revision, settled],
  );
  const previous = useRef<Views>(NO_VIEWS);
  const { verdicts } = candidate;
  const { standing, approvals } = placed;
  const views = useMemo(() => {
    const fresh = verdicts
      ? candidateViews(settled, verdicts)
      : toViews(overlay, settled, { ground, standing, difference, approvals, radius });
    previous.current = reusedViews(previous.current, fresh);
    return previous.current;
  }, [verdicts, settled, overlay, ground, standing, difference, approvals, radius]);
  return {
    ...{ overlay, setOverlay, views, candidate, difference, notices },
    isWaiting: waitsFor(overlay, {
      ...{ difference: data === undefined, notice: notices.known === null, ground: ground === null },
    }),
    comparedWith: isAsked ? (revision?.number ?? null) : null,
  };
}

/** Each overlay waits for nothing that it does not show. */
function waitsFor(overlay: Overlay, missing: Record<"difference" | "notice" | "ground", boolean>): boolean {
  switch (overlay) {
    case "target":
      return false;
    case "difference":
    case "notice":
      return missing[overlay];
    case "achieved":
    case "gaps":
    case "approval":
    case "countermeasures":
      return missing.ground;
  }
}
