import { expect, test } from "vitest";
import { loadCatalogue } from "~/catalogue/index.server";
import { COMPONENT_TYPES, selectApplicable } from "~/domain/requirement/component-requirement";
import { FOUNDATIONAL_REQUIREMENTS } from "~/domain/security-level/security-level";

const { requirements, standards, supplements, mappings, provenance } = loadCatalogue();

function cumulative(rows: ReadonlyArray<{ minSl: number }>): ReadonlyArray<number> {
  return [1, 2, 3, 4].map((level) => rows.filter((row) => row.minSl <= level).length);
}

function tally<Row>(rows: ReadonlyArray<Row>, key: (row: Row) => string): Record<string, number> {
  return rows.reduce<Record<string, number>>((sums, row) => {
    sums[key(row)] = (sums[key(row)] ?? 0) + 1;
    return sums;
  }, {});
}

test("62443-1-1 has the seven foundational requirements in their order, five levels and three kinds of level", () => {
  const rows = requirements["foundational-requirements"];
  const names = rows.flatMap((row) =>
    row.about === "foundational-requirement" ? row.foundationalRequirement : [],
  );
  expect(names).toEqual(FOUNDATIONAL_REQUIREMENTS);
  expect(rows.flatMap((row) => (row.about === "security-level" ? row.level : []))).toEqual([0, 1, 2, 3, 4]);
  expect(rows.flatMap((row) => (row.about === "level-type" ? row.id : []))).toEqual(["SL-T", "SL-C", "SL-A"]);
});

test("62443-2-1 has 87 requirements in 16 groups of 8 elements, 37 of them cross-checked", () => {
  const rows = requirements["programme-requirements"];
  expect(tally(rows, (row) => row.id.split(" ")[0] ?? "")).toEqual({
    ORG: 11,
    CM: 4,
    NET: 15,
    COMP: 10,
    DATA: 7,
    USER: 23,
    EVENT: 9,
    AVAIL: 8,
  });
  expect(rows).toHaveLength(87);
  expect(new Set(rows.map((row) => row.group)).size).toBe(16);
  expect(new Set(rows.map((row) => row.element)).size).toBe(8);
  expect(tally(rows, (row) => row.confidence)).toEqual({ "cross-checked": 37, "single-source": 50 });
});

test("62443-3-2 has 1, 1, 6, 1, 13, 9 and 1 sub-requirements in its seven steps", () => {
  const perStep = tally(requirements["risk-steps"], (row) => row.step);
  expect(Object.values(perStep)).toEqual([1, 1, 6, 1, 13, 9, 1]);
  expect(Object.keys(perStep)).toEqual([1, 2, 3, 4, 5, 6, 7].map((step) => `ZCR ${step}`));
});

test("62443-3-3 needs 37, 60, 90 and 100 rows up to SL 1, 2, 3 and 4", () => {
  const rows = requirements["system-requirements"];
  expect(cumulative(rows)).toEqual([37, 60, 90, 100]);
  const bases = rows.filter((row) => row.enhancement === null);
  expect(
    FOUNDATIONAL_REQUIREMENTS.map((fr) => bases.filter((row) => row.foundationalRequirement === fr).length),
  ).toEqual([13, 12, 9, 3, 4, 2, 8]);
  expect(tally(rows, (row) => row.confidence)).toEqual({ "cross-checked": 100 });
});

test("62443-4-1 has 47 requirements in its eight practices", () => {
  const rows = requirements["process-requirements"];
  expect(tally(rows, (row) => row.practice)).toEqual({
    SM: 13,
    SR: 5,
    SD: 4,
    SI: 2,
    SVV: 5,
    DM: 6,
    SUM: 5,
    SG: 7,
  });
  expect(rows).toHaveLength(47);
  expect(new Set(rows.map((row) => row.clause)).size).toBe(47);
});

test("62443-4-2 has 122 rows, 110 of them cross-checked and 12 from a single source", () => {
  const rows = requirements["component-requirements"];
  expect(rows).toHaveLength(122);
  expect(tally(rows, (row) => row.confidence)).toEqual({ "cross-checked": 110, "single-source": 12 });
  const bases = rows.filter((row) => row.enhancement === null);
  expect(tally(bases, (row) => row.id.split(" ")[0] ?? "")).toEqual({
    CR: 43,
    NDR: 12,
    SAR: 2,
    EDR: 8,
    HDR: 8,
  });
  expect(rows.filter((row) => row.conflict).map((row) => row.id)).toEqual([
    "CR 6.1 RE(1)",
    "CR 6.2",
    "CR 7.8",
  ]);
});

test("62443-4-2 needs the known numbers of rows of every component type up to each level", () => {
  const perType = COMPONENT_TYPES.map((type) => [
    type,
    cumulative(selectApplicable(requirements["component-requirements"], [type])),
  ]);
  expect(Object.fromEntries(perType)).toEqual({
    "software-application": [34, 53, 67, 73],
    "embedded-device": [36, 61, 77, 83],
    "host-device": [36, 62, 78, 84],
    "network-device": [40, 67, 86, 92],
  });
});

test("every row of 3-3 and 4-2 has its evidence beside it", () => {
  for (const id of ["iec-62443-3-3", "iec-62443-4-2"]) {
    const rows = standards.find((standard) => standard.id === id)?.rows ?? [];
    expect(provenance[id]?.map((row) => row.id)).toEqual(rows.map((row) => row.id));
  }
});

test("MDS2 has 240 questions, 225 without DOC; 141 yes, 5 no and 94 neither is the secure answer", () => {
  const rows = requirements.questionnaire;
  expect(rows).toHaveLength(240);
  expect(rows.filter((row) => row.section !== "DOC")).toHaveLength(225);
  expect(tally(rows, (row) => row.favourableAnswer)).toEqual({ context: 94, yes: 141, no: 5 });
  const inverted = rows.filter((row) => row.favourableAnswer === "no").map((row) => row.id);
  expect(inverted).toEqual(["AUDT-1.2", "MLDP-2.8", "CONN-6", "SAHD-12", "RMOT-1.3"]);
  expect(supplements.formColumns).toHaveLength(24);
});

test("81001-5-1 has 74 clauses, and every requirement of 4-1 says where it is reached", () => {
  expect(requirements["process-clauses"]).toHaveLength(74);
  const mapping = mappings.find(({ from, to }) => from === "iec-62443-4-1" && to === "iec-81001-5-1");
  expect(new Set(mapping?.rows.map((row) => row.from)).size).toBe(47);
  expect(mapping?.rows.filter((row) => row.to === null).map((row) => row.from)).toEqual([
    "SG-1",
    "SG-2",
    "SG-3",
    "SG-5",
    "SG-6",
  ]);
});

test("three system requirements have no component requirement: SR 2.3, SR 5.4 and SR 7.5", () => {
  const mapping = mappings.find(({ from, to }) => from === "iec-62443-3-3" && to === "iec-62443-4-2");
  const none = mapping?.rows.filter((row) => row.relation === "none").map((row) => row.from);
  expect(none).toEqual(["SR 2.3", "SR 5.4", "SR 7.5"]);
});

test("mappings hold every pair of the reference", () => {
  expect(mappings.map(({ from, to, rows }) => [from, to, rows.length])).toEqual([
    ["iec-62443-3-3", "iec-62443-4-2", 61],
    ["iec-62443-4-1", "iec-81001-5-1", 69],
    ["mds2-2019", "iec-62443-3-3", 6],
    ["mds2-2019", "iec-62443-4-1", 52],
    ["mds2-2019", "iec-62443-4-2", 336],
  ]);
});

test("the hospital has 23 zone types, 31 protocols, 23 measures and 5 partition rules", () => {
  expect(requirements["zone-types"]).toHaveLength(23);
  expect(supplements.protocols).toHaveLength(31);
  expect(supplements.measures).toHaveLength(23);
  expect(supplements.partitionRules).toHaveLength(5);
  const outside = requirements["zone-types"].filter((zone) => zone.suggestedSlTarget === null);
  expect(outside.map((zone) => zone.id)).toEqual(["internet-external"]);
});

test("law has 36 instruments, 162 obligations, 55 dates and 6 reporting clocks", () => {
  expect(supplements.instruments).toHaveLength(36);
  expect(requirements.obligations).toHaveLength(162);
  expect(supplements.instruments.flatMap((instrument) => instrument.keyDates)).toHaveLength(55);
  expect(supplements.reportingClocks.map((clock) => clock.steps.length)).toEqual([3, 3, 3, 4, 1, 3]);
  expect(supplements.practices).toHaveLength(20);
  expect(supplements.actors).toHaveLength(8);
});

test("the demonstration has 12 products and 6 architectures of 48 zones and 84 components", () => {
  expect(requirements.products).toHaveLength(12);
  expect(requirements.architectures).toHaveLength(6);
  const zones = requirements.architectures.flatMap((architecture) => architecture.zones);
  expect(zones).toHaveLength(48);
  expect(zones.flatMap((zone) => zone.components)).toHaveLength(84);
});
