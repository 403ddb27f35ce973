import fs from "node:fs";
import { expect, test } from "vitest";
import {
  QUALITY_GUIDELINES,
  QUALITY_STANDARDS,
  type QualityStandard,
  qualityOfSbom,
} from "~/formats/sbom/quality";
import { readSbom } from "~/formats/sbom/read-sbom";
import { sbomFact } from "~/formats/sbom/to-fact";

function documentOf(value: unknown) {
  const read = readSbom(new TextEncoder().encode(JSON.stringify(value)));
  if (!read.ok) throw new Error(read.refusal.code);
  return read.value;
}

function fixture(file: string) {
  const read = readSbom(new Uint8Array(fs.readFileSync(`tests/fixtures/sbom/${file}`)));
  if (!read.ok) throw new Error(read.refusal.code);
  return read.value;
}

const lacking = (document: ReturnType<typeof documentOf>, standard: QualityStandard) =>
  qualityOfSbom(document)
    .filter((report) => report.standard === standard)
    .flatMap(({ elements }) =>
      elements.filter(({ absent }) => absent > 0).map(({ element, absent }) => `${element} ${absent}`),
    );

const SHA512 = "ab".repeat(64);
const WHOLE_COMPONENT = {
  "bom-ref": "a",
  type: "library",
  name: "a",
  version: "1",
  manufacturer: { name: "A", url: ["https://a.example"] },
  purl: "pkg:generic/a@1",
  licenses: [{ expression: "MIT" }],
  externalReferences: [
    { type: "distribution", url: "https://a.example/a", hashes: [{ alg: "SHA-512", content: SHA512 }] },
  ],
  properties: [
    { name: "bsi:component:filename", value: "a.so" },
    { name: "bsi:component:executable", value: "executable" },
    { name: "bsi:component:archive", value: "no archive" },
    { name: "bsi:component:structured", value: "unstructured" },
    { name: "cdx:fda:level-of-support", value: "actively maintained" },
    { name: "cdx:lifecycle:milestone:endOfSupport", value: "2030-01-31" },
  ],
};
const WHOLE = {
  bomFormat: "CycloneDX",
  specVersion: "1.6",
  serialNumber: "urn:uuid:3e671687-395b-41f5-a30f-a58921a69b79",
  metadata: {
    timestamp: "2026-03-20T08:00:00Z",
    tools: { components: [{ type: "application", name: "lister" }] },
    lifecycles: [{ phase: "build" }],
    manufacturer: { name: "A", url: ["https://a.example"] },
  },
  components: [WHOLE_COMPONENT],
  dependencies: [{ ref: "a", dependsOn: [] }],
  compositions: [{ aggregate: "complete", assemblies: ["a"] }],
};

test("a list that has everything lacks nothing anywhere, and names every element of the fact", () => {
  const document = documentOf(WHOLE);
  expect(qualityOfSbom(document).map(({ standard, isComplete }) => [standard, isComplete])).toEqual(
    QUALITY_STANDARDS.map((standard) => [standard, true]),
  );
  expect(sbomFact(document)).toEqual({
    format: "cyclonedx-json",
    formatVersion: "1.6",
    createdOn: "2026-03-20",
    componentCount: 1,
    elements: [
      ...["supplier", "component-name", "version", "unique-identifier", "dependencies", "hash", "licence"],
      ...["author", "timestamp"],
    ],
  });
});

test.each<[string, object, QualityStandard, ReadonlyArray<string>]>([
  ["version", { version: undefined }, "ntia-2021", ["version 1"]],
  ["identifier", { purl: undefined }, "ntia-2021", ["unique-identifier 1"]],
  ["maker", { manufacturer: undefined }, "ntia-2021", ["supplier 1"]],
  ["address of the maker", { manufacturer: { name: "A" } }, "bsi-tr-03183-2", ["producer-address 1"]],
  ["hash", { externalReferences: [] }, "cisa-2025-draft", ["hash 1"]],
  [
    "SHA-512",
    { externalReferences: [], hashes: [{ alg: "SHA-256", content: "ab" }] },
    "bsi-tr-03183-2",
    ["hash-sha-512 1"],
  ],
  [
    "a SHA-512 that is none",
    { externalReferences: [], hashes: [{ alg: "SHA-512", content: "ab" }] },
    "bsi-tr-03183-2",
    ["hash-sha-512 1"],
  ],
  ["licence", { licenses: [] }, "cisa-2025-draft", ["licence 1"]],
  [
    "properties",
    { properties: [] },
    "bsi-tr-03183-2",
    ["file-name 1", "executable 1", "archive 1", "structured 1"],
  ],
  ["support", { properties: [] }, "fda-2026", ["support-level 1", "support-end 1"]],
])("a component without %s is found", (_name, change, standard, expected) => {
  const document = documentOf({ ...WHOLE, components: [{ ...WHOLE_COMPONENT, ...change }] });
  expect(lacking(document, standard)).toEqual(expected);
});

test.each<[string, object, QualityStandard, ReadonlyArray<string>]>([
  [
    "author but a tool",
    { metadata: { ...WHOLE.metadata, manufacturer: undefined } },
    "ntia-2021",
    ["author 1"],
  ],
  [
    "timestamp with a time",
    { metadata: { ...WHOLE.metadata, timestamp: "2026-03-20" } },
    "ntia-2021",
    ["timestamp 1"],
  ],
  [
    "tool and phase",
    { metadata: { ...WHOLE.metadata, tools: [], lifecycles: [] } },
    "cisa-2025-draft",
    ["tool-name 1", "generation-context 1"],
  ],
  ["word on completeness", { compositions: [] }, "cisa-2025-draft", ["completeness 1"]],
  [
    "word on completeness but that none is given",
    { compositions: [{ aggregate: "not_specified" }] },
    "cisa-2025-draft",
    ["completeness 1"],
  ],
  ["dependencies", { dependencies: [] }, "ntia-2021", ["dependencies 1"]],
  ["current version", { specVersion: "1.5" }, "bsi-tr-03183-2", ["current-format 1"]],
  ["serial number", { serialNumber: undefined }, "bsi-tr-03183-2", ["identifier 1"]],
])("a list without %s is found", (_name, change, standard, expected) => {
  expect(lacking(documentOf({ ...WHOLE, ...change }), standard)).toEqual(expected);
});

test("counts and examples: present and absent add up, five components without are named with their place", () => {
  const components = Array.from({ length: 20 }, (_, n) => ({
    name: `c${n}`,
    ...(n < 12 ? {} : { version: "1" }),
  }));
  const [ntia] = qualityOfSbom(documentOf({ ...WHOLE, components, dependencies: [] }));
  const version = ntia?.elements.find(({ element }) => element === "version");
  expect(version).toMatchObject({ present: 8, absent: 12, of: "component" });
  expect(version?.examples).toHaveLength(5);
  expect(version?.examples[1]).toEqual({ name: "c1", version: null, place: { pointer: "/components/1" } });
  expect(ntia?.isComplete).toBe(false);
});

test("a list without components is complete nowhere and claims no element of components", () => {
  const document = documentOf({ ...WHOLE, components: [] });
  expect(qualityOfSbom(document).every(({ isComplete }) => !isComplete)).toBe(true);
  expect(sbomFact(document).elements).toEqual(["author", "timestamp"]);
});

test("BSI takes SPDX from 3.0.1 on, tag-value never", () => {
  expect(lacking(fixture("spdx-3.0.1.json"), "bsi-tr-03183-2")).not.toContain("current-format 1");
  expect(lacking(fixture("spdx-2.3.json"), "bsi-tr-03183-2")).toContain("current-format 1");
  expect(lacking(fixture("spdx-2.3.spdx"), "bsi-tr-03183-2")).toContain("current-format 1");
});

test("every rule says where it stands, how firm that text is and how well we know it", () => {
  const rules = Object.values(QUALITY_GUIDELINES).flatMap(({ rules }) => rules);
  expect(rules.length).toBeGreaterThan(35);
  for (const { elements } of qualityOfSbom(documentOf(WHOLE)))
    for (const { source } of elements) {
      expect(source.document).not.toBe("");
      expect(source.section).not.toBe("");
      expect(source.date).toMatch(/^\d{4}-\d{2}-\d{2}$/);
    }
  expect(QUALITY_GUIDELINES["cisa-2025-draft"].status).toBe("draft");
});
