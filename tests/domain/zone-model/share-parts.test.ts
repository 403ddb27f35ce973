import fc from "fast-check";
import { expect, test } from "vitest";
import { shareParts } from "~/domain/zone-model/share-parts";
import { anAsset, aZoneModel } from "../../builders/zone-model";
import { aDrawnModel } from "./arbitraries";

test("a model whose assets share their parts is the same model, to the order of its members", () => {
  fc.assert(
    fc.property(aDrawnModel, (model) => {
      const text = JSON.stringify(model);
      expect(JSON.stringify(shareParts(JSON.parse(text)))).toBe(text);
    }),
  );
});

test("assets of the same component types share the list, others do not", () => {
  const [first, second, other] = shareParts(
    aZoneModel({
      assets: [
        anAsset({ id: "a", componentTypes: ["host-device"] }),
        anAsset({ id: "b", componentTypes: ["host-device"] }),
        anAsset({ id: "c", componentTypes: ["host-device", "software-application"] }),
      ],
    }),
  ).assets;
  expect(second?.componentTypes).toBe(first?.componentTypes);
  expect(other?.componentTypes).toEqual(["host-device", "software-application"]);
});
