import { expect, test } from "vitest";
import { findInconsistencies } from "~/domain/zone-model/consistency";
import { evaluateRules } from "~/domain/zone-model/rules";
import { aLargeZoneModel, aZoneModel } from "../../builders/zone-model";

test("the example model is clean and the large one, which the bench draws, could be a hospital's", () => {
  const large = aLargeZoneModel();
  expect(evaluateRules(aZoneModel())).toEqual([]);
  expect(findInconsistencies(large)).toEqual([]);
  expect(evaluateRules(large).length).toBeGreaterThan(1_000);
});
