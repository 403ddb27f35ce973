import { XMLValidator } from "fast-xml-parser";
import { expect, test } from "vitest";
import { pictureSize, sizeOfSvg } from "~/components/model/to-png";
import { drawModel } from "~/diagram/drawing/drawing";
import type { Shape } from "~/diagram/drawing/shapes";
import { drawSheet, type SheetWords } from "~/diagram/drawing/sheet";
import { toSvgText } from "~/diagram/drawing/svg-text";
import { aZone, aZoneModel } from "../builders/zone-model";

const words: SheetWords = {
  title: "Building B",
  facts: [
    { label: "Site", value: "Campus" },
    { label: "State", value: "Revision 3" },
    { label: "Fingerprint", value: "0123456789abcdef".repeat(4) },
  ],
  legend: {
    ...{ title: "Legend", zone: "Zone", outside: "Outside", wired: "Wired", wireless: "Wireless" },
    ...{ remote: "Remote", temporary: "Temporary", strip: "Strip: IAC to RA" },
  },
};
const options = {
  words: { mark: () => "", assets: (count: number) => `${count} assets`, assetChanges: () => "" },
};

function textsOf(shapes: ReadonlyArray<Shape>): ReadonlyArray<Shape & { tag: "text" }> {
  return shapes.flatMap((shape) =>
    shape.tag === "group" ? textsOf(shape.shapes) : shape.tag === "text" ? [shape] : [],
  );
}

test("legend and title block stand below the drawing, inside the bounds, with every word in full", () => {
  const drawing = drawModel(aZoneModel(), { tiles: true });
  const { bounds, shapes } = drawSheet(drawing, words, options);
  const texts = textsOf(shapes.slice(-2));
  const said = [words.title, ...words.facts.flatMap(({ label, value }) => [label, value])];
  for (const text of [...said, ...Object.values(words.legend)])
    expect(texts.map((one) => one.text)).toContain(text);
  for (const { x, y } of texts) {
    expect(y).toBeGreaterThan(drawing.bounds.y + drawing.bounds.height);
    expect(y).toBeLessThan(bounds.y + bounds.height);
    expect(x).toBeGreaterThanOrEqual(bounds.x);
    expect(x).toBeLessThan(bounds.x + bounds.width);
  }
});

/** Zones of one size, so many in a row. */
function inRows(zones: number, perRow: number) {
  const ids = Array.from({ length: zones }, (_, number) => `z${number}`);
  const at = (number: number) => ({ x: (number % perRow) * 400, y: Math.floor(number / perRow) * 400 });
  return aZoneModel({
    zones: ids.map((id) => aZone({ id })),
    layout: Object.fromEntries(ids.map((id, number) => [id, { ...at(number), width: 300, height: 300 }])),
  });
}

test.each([
  ["one zone", inRows(1, 1), 1, 1, 0.5],
  ["thirty zones side by side", inRows(30, 30), 1, 1.5, 0.3],
  ["thirty zones below one another", inRows(30, 1), 1.2, 2, 0.04],
  ["three hundred zones in a square", inRows(300, 17), 4, 5, 0.12],
] as const)("the title block is as large as the drawing needs: %s", (_name, model, least, most, share) => {
  const drawing = drawModel(model);
  const { bounds, shapes } = drawSheet(drawing, words, options);
  const title = textsOf(shapes.slice(-1)).find(({ text }) => text === words.title);
  const unit = (title?.size ?? 0) / 18;
  expect(unit).toBeGreaterThanOrEqual(least);
  expect(unit).toBeLessThanOrEqual(most);
  // What is not drawing takes this share of the sheet's height at the most.
  expect(1 - drawing.bounds.height / bounds.height).toBeLessThan(share);
});

test("a wide drawing has legend and title block side by side, a narrow one below one another", () => {
  const partsOf = (zones: number) => {
    const { shapes } = drawSheet(drawModel(inRows(zones, zones)), words, options);
    return shapes.slice(-2).map((part) => textsOf([part]).map(({ x, y }) => ({ x, y })));
  };
  const [legend = [], block = []] = partsOf(30);
  expect(Math.max(...legend.map(({ x }) => x))).toBeLessThan(Math.min(...block.map(({ x }) => x)));
  const [above = [], below = []] = partsOf(1);
  expect(Math.max(...above.map(({ y }) => y))).toBeLessThan(Math.min(...below.map(({ y }) => y)));
});

test("an empty model and hostile names make a sheet that is XML", () => {
  const hostile = aZoneModel({ zones: [aZone({ name: '<script>&"\u0000' })] });
  for (const model of [aZoneModel({}), hostile]) {
    const { bounds, shapes } = drawSheet(drawModel(model), { ...words, title: "a <b> & c" }, options);
    const svg = toSvgText(bounds, shapes, "a <b> & c");
    expect(XMLValidator.validate(svg)).toBe(true);
    expect(svg).not.toContain("<script");
    expect(sizeOfSvg(svg)).toEqual({ width: Math.ceil(bounds.width), height: Math.ceil(bounds.height) });
  }
});

test("a picture is twice the drawing, and none where browsers may not draw it", () => {
  expect(pictureSize({ width: 1_000, height: 700.2 })).toEqual({ width: 2_000, height: 1_401 });
  expect(pictureSize({ width: 8_193, height: 100 })).toBeNull();
  expect(pictureSize({ width: 8_000, height: 4_000 })).toBeNull();
  expect(pictureSize({ width: 0, height: 100 })).toBeNull();
  expect(sizeOfSvg("<p>no drawing</p>")).toBeNull();
});
