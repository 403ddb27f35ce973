import { expect, test } from "vitest";
import { type CatalogueFiles, readCatalogue } from "~/catalogue/read-catalogue";
import { CATALOGUE_FILES } from "~/catalogue/registry.server";

// Plain JSON, as a careless editor would leave it: no type stands in the way.
type Json = Record<string, unknown>;
type Editable = {
  version: Json;
  standards: { folder: string; standard: Json; requirements: Json[]; provenance?: Json[] }[];
  mappings: { file: string; content: { rows: Json[] } }[];
  supplements: Record<keyof CatalogueFiles["supplements"], Json[]>;
};

function brokenCopy(edit: (files: Editable) => void): CatalogueFiles {
  const files: Editable = JSON.parse(JSON.stringify(CATALOGUE_FILES));
  edit(files);
  return files;
}

function standardOf(files: Editable, folder: string) {
  const found = files.standards.find((entry) => entry.folder === folder);
  if (found === undefined) throw new Error(`no ${folder}`);
  return found;
}

function rowOf(files: Editable, folder: string, id: string): Json {
  const found = standardOf(files, folder).requirements.find((row) => row.id === id);
  if (found === undefined) throw new Error(`no ${id}`);
  return found;
}

test("the catalogue as it is has no fault", () => {
  expect(() => readCatalogue(brokenCopy(() => undefined))).not.toThrow();
});

const FAULTS: ReadonlyArray<[string, (files: Editable) => void, string]> = [
  [
    "an id that is there twice",
    (files) => standardOf(files, "iec-62443-4-1").requirements.push(rowOf(files, "iec-62443-4-1", "SM-1")),
    'iec-62443-4-1/requirements.json, row "SM-1", id: is not unique in the standard',
  ],
  [
    "a foundational requirement nobody knows",
    (files) => Object.assign(rowOf(files, "iec-62443-4-2", "CR 1.1"), { foundationalRequirement: "FR1" }),
    'iec-62443-4-2/requirements.json, row "CR 1.1", foundationalRequirement: ',
  ],
  [
    "a foundational requirement that does not fit the number",
    (files) => Object.assign(rowOf(files, "iec-62443-4-2", "CR 1.1"), { foundationalRequirement: "RA" }),
    'iec-62443-4-2/requirements.json, row "CR 1.1", foundationalRequirement: does not fit the number',
  ],
  [
    "a level that is no level",
    (files) => Object.assign(rowOf(files, "iec-62443-3-3", "SR 1.1"), { minSl: 5 }),
    'iec-62443-3-3/requirements.json, row "SR 1.1", minSl: ',
  ],
  [
    "a member nobody asked for",
    (files) => Object.assign(rowOf(files, "iec-62443-4-2", "CR 1.1"), { text: "x" }),
    'iec-62443-4-2/requirements.json, row "CR 1.1": ',
  ],
  [
    "a row without an id",
    (files) => standardOf(files, "iec-62443-4-1").requirements.splice(0, 1, { title: "x" }),
    'iec-62443-4-1/requirements.json, row "#1", id: ',
  ],
  [
    "a list that is none",
    (files) => Object.assign(standardOf(files, "iec-62443-4-1"), { requirements: {} }),
    "iec-62443-4-1/requirements.json: expected a list of rows",
  ],
  [
    "an enhancement below its base",
    (files) => Object.assign(rowOf(files, "iec-62443-3-3", "SR 1.2 RE(1)"), { minSl: 1 }),
    'iec-62443-3-3/requirements.json, row "SR 1.2 RE(1)", minSl: SL 1 is below its base at SL 2',
  ],
  [
    "an enhancement without a base",
    (files) => Object.assign(rowOf(files, "iec-62443-4-2", "CR 1.1"), { id: "CR 1.99", base: "CR 1.99" }),
    'iec-62443-4-2/requirements.json, row "CR 1.1 RE(1)", base: unknown base "CR 1.1"',
  ],
  [
    "enhancements with a gap in their numbers",
    (files) =>
      Object.assign(rowOf(files, "iec-62443-3-3", "SR 1.1 RE(3)"), { id: "SR 1.1 RE(4)", enhancement: 4 }),
    'iec-62443-3-3/requirements.json, row "SR 1.1", enhancement: enhancements are numbered 1, 2, 4, not 1 to 3',
  ],
  [
    "an id that does not fit its enhancement",
    (files) => Object.assign(rowOf(files, "iec-62443-3-3", "SR 1.2 RE(1)"), { enhancement: 2 }),
    'iec-62443-3-3/requirements.json, row "SR 1.2 RE(1)", id: does not fit base and enhancement',
  ],
  [
    "a component type that the prefix is not for",
    (files) => Object.assign(rowOf(files, "iec-62443-4-2", "NDR 1.6"), { appliesTo: ["host-device"] }),
    'iec-62443-4-2/requirements.json, row "NDR 1.6", appliesTo: "NDR" is for network-device',
  ],
  [
    "a system requirement that is not the one of the same number",
    (files) => Object.assign(rowOf(files, "iec-62443-4-2", "CR 1.1"), { systemRequirement: null }),
    'iec-62443-4-2/requirements.json, row "CR 1.1", systemRequirement: should be SR 1.1',
  ],
  [
    "a single-source row made out to be cross-checked",
    (files) => Object.assign(rowOf(files, "iec-62443-4-2", "CR 6.1"), { confidence: "cross-checked" }),
    'iec-62443-4-2/requirements.json, row "CR 6.1", confidence: "cross-checked", the evidence says "single-source"',
  ],
  [
    "sources that disagree without a note",
    (files) => Object.assign(rowOf(files, "iec-62443-4-2", "CR 7.8"), { note: undefined }),
    'iec-62443-4-2/requirements.json, row "CR 7.8", note: is missing although sources disagree',
  ],
  [
    "a confidence bolder than its sources",
    (files) => Object.assign(rowOf(files, "iec-62443-2-1", "ORG 1.1"), { sources: ["O"] }),
    'iec-62443-2-1/requirements.json, row "ORG 1.1", confidence: "cross-checked", but its sources are 1 independent',
  ],
  [
    "a source nobody knows",
    (files) => Object.assign(rowOf(files, "iec-62443-2-1", "ORG 1.1"), { sources: ["O", "ZZ"] }),
    'iec-62443-2-1/requirements.json, row "ORG 1.1", sources: unknown source "ZZ"',
  ],
  [
    "a group nobody knows",
    (files) => Object.assign(rowOf(files, "iec-62443-3-2", "ZCR 1.1"), { step: "ZCR 9" }),
    'iec-62443-3-2/requirements.json, row "ZCR 1.1", group: unknown group "ZCR 9"',
  ],
  [
    "a group that has lost a row",
    (files) => standardOf(files, "iec-62443-4-1").requirements.pop(),
    'iec-62443-4-1/standard.json, row "SG", groups.count: 7 rows stated, 6 found',
  ],
  [
    "a standard that has lost a row",
    (files) => standardOf(files, "mds2-2019").requirements.pop(),
    "mds2-2019/standard.json, expected.rows: 240 stated, 239 found",
  ],
  [
    "a level changed in 3-3",
    (files) => Object.assign(rowOf(files, "iec-62443-3-3", "SR 3.4"), { minSl: 1 }),
    "iec-62443-3-3/standard.json, expected.cumulative.system: 37,60,90,100 stated, 38,60,90,100 found",
  ],
  [
    "an inverted question turned round",
    (files) => Object.assign(rowOf(files, "mds2-2019", "CONN-6"), { favourableAnswer: "yes" }),
    "mds2-2019/standard.json, expected.tallies.favourableAnswer.no: 5 stated, 4 found",
  ],
  [
    "a parent that does not exist",
    (files) => Object.assign(rowOf(files, "iec-81001-5-1", "4.1.1"), { parent: "4.9" }),
    'iec-81001-5-1/requirements.json, row "4.1.1", parent: unknown row "4.9"',
  ],
  [
    "a mapping to a row that does not exist",
    (files) => Object.assign(files.mappings[0]?.content.rows[0] ?? {}, { to: "CR 9.9" }),
    'mappings/iec-62443-3-3--iec-62443-4-2.json, row "SR 1.1", to: unknown row "CR 9.9" of iec-62443-4-2',
  ],
  [
    "a mapping from a row that does not exist",
    (files) => Object.assign(files.mappings[4]?.content.rows[0] ?? {}, { from: "MPII-99" }),
    'mappings/mds2-2019--iec-62443-4-2.json, row "MPII-99", from: unknown row of mds2-2019',
  ],
  [
    "a mapping row with no end and no reason",
    (files) => Object.assign(files.mappings[0]?.content.rows[0] ?? {}, { to: null }),
    'mappings/iec-62443-3-3--iec-62443-4-2.json, row "SR 1.1", relation: does not fit the end it has',
  ],
  [
    "a system requirement without a counterpart row",
    (files) => files.mappings[0]?.content.rows.shift(),
    'mappings/iec-62443-3-3--iec-62443-4-2.json, row "SR 1.1", from: is missing',
  ],
  [
    "a measure at another level than its requirement",
    (files) => Object.assign(files.supplements.measures[0] ?? {}, { level: 2 }),
    'hospital-zones/measures.json, row "configuration SL 2", requirements: "CR 7.6" is needed from SL 1',
  ],
  [
    "a zone type with a protocol nobody knows",
    (files) =>
      Object.assign(rowOf(files, "hospital-zones", "critical-care"), { typicalProtocols: ["token-ring"] }),
    'hospital-zones/requirements.json, row "critical-care", typicalProtocols: unknown "token-ring"',
  ],
  [
    "a vector with a level missing",
    (files) =>
      Object.assign(rowOf(files, "hospital-zones", "critical-care"), {
        suggestedSlTarget: { IAC: 2, UC: 2 },
      }),
    'hospital-zones/requirements.json, row "critical-care", suggestedSlTarget.SI: ',
  ],
  [
    "a clock of a law nobody knows",
    (files) => Object.assign(files.supplements.reportingClocks[0] ?? {}, { instruments: ["eu-xyz"] }),
    'regulations/reporting-clocks.json, row "cra-exploited-vulnerability", instruments: unknown "eu-xyz"',
  ],
  [
    "a sample product whose gaps do not follow",
    (files) => Object.assign(rowOf(files, "sample-products", "p01-infusion-pump"), { slCapability: null }),
    'sample-products/requirements.json, row "p01-infusion-pump", expectedGaps.IAC: does not follow',
  ],
  [
    "an architecture with a flow to nowhere",
    (files) =>
      Object.assign(rowOf(files, "architectures", "image-archive"), {
        forbiddenFlows: [{ from: "modal", to: "moon", why: "x" }],
      }),
    'architectures/requirements.json, row "image-archive", flows: unknown "moon"',
  ],
  [
    "a standard in the folder of another",
    (files) => Object.assign(standardOf(files, "iec-62443-4-1").standard, { id: "iec-62443-4-2" }),
    "iec-62443-4-1/standard.json, id: is not the folder",
  ],
  [
    "a version that is none",
    (files) => Object.assign(files.version, { version: "next" }),
    "version.json, version: ",
  ],
];

test.each(FAULTS)("loading refuses %s and names the place", (_name, edit, message) => {
  expect(() => readCatalogue(brokenCopy(edit))).toThrow(message);
});
