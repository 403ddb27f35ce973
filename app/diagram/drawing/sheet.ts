import type { Box } from "../geometry";
import type { Drawing } from "./drawing";
import { fitting, type Paint, type Shape, type ShapeOptions, shapesOf } from "./shapes";

/** What the title block and the legend of a drawing say; who draws knows the language. */
export type SheetWords = {
  title: string;
  /** Label and value, e.g. the site, the revision, the fingerprint. */
  facts: ReadonlyArray<{ label: string; value: string }>;
  legend: {
    title: string;
    zone: string;
    outside: string;
    wired: string;
    wireless: string;
    remote: string;
    temporary: string;
    /** How the level strip is read: order of the requirements and what a column means. */
    strip: string;
  };
};

export type Sheet = { bounds: Box; shapes: ReadonlyArray<Shape> };

/** What legend and title block take beside one another, in their own units. */
const PART_WIDTH = 1_000;
const GAP = 24;
/** A square drawing of this side has them in their own size: as large as what is written in it. */
const PLAIN_SIDE = 1_500;
/** A flat drawing is this much higher than one unit: they stay a strip below it. */
const PLAIN_HEIGHT = 400;
const LINES: ReadonlyArray<{ paint: Paint; word: "wired" | "wireless" | "remote" | "temporary" }> = [
  { paint: "line-wired", word: "wired" },
  { paint: "line-wireless", word: "wireless" },
  { paint: "line-remote", word: "remote" },
  { paint: "line-temporary", word: "temporary" },
];

/**
 * A drawing with its legend and title block below it, for files and paper. Both grow with what the drawing takes up, not
 * with its longer side: they are read on the same sheet and stay small beside it, also where it is very wide or very
 * tall. A wide drawing has them side by side. Pure.
 */
export function drawSheet(drawing: Drawing, words: SheetWords, options: ShapeOptions): Sheet {
  const { x, y, width: drawn, height } = drawing.bounds;
  const unit = Math.max(1, Math.min(Math.sqrt(drawn * height) / PLAIN_SIDE, height / PLAIN_HEIGHT));
  const width = Math.max(drawn, PART_WIDTH * unit);
  const isBeside = width >= (2 * PART_WIDTH + GAP) * unit;
  const columns = Math.max(1, Math.min(words.facts.length, 2));
  const rows = Math.ceil(words.facts.length / columns);
  const legend = { x, y: y + height, width: PART_WIDTH * unit, height: 74 * unit };
  const block = {
    x: isBeside ? x + width - PART_WIDTH * unit : x,
    y: isBeside ? legend.y + 8 * unit : legend.y + legend.height,
    width: PART_WIDTH * unit,
    height: (46 + rows * 32) * unit,
  };
  const end = Math.max(legend.y + legend.height, block.y + block.height);
  return {
    bounds: { x, y, width, height: end + 12 * unit - y },
    shapes: [
      ...shapesOf(drawing, options),
      legendShapes(legend, words.legend, unit),
      blockShapes(block, words, { unit, columns }),
    ],
  };
}

function legendShapes(box: Box, words: SheetWords["legend"], unit: number): Shape {
  const inset = 24 * unit;
  const [size, left, top] = [12 * unit, box.x + inset, box.y + 8 * unit];
  const pitch = (box.width - 2 * inset) / 6;
  const text = (x: number, y: number, value: string, room: number, paint: Paint = "small"): Shape => ({
    ...{ tag: "text", paint, x, y, size },
    text: fitting(value, room, size),
  });
  const boxed = (place: number, paint: Paint, word: string): ReadonlyArray<Shape> => {
    const at = left + place * pitch;
    const sample = { x: at, y: top + 18 * unit, width: 26 * unit, height: 14 * unit };
    return [
      { tag: "rect", paint, box: sample, radius: 3 * unit },
      text(at + 34 * unit, top + 29 * unit, word, pitch - 40 * unit),
    ];
  };
  const lined = (place: number, paint: Paint, word: string): ReadonlyArray<Shape> => {
    const at = left + place * pitch;
    const middle = top + 25 * unit;
    return [
      {
        tag: "path",
        paint,
        d: `M${tenths(at)} ${tenths(middle)}L${tenths(at + 30 * unit)} ${tenths(middle)}`,
      },
      text(at + 38 * unit, top + 29 * unit, word, pitch - 44 * unit),
    ];
  };
  return {
    ...{ tag: "group", key: "legend", name: words.title, href: null },
    shapes: [
      text(left, top + 8 * unit, words.title, box.width - 2 * inset, "title"),
      ...boxed(0, "zone", words.zone),
      ...boxed(1, "zone-outside", words.outside),
      ...LINES.flatMap(({ paint, word }, place) => lined(place + 2, paint, words[word])),
      text(left, top + 54 * unit, words.strip, box.width - 2 * inset),
    ],
  };
}

function blockShapes(
  box: Box,
  { title, facts }: SheetWords,
  { unit, columns }: { unit: number; columns: number },
): Shape {
  const inset = 24 * unit;
  const inner = { x: box.x + inset, y: box.y, width: box.width - 2 * inset, height: box.height };
  const pitch = inner.width / columns;
  const cells = facts.flatMap(({ label, value }, place): ReadonlyArray<Shape> => {
    const x = inner.x + (place % columns) * pitch + 10 * unit;
    const y = inner.y + (50 + Math.floor(place / columns) * 32) * unit;
    const room = pitch - 20 * unit;
    return [
      { tag: "text", paint: "small", x, y, size: 9 * unit, text: fitting(label, room, 9 * unit) },
      {
        ...{ tag: "text", paint: "title", x, y: y + 14 * unit, size: 12 * unit },
        text: fitting(value, room, 12 * unit),
      },
    ];
  });
  return {
    ...{ tag: "group", key: "title-block", name: title, href: null },
    shapes: [
      { tag: "rect", paint: "label", box: inner, radius: 0 },
      {
        ...{ tag: "text", paint: "title", x: inner.x + 10 * unit, y: inner.y + 26 * unit, size: 18 * unit },
        text: fitting(title, inner.width - 20 * unit, 18 * unit),
      },
      ...cells,
    ],
  };
}

function tenths(value: number): number {
  return Math.round(value * 10) / 10;
}
