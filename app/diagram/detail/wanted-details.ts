import { type Box, centreOf, overlaps } from "../geometry";
import { NEAR_ZOOM, TITLE_ZOOM } from "../measures";

/** What a zone draws by itself: nothing from far away, its title from closer, everything where details can be read. */
export type Detail = "none" | "title" | "full";

export function detailAt(zoom: number): Detail {
  if (zoom < TITLE_ZOOM) return "none";
  return zoom < NEAR_ZOOM ? "title" : "full";
}

/** Zones that draw by themselves: those in the area, the ones around its middle first. None where `detail` is none. */
export function wantedDetails(
  boxes: ReadonlyMap<string, Box>,
  area: Box,
  detail: Detail,
): ReadonlyMap<string, Detail> {
  if (detail === "none") return NOTHING;
  const middle = centreOf(area);
  const near = [...boxes]
    .filter(([, box]) => overlaps(box, area))
    .map(([id, box]) => {
      const { x, y } = centreOf(box);
      return { id, distance: Math.hypot(x - middle.x, y - middle.y) };
    })
    .sort((one, other) => one.distance - other.distance);
  return new Map(near.map(({ id }) => [id, detail]));
}

const NOTHING: ReadonlyMap<string, Detail> = new Map();

/** A box with a share of its size more on every side. */
export function grown({ x, y, width, height }: Box, share: number): Box {
  const [aside, above] = [width * share, height * share];
  return { x: x - aside, y: y - above, width: width + 2 * aside, height: height + 2 * above };
}
