import { useMemo, useRef } from "react";
import type { ModelStanding } from "~/domain/assessment/placed-products";
import type { ZoneApprovals } from "~/domain/procurement/approval-standing";
import type { ZoneModelIndex } from "~/domain/zone-model/queries";
import type { ModelFinding } from "~/domain/zone-model/rules/rule";
import type { Views } from "./overlays/overlay";
import { type Flow, toFlow } from "./to-flow";

/** A model and how it is drawn. */
export type Drawing = { index: ZoneModelIndex; flow: Flow };

/** What did not change since the last drawing keeps its identity. */
export function useDrawing(
  index: ZoneModelIndex,
  findings: ReadonlyArray<ModelFinding>,
  standing: ModelStanding | null,
  views: Views,
  approvals: ZoneApprovals,
): Drawing {
  const previous = useRef<Flow>();
  return useMemo(() => {
    const flow = toFlow(index, findings, previous.current, standing ?? undefined, views, approvals);
    previous.current = flow;
    return { index, flow };
  }, [index, findings, standing, views, approvals]);
}
