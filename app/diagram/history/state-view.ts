import type { ZoneModel } from "~/domain/zone-model/zone-model";
import { type Drawing, drawDifference, drawModel } from "../drawing/drawing";

/** How a state of the past is looked at. */
const WAYS = ["drawing", "changes", "tables"] as const;
export type StateWay = (typeof WAYS)[number];

/** More assets than these are a number in their zone: their names could not be read. */
const MOST_TILES = 1_500;

type States = {
  /** The state of the past. */
  past: ZoneModel;
  /** What it is held against; null where other pages do that. */
  now: ZoneModel | null;
};

export type StateView<Tables> =
  | { as: "drawing" | "changes"; ways: ReadonlyArray<StateWay>; drawing: Drawing }
  | { as: "tables"; ways: ReadonlyArray<StateWay>; tables: Tables };

/** What a page of a past state sends: what is looked at and nothing else. An unknown way is the drawing. */
export function stateView<Tables>(
  wished: string | null,
  { past, now }: States,
  tables: Tables,
): StateView<Tables> {
  const ways = WAYS.filter((way) => way !== "changes" || now !== null);
  if (wished === "tables") return { as: "tables", ways, tables };
  if (wished === "changes" && now) return { as: "changes", ways, drawing: drawDifference(now, past) };
  const drawing = drawModel(past, { tiles: past.assets.length <= MOST_TILES });
  return { as: "drawing", ways, drawing };
}
