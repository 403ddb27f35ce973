import { describe, expect, test } from "vitest";
import {
  type Bearer,
  daysBetween,
  isManagementSystem,
  lineCauses,
  productScopeCauses,
  schemeOf,
} from "~/domain/assessment/evidence-scope";
import { aPiece } from "../../checks/pieces";

const BEARER: Bearer = { product: "InfuFlow 3", release: "3.4.1", componentTypes: ["embedded-device"] };

test.each([
  ["EN IEC 62443-4-2:2019", "iec-62443-4-2"],
  ["IEC 62443-4-2 : 2019 / AMD 1", "iec-62443-4-2"],
  ["iec_62443 / 4-2", "iec-62443-4-2"],
  ["ISO/IEC 27001", "iso-iec-27001"],
  ["DIN-EN-IEC 62443-4-2", "din-en-iec-62443-4-2"],
])("%s is the standard %s", (scheme, id) => {
  expect(schemeOf({ scheme })).toBe(id);
});

test.each([
  "ISO 9001",
  "DIN EN ISO 13485:2016",
  "ISO/IEC 27001",
  "27001",
  "ISO 27799",
  "ISO/IEC 42001:2023",
  "IEC 62443-2-1",
])("%s is about an organisation, whatever it was filed under", (scheme) => {
  expect(isManagementSystem({ subject: "product-capability", scheme })).toBe(true);
});

test.each(["IEC 62443-4-2", "ISO 90012", "X 127001", "IEC 62443-2-10", "IEC 62443-4-1"])(
  "%s is not",
  (scheme) => {
    expect(isManagementSystem({ subject: "product-capability", scheme })).toBe(false);
    expect(isManagementSystem({ subject: "management-system", scheme })).toBe(true);
  },
);

describe("the edition", () => {
  const causes = (scheme: string, schemeVersion: string) =>
    lineCauses(aPiece({ scheme, schemeVersion }), BEARER);
  test("stands in its field or behind the name, as a year", () => {
    expect(causes("IEC 62443-4-2", "2019")).toEqual([]);
    expect(causes("IEC 62443-4-2:2019", "")).toEqual([]);
    expect(causes("IEC 62443-4-2:  2019", "")).toEqual([]);
  });
  test("is not stated by a number of another kind", () => {
    expect(causes("IEC 62443-4-2", "")).toEqual(["version-not-stated"]);
    expect(causes("IEC 62443-4-2:2", "")).toEqual(["version-not-stated"]);
    expect(causes("IEC 62443-4-2: second edition of 2019", "")).toEqual(["version-not-stated"]);
  });
});

describe("the product", () => {
  const causes = (named: string, product: string | null) =>
    lineCauses(aPiece({ scope: { product: named } }), { ...BEARER, product });
  test("is the same however it is written", () => {
    expect(causes("infuflow   3", "InfuFlow 3")).toEqual([]);
    expect(causes("Pümpe", "Pu\u0308mpe")).toEqual([]);
    expect(causes("", "InfuFlow 3")).toEqual([]);
  });
  test("is another one, or not known", () => {
    expect(causes("InfuFlow 4", "InfuFlow 3")).toEqual(["other-product"]);
    expect(causes("InfuFlow3", "InfuFlow 3")).toEqual(["other-product"]);
    expect(causes("InfuFlow 3", null)).toEqual(["product-unknown"]);
  });
});

test("a release is covered by its name or by the line it belongs to", () => {
  const causes = (releases: Array<string>, release: string | null) =>
    productScopeCauses(aPiece({ scope: { releases } }), { ...BEARER, release });
  expect(causes(["3.4.1"], "3.4.1")).toEqual([]);
  expect(causes(["1.0", "3.x"], "3.4.1")).toEqual([]);
  expect(causes(["3.x"], "30.1")).toEqual(["other-release"]);
  expect(causes(["3.4"], "3.4.1")).toEqual(["other-release"]);
  expect(causes(["3.4.1"], null)).toEqual(["release-unknown"]);
  expect(causes([], "3.4.1")).toEqual(["no-release-named"]);
});

test("days between two days, also backwards", () => {
  expect(daysBetween("2026-11-21", "2026-11-22")).toBe(1);
  expect(daysBetween("2024-02-28", "2024-03-01")).toBe(2);
  expect(daysBetween("2026-11-22", "2026-11-21")).toBe(-1);
});
