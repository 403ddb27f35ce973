import { expect, test } from "vitest";
import { withStill } from "~/diagram/canvas-marks";
import { OVERLAYS } from "~/diagram/overlays/overlay";
import { toFlow } from "~/diagram/to-flow";
import { addressOf, viewOf } from "~/diagram/use-address";
import { indexModel } from "~/domain/zone-model/queries";
import { aZone, aZoneModel } from "../builders/zone-model";

const searchOf = (path: string) => new URL(path, "http://portal.test").searchParams;

test("every view has an address that leads back to it", () => {
  for (const overlay of OVERLAYS)
    for (const candidate of [null, "", "release-1", "a&b=c"])
      for (const notice of [null, "notice-1"]) {
        const address = addressOf("campus", "icu", { overlay, candidate, notice });
        const kept = overlay === "notice" ? notice : null;
        expect(viewOf(searchOf(address))).toEqual({ overlay, candidate, notice: kept });
        expect(searchOf(address).get("element")).toBe("icu");
      }
});

test("a plain view has a plain address, and an overlay that there is none of is the target", () => {
  expect(addressOf("campus", undefined, { overlay: "target", candidate: null, notice: null })).not.toContain(
    "?",
  );
  expect(viewOf(searchOf("/?overlay=nonsense"))).toEqual({
    overlay: "target",
    candidate: null,
    notice: null,
  });
});

test("under a finger only what is chosen moves, and what stays is the same object again", () => {
  const model = aZoneModel({ zones: [aZone({ id: "a" }), aZone({ id: "b" })] });
  const [first, second] = toFlow(indexModel(model), []).nodes;
  if (!first || !second) throw new Error("not drawn");
  const nodes = [{ ...first, selected: true }, second];
  const still = withStill(nodes);
  expect(still.map(({ draggable }) => draggable)).toEqual([undefined, false]);
  expect(withStill(nodes)[1]).toBe(still[1]);
  expect(still[0]).toBe(nodes[0]);
});
