import { useDeferredValue, useEffect, useMemo, useRef, useState } from "react";
import { useResource } from "~/components/use-resource";
import {
  effectOf,
  type JudgingGround,
  judgePlacedProducts,
  type ModelStanding,
  type ProductEffect,
} from "~/domain/assessment/placed-products";
import {
  approvalsOf,
  NO_APPROVALS,
  type StandingDecision,
  type ZoneApprovals,
} from "~/domain/procurement/approval-standing";
import type { ZoneModelIndex } from "~/domain/zone-model/queries";
import { paths } from "~/paths";

type GroundAnswer = {
  ground: JudgingGround;
  declarationIds: Readonly<Record<string, string>>;
  omitted: number;
  decisions: ReadonlyArray<StandingDecision>;
};

export type PlacedProducts = {
  /** null until the declarations have come. */
  standing: ModelStanding | null;
  answer: GroundAnswer | null;
  /** What the last edit changed; kept until the next one. */
  effects: ReadonlyArray<ProductEffect>;
  /** Where the linked products stand; empty until the declarations have come. */
  approvals: ZoneApprovals;
};

/**
 * How the products that stand in the model come out in it, judged in the browser after every edit. What they rest on is
 * read once the page stands, and again when a release is placed that it does not know.
 */
export function usePlacedProducts(modelId: string, index: ZoneModelIndex, isSaved: boolean): PlacedProducts {
  const { load, data } = useResource<GroundAnswer>();
  const answer = data ?? null;
  const asked = useRef<string>();
  const wanted = useMemo(() => placedReleases(index), [index]);
  useEffect(() => {
    // The server reads the saved draft: what is not saved yet it cannot know.
    if (!isSaved || asked.current === wanted) return;
    asked.current = wanted;
    load(paths.modelProducts(modelId));
  }, [load, modelId, isSaved, wanted]);

  const settled = useDeferredValue(index);
  const previous = useRef<{ ground: JudgingGround; standing: ModelStanding }>();
  const [effects, setEffects] = useState<ReadonlyArray<ProductEffect>>([]);
  const standing = useMemo(() => {
    const ground = answer?.ground;
    if (!ground) return null;
    return judgePlacedProducts(ground, settled, previous.current?.standing);
  }, [answer, settled]);
  useEffect(() => {
    const ground = answer?.ground;
    if (!ground || !standing) return;
    const before = previous.current;
    previous.current = { ground, standing };
    // Another ground is no edit: nobody here has changed anything.
    if (before?.ground === ground && hasChanged(before.standing, standing))
      setEffects(effectOf(before.standing, standing));
  }, [answer, standing]);
  const approvedBefore = useRef(NO_APPROVALS);
  const approvals = useMemo(() => {
    if (!answer || !standing) return NO_APPROVALS;
    approvedBefore.current = approvalsOf(settled, standing, answer.decisions, approvedBefore.current);
    return approvedBefore.current;
  }, [answer, standing, settled]);
  return useMemo(() => ({ standing, answer, effects, approvals }), [standing, answer, effects, approvals]);
}

/** One text per set of releases, whatever their order and number. */
function placedReleases({ model }: ZoneModelIndex): string {
  return [...new Set(model.assets.flatMap(({ productReleaseId }) => productReleaseId ?? []))]
    .sort()
    .join(" ");
}

function hasChanged(before: ModelStanding, after: ModelStanding): boolean {
  return before.size !== after.size || [...after].some(([zoneId, zone]) => before.get(zoneId) !== zone);
}
