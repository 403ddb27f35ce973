import { expect, test } from "vitest";
import { type Box, curveBetween, overlaps, pathOf, pointOn } from "~/diagram/geometry";
import { toFlow } from "~/diagram/to-flow";
import { indexModel } from "~/domain/zone-model/queries";
import { aConduit, aZone, aZoneModel } from "../builders/zone-model";

const at = (x: number, y: number): Box => ({ x, y, width: 260, height: 100 });

test("a conduit runs from border to border, straight where the zones face each other", () => {
  expect(curveBetween(at(0, 0), at(400, 0))).toEqual({
    from: { x: 260, y: 50 },
    to: { x: 400, y: 50 },
    control: null,
  });
  expect(curveBetween(at(0, 0), at(0, 400))).toEqual({
    from: { x: 130, y: 100 },
    to: { x: 130, y: 400 },
    control: null,
  });
});

test("a conduit to the zone around runs from the inner zone to the nearest side", () => {
  const outer = { x: 0, y: 0, width: 1_000, height: 500 };
  expect(curveBetween(at(20, 40), outer)).toEqual({
    from: { x: 20, y: 90 },
    to: { x: 0, y: 90 },
    control: null,
  });
});

test("a bowed line stands aside in its middle by the distance given, whichever way it points", () => {
  const there = pointOn(curveBetween(at(0, 0), at(900, 0), 80), 0.5);
  expect(Math.abs(there.y - 50)).toBeGreaterThan(40);
  const back = pointOn(curveBetween(at(900, 0), at(0, 0), -80), 0.5);
  expect(back.y).toBeCloseTo(there.y);
});

test("a path is straight or one curve", () => {
  expect(pathOf(curveBetween(at(0, 0), at(400, 0)))).toBe("M260 50L400 50");
  expect(pathOf(curveBetween(at(0, 0), at(400, 0), 30))).toMatch(/^M[-\d.]+ [-\d.]+Q/);
});

test("a line goes around a zone that stands between its ends", () => {
  const model = aZoneModel({
    zones: ["a", "between", "b"].map((id) => aZone({ id })),
    conduits: [aConduit({ id: "c", fromZoneId: "a", toZoneId: "b" })],
    layout: { a: at(0, 0), between: at(400, 0), b: at(800, 0) },
  });
  const { edges, boxes } = toFlow(indexModel(model), []);
  const [from, between, to] = [boxes.get("a"), boxes.get("between"), boxes.get("b")];
  const bow = edges[0]?.data?.bow ?? 0;
  expect(bow).not.toBe(0);
  if (!from || !between || !to) throw new Error("all three are drawn");
  for (let share = 0; share <= 1; share += 0.02)
    expect(overlaps({ ...pointOn(curveBetween(from, to, bow), share), width: 1, height: 1 }, between)).toBe(
      false,
    );
});

test("labels do not cover each other while there is room", () => {
  const model = aZoneModel({
    zones: ["a", "b"].map((id) => aZone({ id })),
    conduits: ["1", "2", "3"].map((id) => aConduit({ id, fromZoneId: "a", toZoneId: "b" })),
    layout: { a: at(0, 0), b: at(1_200, 0) },
  });
  const { edges } = toFlow(indexModel(model), []);
  const spots = edges.map(({ data }) =>
    pointOn(curveBetween(at(0, 0), at(1_200, 0), data?.bow), data?.labelAt ?? 0),
  );
  const labels = spots.map(({ x, y }) => ({ x, y, width: 140, height: 30 }));
  for (const [position, label] of labels.entries())
    expect(labels.slice(position + 1).some((other) => overlaps(label, other))).toBe(false);
});
