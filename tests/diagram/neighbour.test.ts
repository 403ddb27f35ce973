import { expect, test } from "vitest";
import { lineBetween } from "~/diagram/geometry";
import { neighbourOf } from "~/diagram/neighbour";
import { toFlow } from "~/diagram/to-flow";
import { indexModel } from "~/domain/zone-model/queries";
import { aConduit, aZone, aZoneModel } from "../builders/zone-model";

const at = (x: number, y: number) => ({ x, y, width: 260, height: 100 });
const model = aZoneModel({
  zones: ["middle", "right", "far-right", "below"].map((id) => aZone({ id })),
  conduits: [aConduit({ id: "c", fromZoneId: "middle", toZoneId: "far-right" })],
  layout: { middle: at(0, 0), right: at(400, 0), "far-right": at(900, 0), below: at(0, 400) },
});
const index = indexModel(model);
const { boxes } = toFlow(index, []);

test("an arrow key follows a conduit before it goes to the nearest zone", () => {
  expect(neighbourOf(index, boxes, "middle", "right")).toBe("far-right");
  expect(neighbourOf(index, boxes, "far-right", "left")).toBe("middle");
});

test("where no conduit runs that way it goes to the nearest zone on that side, or nowhere", () => {
  expect(neighbourOf(index, boxes, "middle", "down")).toBe("below");
  expect(neighbourOf(index, boxes, "right", "right")).toBe("far-right");
  expect(neighbourOf(index, boxes, "middle", "up")).toBe(undefined);
});

test("a conduit runs from border to border, straight where the zones face each other", () => {
  expect(lineBetween(at(0, 0), at(400, 0))).toEqual({ from: { x: 260, y: 50 }, to: { x: 400, y: 50 } });
  expect(lineBetween(at(0, 0), at(0, 400))).toEqual({ from: { x: 130, y: 100 }, to: { x: 130, y: 400 } });
});

test("a conduit to the zone around runs from the inner zone to the nearest side", () => {
  const outer = { x: 0, y: 0, width: 1_000, height: 500 };
  expect(lineBetween(at(20, 40), outer)).toEqual({ from: { x: 20, y: 90 }, to: { x: 0, y: 90 } });
});
