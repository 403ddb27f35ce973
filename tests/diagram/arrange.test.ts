import fc from "fast-check";
import { expect, test } from "vitest";
import { ARRANGEMENTS, arranged, leastFor } from "~/diagram/arrange";
import { fromBoxes } from "~/diagram/from-flow";
import { toFlow } from "~/diagram/to-flow";
import { applyCommands } from "~/domain/zone-model/apply-command";
import { ZoneModelCommandSchema } from "~/domain/zone-model/commands";
import { fingerprintOfModel } from "~/domain/zone-model/facts";
import { inverseOfAll } from "~/domain/zone-model/inverse-of";
import { childrenOf, indexModel } from "~/domain/zone-model/queries";
import { aDrawnModel } from "../domain/zone-model/arbitraries";

const number = fc.integer({ min: -900, max: 900 });
const size = fc.integer({ min: 40, max: 500 });
const someBoxes = fc
  .array(fc.record({ x: number, y: number, width: size, height: size }), { minLength: 2, maxLength: 7 })
  .map((boxes) => boxes.map((box, n) => ({ id: `z${n}`, box })));

const after = (arrangement: (typeof ARRANGEMENTS)[number], named: Parameters<typeof arranged>[1]) => {
  const moved = arranged(arrangement, named);
  return named.map(({ id, box }) => moved.get(id) ?? box);
};
const centre = (from: number, length: number) => from + length / 2;
const spreadOf = (values: ReadonlyArray<number>) => Math.max(...values) - Math.min(...values);

test("aligned boxes share a side or a middle, and keep their size and their other coordinate", () => {
  fc.assert(
    fc.property(someBoxes, (named) => {
      expect(spreadOf(after("left", named).map(({ x }) => x))).toBe(0);
      expect(spreadOf(after("right", named).map(({ x, width }) => x + width))).toBe(0);
      expect(spreadOf(after("top", named).map(({ y }) => y))).toBe(0);
      expect(spreadOf(after("bottom", named).map(({ y, height }) => y + height))).toBe(0);
      expect(spreadOf(after("centre", named).map(({ x, width }) => centre(x, width)))).toBeLessThanOrEqual(1);
      expect(spreadOf(after("middle", named).map(({ y, height }) => centre(y, height)))).toBeLessThanOrEqual(
        1,
      );
      for (const arrangement of ["left", "centre", "right"] as const)
        expect(after(arrangement, named).map(({ y, width, height }) => [y, width, height])).toEqual(
          named.map(({ box: { y, width, height } }) => [y, width, height]),
        );
    }),
  );
});

test("spread boxes have equal gaps, and the outermost stay", () => {
  fc.assert(
    fc.property(someBoxes, (named) => {
      if (named.length < leastFor("distributeAcross")) {
        expect(arranged("distributeAcross", named).size).toBe(0);
        return;
      }
      const order = [...named].sort((a, b) => centre(a.box.x, a.box.width) - centre(b.box.x, b.box.width));
      const moved = arranged("distributeAcross", named);
      const boxes = order.map(({ id, box }) => moved.get(id) ?? box);
      const gaps = boxes.slice(1).map((box, n) => box.x - (boxes[n]?.x ?? 0) - (boxes[n]?.width ?? 0));
      expect(spreadOf(gaps)).toBeLessThanOrEqual(2);
      expect(boxes[0]).toEqual(order[0]?.box);
      expect(boxes.at(-1)).toEqual(order.at(-1)?.box);
    }),
  );
});

test("the same size is that of the box chosen last", () => {
  fc.assert(
    fc.property(someBoxes, (named) => {
      const last = named.at(-1)?.box;
      expect(new Set(after("sameWidth", named).map(({ width }) => width))).toEqual(new Set([last?.width]));
      expect(new Set(after("sameHeight", named).map(({ height }) => height))).toEqual(
        new Set([last?.height]),
      );
    }),
  );
});

test("what is aligned or of one size already is not moved again", () => {
  const alike = ARRANGEMENTS.filter((arrangement) => !arrangement.startsWith("distribute"));
  fc.assert(
    fc.property(someBoxes, fc.constantFrom(...alike), (named, arrangement) => {
      const boxes = after(arrangement, named);
      const again = arranged(
        arrangement,
        named.map(({ id }, n) => ({ id, box: boxes[n] ?? { x: 0, y: 0, width: 1, height: 1 } })),
      );
      expect(again.size).toBe(0);
    }),
  );
});

test("boxes whose middle lies between two pixels find it again", () => {
  const heights = [
    { y: -388, height: 362 },
    { y: -35, height: 312 },
    { y: -690, height: 40 },
  ];
  const named = heights.map((box, n) => ({ id: `z${n}`, box: { x: 0, width: 40, ...box } }));
  const boxes = after("middle", named);
  const again = named.map(({ id, box }, n) => ({ id, box: boxes[n] ?? box }));
  expect([...arranged("middle", again)]).toEqual([]);
});

test("any arrangement of zones side by side is one gesture that undo takes back and that changes no fact", () => {
  fc.assert(
    fc.property(aDrawnModel, fc.constantFrom(...ARRANGEMENTS), fc.nat(), (model, arrangement, pick) => {
      const index = indexModel(model);
      const { boxes } = toFlow(index, []);
      const parents = [null, ...model.zones.map(({ id }) => id)];
      const named = childrenOf(index, parents[pick % parents.length] ?? null).flatMap(({ id }) => {
        const box = boxes.get(id);
        return box ? [{ id, box }] : [];
      });
      const commands = fromBoxes(index, boxes, arranged(arrangement, named));
      for (const command of commands) ZoneModelCommandSchema.parse(command);
      const done = applyCommands(model, commands);
      const back = inverseOfAll(model, commands);
      if (!done.ok || !back.ok) throw new Error("refused");
      expect(fingerprintOfModel(done.value)).toBe(fingerprintOfModel(model));
      const undone = applyCommands(done.value, back.value);
      expect(undone.ok && undone.value).toEqual(model);
    }),
  );
});
