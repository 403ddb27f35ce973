import { expect, test } from "vitest";
import { MOST_AT_ONCE, openDetails } from "~/diagram/detail/detail-store";
import { detailAt, grown, wantedDetails } from "~/diagram/detail/wanted-details";
import { edgesIn } from "~/diagram/edges/conduit/edges-in-view";
import type { Box } from "~/diagram/geometry";
import { NEAR_ZOOM, TITLE_ZOOM } from "~/diagram/measures";
import type { ConduitEdge } from "~/diagram/to-edges";
import { nextIds } from "~/diagram/use-in-slices";

const box = (x: number, y = 0): Box => ({ x, y, width: 100, height: 60 });
const row = (count: number) => new Map(Array.from({ length: count }, (_, n) => [`z${n}`, box(n * 200)]));

test.each([
  [TITLE_ZOOM - 0.01, "none"],
  [TITLE_ZOOM, "title"],
  [NEAR_ZOOM - 0.01, "title"],
  [NEAR_ZOOM, "full"],
] as const)("at a zoom of %d a zone draws %s of itself", (zoom, detail) => {
  expect(detailAt(zoom)).toBe(detail);
});

test("details are for zones in the area alone, the ones around its middle first", () => {
  const wanted = wantedDetails(row(6), { x: 150, y: -50, width: 700, height: 200 }, "full");
  expect([...wanted.keys()].toSorted()).toEqual(["z1", "z2", "z3", "z4"]);
  expect([...wanted.keys()].slice(0, 2).toSorted()).toEqual(["z2", "z3"]);
  expect(wantedDetails(row(6), { x: 0, y: 0, width: 9_000, height: 900 }, "none").size).toBe(0);
});

test("an area grows on every side by the same share", () => {
  expect(grown({ x: 100, y: 50, width: 200, height: 100 }, 0.25)).toEqual({
    x: 50,
    y: 25,
    width: 300,
    height: 150,
  });
});

function aStore() {
  const frames: Array<() => void> = [];
  const details = openDetails((work) => frames.push(work));
  return { details, frames, nextFrame: () => frames.shift()?.() };
}

test("many zones get their details in parts, one a frame, and only they hear of it", () => {
  const { details, frames, nextFrame } = aStore();
  const heard: Array<string> = [];
  for (const id of row(25).keys()) details.subscribe(id, () => heard.push(id));
  const wanted = wantedDetails(row(25), { x: -10, y: -10, width: 9_000, height: 900 }, "full");
  details.want(wanted, true);
  expect(heard, "the frame in which the view changes has enough to do").toHaveLength(0);
  for (const count of [MOST_AT_ONCE, 2 * MOST_AT_ONCE, 3 * MOST_AT_ONCE]) {
    expect(details.isCovered()).toBe(false);
    nextFrame();
    expect(heard).toHaveLength(count);
  }
  nextFrame();
  expect(heard).toHaveLength(25);
  expect(details.isCovered()).toBe(true);
  expect(frames).toHaveLength(0);
  details.want(wanted, true);
  expect(heard, "nothing has changed").toHaveLength(25);
});

test("what is wanted last is what comes to be, whatever was on its way", () => {
  const { details, frames, nextFrame } = aStore();
  details.want(wantedDetails(row(25), { x: -10, y: -10, width: 9_000, height: 900 }, "full"), true);
  details.want(new Map(), false);
  while (frames.length > 0) nextFrame();
  expect([...row(25).keys()].map((id) => details.read(id))).toEqual(Array(25).fill("none"));
  expect(details.isCovered()).toBe(false);
});

const edge = (id: string, source: string, target: string): ConduitEdge => ({ id, source, target });

test("a line is drawn where a piece of it may be seen, not where only its corner of the drawing is", () => {
  const boxes = new Map([
    ["a", box(0, 0)],
    ["b", box(4_000, 4_000)],
    ["c", box(200, 0)],
  ]);
  const edges = [edge("long", "a", "b"), edge("short", "a", "c"), edge("lost", "a", "gone")];
  expect(edgesIn(edges, boxes, { x: 0, y: 0, width: 400, height: 200 }).map(({ id }) => id)).toEqual([
    "long",
    "short",
  ]);
  expect(edgesIn(edges, boxes, { x: 3_000, y: 0, width: 800, height: 800 })).toEqual([]);
  expect(edgesIn(edges, boxes, { x: 1_900, y: 1_900, width: 200, height: 200 })).toHaveLength(1);
});

test("lines come a few at a time and go at once", () => {
  const all = ["a", "b", "c", "d"].map((id) => ({ id }));
  const first = nextIds(all, new Set(), 2);
  expect([...first]).toEqual(["a", "b"]);
  const second = nextIds(all, first, 2);
  expect([...second]).toEqual(["a", "b", "c", "d"]);
  expect(nextIds(all, second, 2)).toBe(second);
  expect([...nextIds(all.slice(2), second, 2)]).toEqual(["c", "d"]);
});
