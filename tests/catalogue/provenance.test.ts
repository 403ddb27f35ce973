import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import {
  CATALOGUE_VERSION,
  COMPONENT_REQUIREMENT_BY_ID,
  COMPONENT_REQUIREMENTS,
  needsVerification,
} from "~/catalogue/catalogue";
import { findMapping, findRow, findStandard, loadCatalogue } from "~/catalogue/index.server";
import { REFERENCE_PROTOCOLS, REFERENCE_ZONE_TYPES } from "~/catalogue/reference-zones";
import { SYSTEM_REQUIREMENTS } from "~/catalogue/system-requirements";
import { ComponentRequirementSchema } from "~/domain/requirement/component-requirement";

const catalogue = loadCatalogue();
const ROOM = join(import.meta.dirname, "../../app/catalogue");

function filesOfRoom(): ReadonlyArray<{ name: string; text: string }> {
  return readdirSync(ROOM, { recursive: true, encoding: "utf8" })
    .filter((name) => /\.(ts|json|md)$/.test(name))
    .map((name) => ({ name, text: readFileSync(join(ROOM, name), "utf8") }));
}

test("the browser and the server have the same rows", () => {
  expect(COMPONENT_REQUIREMENTS).toEqual(catalogue.requirements["component-requirements"]);
  expect(SYSTEM_REQUIREMENTS).toEqual(catalogue.requirements["system-requirements"]);
  expect(REFERENCE_ZONE_TYPES).toEqual(catalogue.requirements["zone-types"]);
  expect(REFERENCE_PROTOCOLS).toEqual(catalogue.supplements.protocols);
  expect(CATALOGUE_VERSION).toBe(catalogue.version);
});

test("every row of 62443-4-2 is a component requirement of the domain as it stands", () => {
  for (const row of COMPONENT_REQUIREMENTS) expect(ComponentRequirementSchema.parse(row)).toEqual(row);
  expect(COMPONENT_REQUIREMENT_BY_ID.get("NDR 1.6 RE(1)")?.appliesTo).toEqual(["network-device"]);
});

test("an enhancement stands after its base", () => {
  const order = COMPONENT_REQUIREMENTS.map((row) => row.id);
  for (const row of COMPONENT_REQUIREMENTS)
    expect(order.indexOf(row.base)).toBeLessThanOrEqual(order.indexOf(row.id));
});

test("only cross-checked rows are presented as verified", () => {
  expect(needsVerification({ confidence: "cross-checked" })).toBe(false);
  expect(needsVerification({ confidence: "single-source" })).toBe(true);
  expect(needsVerification({ confidence: "recalled" })).toBe(true);
  expect(COMPONENT_REQUIREMENTS.filter(needsVerification).map((row) => row.id)).toEqual([
    "SAR 2.4",
    "SAR 2.4 RE(1)",
    "HDR 2.4",
    "HDR 2.4 RE(1)",
    "HDR 2.13",
    "HDR 2.13 RE(1)",
    "HDR 3.2 RE(1)",
    "HDR 3.10",
    "HDR 3.10 RE(1)",
    "CR 6.1",
    "CR 6.1 RE(1)",
    "CR 6.2",
  ]);
});

test("no suggested target, no sample product and no architecture is presented as verified", () => {
  expect(REFERENCE_ZONE_TYPES.every((zone) => zone.slTargetConfidence === "recalled")).toBe(true);
  expect(catalogue.requirements.products.every(needsVerification)).toBe(true);
  expect(catalogue.requirements.architectures.every(needsVerification)).toBe(true);
});

test("no MDS2 answer is presented as a verified mapping", () => {
  for (const mapping of catalogue.mappings.filter(({ from }) => from === "mds2-2019")) {
    expect(mapping.rows.every(needsVerification)).toBe(true);
  }
});

test("every row of every standard says how sure it is, and every standard where it comes from", () => {
  for (const standard of catalogue.standards) {
    expect(standard.notice).not.toBe("");
    expect(standard.rows.every((row) => row.confidence in standard.confidenceLegend)).toBe(true);
  }
});

test("a source that may be an unlicensed copy is described and not linked", () => {
  const source = findStandard("iec-62443-4-2")?.sources.find(({ code }) => code === "T");
  expect(source?.where).toBeNull();
  expect(source?.what).toContain("Not linked on purpose");
});

test("rows of two standards know each other from both ends", () => {
  expect(findRow("iec-62443-3-3", "SR 1.1 RE(2)")?.relatedTo).toContainEqual({
    standard: "iec-62443-4-2",
    id: "CR 1.1 RE(2)",
    relation: "subset",
    confidence: "recalled",
  });
  expect(findRow("iec-62443-4-2", "CR 1.1 RE(2)")?.relatedTo).toContainEqual({
    standard: "iec-62443-3-3",
    id: "SR 1.1 RE(2)",
    relation: "superset",
    confidence: "recalled",
  });
  expect(findMapping("mds2-2019", "iec-62443-4-2")?.rows[0]?.from).toBe("MPII-1");
});

test("standards and rows are found by id, and unknown ids find nothing", () => {
  expect(findStandard("iec-62443-4-2")?.rows).toHaveLength(122);
  expect(findRow("iec-62443-4-1", "SR-1")?.group).toBe("SR");
  expect(findRow("iec-62443-4-2", "NDR 1.6")?.componentTypes).toEqual(["network-device"]);
  expect(findRow("iec-62443-4-2", "CR 1.1 RE(1)")?.parent).toBe("CR 1.1");
  expect(findRow("iec-62443-3-2", "ZCR 5.6")?.minSl).toBeNull();
  expect(findStandard("iec-62443-9-9")).toBeUndefined();
  expect(findRow("iec-62443-4-1", "SR 1.1")).toBeUndefined();
});

test("the catalogue is the same object every time and cannot be changed", () => {
  expect(loadCatalogue()).toBe(catalogue);
  const row = catalogue.standards[0]?.rows[0];
  expect(Object.isFrozen(catalogue.standards)).toBe(true);
  expect(Object.isFrozen(row)).toBe(true);
  expect(Object.isFrozen(row?.sources)).toBe(true);
  expect(Object.isFrozen(COMPONENT_REQUIREMENTS[0]?.appliesTo)).toBe(true);
});

test("nothing in the room reads or names a place outside the product", () => {
  for (const { name, text } of filesOfRoom()) {
    expect(text, name).not.toMatch(
      /\.\.\/shared|work\/shared|reference\/(iec62443|healthcare)|\.\.\/iec62443|S-BRIEF/,
    );
    if (name.endsWith(".ts")) expect(text, name).not.toMatch(/node:fs|readFile/);
  }
});
