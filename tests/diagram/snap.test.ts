import fc from "fast-check";
import { expect, test } from "vitest";
import { snapMove, snapResize } from "~/diagram/snap";

const at = (x: number, y: number, width = 200, height = 100) => ({ x, y, width, height });
const number = fc.integer({ min: -900, max: 900 });
const aBox = fc.record({
  x: number,
  y: number,
  width: fc.integer({ min: 264, max: 600 }),
  height: fc.integer({ min: 68, max: 400 }),
});

test("with nothing near a box goes to the grid, by less than half a step", () => {
  fc.assert(
    fc.property(aBox, (box) => {
      const { corner, guides } = snapMove(box, { others: [], reach: 6, grid: 8 });
      expect([Math.abs(corner.x % 8), Math.abs(corner.y % 8)]).toEqual([0, 0]);
      expect(Math.abs(corner.x - box.x)).toBeLessThanOrEqual(4);
      expect(guides).toEqual([]);
    }),
  );
});

test("a side, or the middle, of a neighbour attracts more than the grid, and a line shows which", () => {
  const options = { others: [at(103, 400)], reach: 6, grid: 8 };
  expect(snapMove(at(99, 0), options)).toEqual({
    corner: { x: 103, y: 0 },
    guides: [
      { axis: "x", at: 103, from: 0, to: 500 },
      { axis: "x", at: 203, from: 0, to: 500 },
      { axis: "x", at: 303, from: 0, to: 500 },
    ],
  });
  expect(snapMove(at(96, 0), options).corner).toEqual({ x: 96, y: 0 });
  expect(snapMove(at(207, 0), options).corner.x).toBe(203);
  expect(snapMove(at(100, 3_000), options).corner.x).toBe(104);
});

test("a box is never moved farther than the reach or half the grid", () => {
  fc.assert(
    fc.property(aBox, fc.array(aBox, { maxLength: 6 }), (box, others) => {
      const { corner } = snapMove(box, { others, reach: 6, grid: 8 });
      expect(Math.abs(corner.x - box.x)).toBeLessThanOrEqual(6);
      expect(Math.abs(corner.y - box.y)).toBeLessThanOrEqual(6);
    }),
  );
});

test("resizing moves only the sides that are pulled, and never below the smallest size", () => {
  fc.assert(
    fc.property(
      aBox,
      fc.array(aBox, { maxLength: 5 }),
      fc.subarray(["left", "right", "top", "bottom"] as const, { minLength: 1 }),
      (box, others, sides) => {
        const { box: next } = snapResize(
          box,
          sides,
          { width: 264, height: 68 },
          { others, reach: 6, grid: 8 },
        );
        if (!sides.includes("left")) expect(next.x).toBe(box.x);
        if (!sides.includes("top")) expect(next.y).toBe(box.y);
        if (!sides.includes("right")) expect(next.x + next.width).toBe(box.x + box.width);
        if (!sides.includes("bottom")) expect(next.y + next.height).toBe(box.y + box.height);
        expect(next.width).toBeGreaterThanOrEqual(264);
        expect(next.height).toBeGreaterThanOrEqual(68);
      },
    ),
  );
});

test("a pulled side meets the side of a neighbour", () => {
  const { box, guides } = snapResize(
    at(0, 0, 297, 120),
    ["right", "bottom"],
    { width: 264, height: 68 },
    { others: [at(300, 118, 264, 68)], reach: 6, grid: 8 },
  );
  expect(box).toEqual(at(0, 0, 300, 118));
  expect(guides).toContainEqual({ axis: "x", at: 300, from: 0, to: 186 });
});
