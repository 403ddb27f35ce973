import { ancestorsOf, type ZoneModelIndex } from "~/domain/zone-model/queries";
import type { Conduit } from "~/domain/zone-model/zone-model";
import { boxMap } from "./box-map";
import { type Box, type Curve, curveBetween, pointOn } from "./geometry";
import { LABEL } from "./measures";

/** Between which zones a line is drawn. */
export type Ends = Pick<Conduit, "fromZoneId" | "toZoneId">;
export type Route = { bow: number; labelAt: number };

const MIDDLE = 0.5;
const LABEL_SPOTS = [MIDDLE, 0.42, 0.58, 0.34, 0.66, 0.26, 0.74, 0.18, 0.82];
const SAMPLES = [0.08, 0.16, 0.24, 0.32, 0.4, 0.5, 0.6, 0.68, 0.76, 0.84, 0.92];
/** From straight to far aside. */
const BOWS = [0, 60, -60, 110, -110, 170, -170, 240, -240];
const LANE = 44;
/** Half the room that a line keeps to a zone it passes. */
const CLEARANCE = 6;

/**
 * Finds for one conduit after the other a line that crosses no zone but its ends and those around them, and on it
 * a spot where its label covers nothing. Where there is none, the line that crosses least.
 */
export function conduitRouter(index: ZoneModelIndex, boxes: ReadonlyMap<string, Box>) {
  const zones = boxMap();
  for (const [id, box] of boxes) zones.add(box, id);
  const labels = boxMap();

  /** Up to `most`: beyond that a line is no better anyway. */
  function crossings(curve: Curve, except: ReadonlySet<string | null>, most: number): number {
    let count = 0;
    for (const share of SAMPLES) {
      const { x, y } = pointOn(curve, share);
      if (zones.isNear(x, y, CLEARANCE, CLEARANCE, except)) count += 1;
      if (count >= most) break;
    }
    return count;
  }

  return ({ fromZoneId, toZoneId }: Ends, lane: number): Route => {
    const from = boxes.get(fromZoneId);
    const to = boxes.get(toZoneId);
    if (!from || !to) return { bow: 0, labelAt: MIDDLE };
    const outer = new Set<string | null>();
    for (const { id } of [...ancestorsOf(index, fromZoneId), ...ancestorsOf(index, toZoneId)]) outer.add(id);
    const ends = new Set([...outer, fromZoneId, toZoneId]);

    let best = {
      bow: lane * LANE,
      curve: curveBetween(from, to, lane * LANE),
      count: Number.POSITIVE_INFINITY,
    };
    for (const bow of lane === 0 ? BOWS : BOWS.map((aside) => aside + lane * LANE)) {
      const curve = curveBetween(from, to, bow);
      const count = crossings(curve, ends, best.count);
      if (count < best.count) best = { bow, curve, count };
      if (count === 0) break;
    }

    const hits = (what: typeof zones, share: number, except?: ReadonlySet<string | null>) => {
      const { x, y } = pointOn(best.curve, share);
      return what.isNear(x, y, LABEL.width / 2, LABEL.height / 2, except);
    };
    const isFree = (share: number) => !hits(labels, share);
    const labelAt =
      LABEL_SPOTS.find((share) => isFree(share) && !hits(zones, share, outer)) ??
      LABEL_SPOTS.find(isFree) ??
      MIDDLE;
    const { x, y } = pointOn(best.curve, labelAt);
    labels.add({ x: x - LABEL.width / 2, y: y - LABEL.height / 2, ...LABEL }, null);
    return { bow: best.bow, labelAt };
  };
}
