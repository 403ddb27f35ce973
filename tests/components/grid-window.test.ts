import fc from "fast-check";
import { expect, test } from "vitest";
import { blocksOf, moveOn, offsetToShow, spanOf } from "~/components/matrix/grid-window";

const anAxis = fc.record({
  offset: fc.integer({ min: -50, max: 60_000 }),
  sight: fc.integer({ min: 0, max: 3_000 }),
  size: fc.integer({ min: 1, max: 200 }),
  count: fc.integer({ min: 0, max: 800 }),
  beyond: fc.integer({ min: 0, max: 5 }),
});

test("a span holds every cell in sight, no more than those beyond besides, and none outside of the grid", () => {
  fc.assert(
    fc.property(anAxis, (axis) => {
      const { first, end } = spanOf(axis);
      expect(first).toBeGreaterThanOrEqual(0);
      expect(end).toBeLessThanOrEqual(axis.count);
      if (axis.count > 0) expect(end).toBeGreaterThan(first);
      const from = Math.max(0, axis.offset);
      for (let place = 0; place < axis.count; place += 1) {
        const isInSight = (place + 1) * axis.size > from && place * axis.size < from + axis.sight;
        if (isInSight) expect(place >= first && place < end).toBe(true);
      }
      expect(end - first).toBeLessThanOrEqual(Math.ceil(axis.sight / axis.size) + 1 + 2 * axis.beyond);
    }),
  );
});

test("a cell that is scrolled to is in sight, and one that already is moves nothing", () => {
  fc.assert(
    fc.property(anAxis, fc.nat(799), ({ offset, sight, size }, place) => {
      const from = Math.max(0, offset);
      const shown = offsetToShow(place, { offset: from, sight, size });
      expect(shown).toBeLessThanOrEqual(place * size);
      if (size <= sight) expect((place + 1) * size).toBeLessThanOrEqual(shown + sight);
      expect(offsetToShow(place, { offset: shown, sight, size })).toBe(shown);
    }),
  );
});

test("the blocks of a span are those that hold its rows, and the next one where it scrolls to", () => {
  expect(blocksOf({ first: 45, end: 55 }, 50, 500, 0)).toEqual([0, 1]);
  expect(blocksOf({ first: 45, end: 55 }, 50, 500, 1)).toEqual([0, 1, 2]);
  expect(blocksOf({ first: 60, end: 80 }, 50, 500, -1)).toEqual([1, 0]);
  expect(blocksOf({ first: 0, end: 20 }, 50, 20, 1)).toEqual([0]);
  expect(blocksOf({ first: 490, end: 500 }, 50, 500, 1)).toEqual([9]);
  expect(blocksOf({ first: 0, end: 0 }, 50, 0, 1)).toEqual([]);
});

test("keys never leave the grid and never rest on the corner", () => {
  const extent = fc.record({
    rows: fc.integer({ min: 1, max: 500 }),
    columns: fc.integer({ min: 1, max: 100 }),
  });
  const keys = ["ArrowUp", "ArrowDown", "ArrowLeft", "ArrowRight", "PageUp", "PageDown", "Home", "End"];
  const pressed = fc.array(fc.record({ key: fc.constantFrom(...keys), ctrlKey: fc.boolean() }), {
    maxLength: 60,
  });
  fc.assert(
    fc.property(extent, pressed, (size, all) => {
      let place = { row: 0, column: 0 };
      for (const one of all) place = moveOn(place, one, size, 10) ?? place;
      expect(place.row).toBeGreaterThanOrEqual(-1);
      expect(place.row).toBeLessThan(size.rows);
      expect(place.column).toBeGreaterThanOrEqual(-1);
      expect(place.column).toBeLessThan(size.columns);
      expect(place.row === -1 && place.column === -1).toBe(false);
    }),
  );
});

test.each([
  ["ArrowUp", false, { row: 0, column: 3 }, { row: -1, column: 3 }],
  ["ArrowLeft", false, { row: 4, column: 0 }, { row: 4, column: -1 }],
  ["ArrowUp", false, { row: 0, column: -1 }, { row: 0, column: -1 }],
  ["ArrowLeft", false, { row: -1, column: 0 }, { row: -1, column: 0 }],
  ["Home", false, { row: 4, column: 50 }, { row: 4, column: -1 }],
  ["End", false, { row: 4, column: 0 }, { row: 4, column: 99 }],
  ["Home", true, { row: 400, column: 50 }, { row: 0, column: 0 }],
  ["End", true, { row: 0, column: 0 }, { row: 499, column: 99 }],
  ["PageDown", false, { row: 495, column: 2 }, { row: 499, column: 2 }],
  ["PageUp", false, { row: 5, column: 2 }, { row: 0, column: 2 }],
])("%s (with Ctrl: %s) from %o leads to %o", (key, ctrlKey, from, to) => {
  expect(moveOn(from, { key, ctrlKey }, { rows: 500, columns: 100 }, 10)).toEqual(to);
});

test("a key that is none of the grid's leads nowhere", () => {
  expect(
    moveOn({ row: 0, column: 0 }, { key: "a", ctrlKey: false }, { rows: 5, columns: 5 }, 2),
  ).toBeUndefined();
});
