import fc from "fast-check";
import { expect, test } from "vitest";
import { stack, ticksUpTo } from "~/components/chart/geometry";
import { TEXTURES, texturePath } from "~/components/chart/textures";

const counts = fc.array(fc.integer({ min: 0, max: 5000 }), { minLength: 1, maxLength: 7 });

test("stretches lie side by side within the bar, none of what counts is lost or too thin to see", () => {
  fc.assert(
    fc.property(counts, fc.integer({ min: 0, max: 3000 }), (numbers, more) => {
      const sum = numbers.reduce((total, one) => total + one, 0);
      const parts = numbers.map((count, place) => ({ key: String(place), count }));
      const drawn = stack(parts, { whole: sum + more, length: 400, least: 2 });
      expect(drawn.map(({ key }) => key)).toEqual(
        parts.filter(({ count }) => count > 0).map(({ key }) => key),
      );
      let end = 0;
      for (const { start, length } of drawn) {
        expect(start).toBeCloseTo(end, 6);
        end = start + length;
      }
      expect(end).toBeCloseTo(sum + more === 0 ? 0 : (sum / (sum + more)) * 400, 6);
      const room = end / Math.max(1, drawn.length);
      for (const { length } of drawn) expect(length).toBeGreaterThanOrEqual(Math.min(2, room) - 1e-6);
    }),
  );
});

test("without a least thickness lengths are as the counts", () => {
  const drawn = stack(
    [
      { key: "a", count: 1 },
      { key: "b", count: 0 },
      { key: "c", count: 3 },
    ],
    { whole: 8, length: 80 },
  );
  expect(drawn).toEqual([
    { key: "a", count: 1, start: 0, length: 10 },
    { key: "c", count: 3, start: 10, length: 30 },
  ]);
  expect(stack([], { whole: 0, length: 80 })).toEqual([]);
});

test("ticks begin at 0, rise in equal whole steps, reach the highest and are not more than wanted", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 100_000 }), fc.integer({ min: 2, max: 8 }), (highest, most) => {
      const ticks = ticksUpTo(highest, most);
      const step = ticks[1] ?? Number.NaN;
      expect(ticks).toEqual(ticks.map((_, place) => place * step));
      expect(Number.isInteger(step)).toBe(true);
      expect(ticks.at(-1)).toBeGreaterThanOrEqual(highest);
      expect(ticks.at(-2)).toBeLessThan(Math.max(1, highest));
      expect(ticks.length).toBeLessThanOrEqual(most + 1);
    }),
  );
});

test("textures differ from each other and stay within their box", () => {
  const box = { x: 10, y: 4, width: 30, height: 16 };
  const paths = TEXTURES.map((texture) => texturePath(texture, box));
  expect(new Set(paths.filter(Boolean)).size).toBe(TEXTURES.length - 2);
  for (const path of paths)
    for (const [, x = "", y = ""] of path.matchAll(/M([\d.]+) ([\d.]+)/g)) {
      expect(Number(x)).toBeGreaterThanOrEqual(box.x);
      expect(Number(x)).toBeLessThanOrEqual(box.x + box.width);
      expect(Number(y)).toBeGreaterThanOrEqual(box.y);
      expect(Number(y)).toBeLessThanOrEqual(box.y + box.height);
    }
});
