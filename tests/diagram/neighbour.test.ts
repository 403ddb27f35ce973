import { expect, test } from "vitest";
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
