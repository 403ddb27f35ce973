import fs from "node:fs";
import fc from "fast-check";
import { expect, test } from "vitest";
import { type ImportEntry, ImportPlanSchema, isTakenByDefault } from "~/domain/declaration/import-plan";
import { readIntakeFile } from "~/intake/read-file";
import { accepted, refusalOf } from "../builders/declaration";
import { bytesOf } from "../builders/files";
import { aGround, anMds2Csv, anMds2Workbook } from "../builders/intake";
import { anSbom } from "../builders/sbom";

const fixture = (path: string) => fs.readFileSync(`tests/fixtures/${path}`);
const sboms = fs.readdirSync("tests/fixtures/sbom");
const ANSWERS = {
  "ALOF-1": { answer: "Yes" },
  "EMRG-1": { answer: "No", note: "not foreseen" },
  "DOC-1": { answer: "See note", note: "Fiktiva" },
} as const;
const OTHERS = anSbom(3, { metadata: { component: { type: "device", name: "Toaster" } } });
const METADATA = {
  canonical_url: "https://fiktiva.example/.well-known/csaf/provider-metadata.json",
  ...{ metadata_version: "2.0", last_updated: "2026-01-01T00:00:00Z", role: "csaf_provider" },
  ...{ list_on_CSAF_aggregators: true, mirror_on_CSAF_aggregators: true },
  publisher: {
    ...{ category: "vendor", name: "Fiktiva", namespace: "https://fiktiva.example" },
    contact_details: "psirt@fiktiva.example",
  },
};

test.each(sboms)(
  "%s is a list of components with its quality, its platforms and its evidence",
  async (name) => {
    const plan = accepted(await readIntakeFile(fixture(`sbom/${name}`), aGround()));
    expect(plan).toMatchObject({
      kind: "sbom",
      counted: 2,
      evidence: {
        type: "sbom",
        sha256: "a".repeat(64),
        issuer: "Fiktiva Medtech",
        scope: { releases: ["3.2.1"] },
      },
    });
    expect(plan.about).toContain("Infusion Pump");
    expect(plan.entries.find(({ id }) => id === "fact:sbom")).toMatchObject({
      standing: "new",
      kind: "fact",
    });
    expect(plan.quality.map(({ standard }) => standard)).toEqual([
      ...["ntia-2021", "cisa-2025-draft", "bsi-tr-03183-2", "fda-2026"],
    ]);
    expect(ImportPlanSchema.parse(plan)).toEqual(plan);
  },
);

test("a list that speaks of vulnerabilities is read for both, matched by reference", async () => {
  const plan = accepted(await readIntakeFile(fixture("sbom/cyclonedx-1.6.json"), aGround()));
  expect(plan.entries.find(({ kind }) => kind === "vulnerability")).toMatchObject({
    id: "vulnerability:CVE-2024-0727",
    proposed: { state: "not-affected", severity: "medium" },
    reasons: [{ code: "matches-component", says: "reference", place: { pointer: "/components/0" } }],
  });
});

test("a form as workbook and as CSV says the same, each thing with its cell", async () => {
  const workbook = accepted(await readIntakeFile(await anMds2Workbook(ANSWERS), aGround()));
  const csv = accepted(await readIntakeFile(anMds2Csv(ANSWERS), aGround()));
  const said = ({ entries }: typeof csv) => entries.map(({ id, proposed }) => ({ id, proposed }));
  expect(said(workbook)).toEqual(said(csv));
  expect(workbook).toMatchObject({ kind: "mds2", edition: "2019", about: "Fiktiva", counted: 3 });
  expect(workbook.entries.find(({ id }) => id === "fact:autoLogoff")).toMatchObject({
    standing: "new",
    proposed: { autoLogoff: true },
    place: { sheet: "MDS2", column: "C" },
    reasons: [{ code: "answered", subject: "ALOF-1", says: "Yes", confidence: "recalled" }],
  });
  const rows = workbook.entries.filter(({ kind }) => kind === "answer");
  expect(rows.length).toBeGreaterThan(0);
  expect(rows.every((row) => row.kind === "answer" && row.proposed?.evidenceIds?.[0] === "piece-1")).toBe(
    true,
  );
});

test("what contradicts and what agrees is told and never ticked", async () => {
  const facts = { autoLogoff: false, breakGlass: false };
  const plan = accepted(await readIntakeFile(anMds2Csv(ANSWERS), aGround({ facts })));
  const of = (id: string) => plan.entries.find((entry) => entry.id === id);
  expect(of("fact:autoLogoff")).toMatchObject({ standing: "contradicts", present: { autoLogoff: false } });
  expect(of("fact:breakGlass")).toMatchObject({ standing: "agrees" });
  const ticked = plan.entries.filter(isTakenByDefault);
  expect(ticked.length).toBeGreaterThan(0);
  expect(ticked.every(({ standing }) => standing === "new")).toBe(true);
});

test("without component types the form gives facts and says what is missing for the rows", async () => {
  const plan = accepted(await readIntakeFile(anMds2Csv(ANSWERS), aGround({ componentTypes: [] })));
  expect(plan.entries.filter(({ kind }) => kind === "answer")).toEqual([]);
  expect(plan.unused[0]).toMatchObject({ code: "component-types-missing" });
});

test("an advisory is matched to the list of the declaration; what is elsewhere is left out with its place", async () => {
  const bytes = fixture("vulnerability-status/csaf-vex.json");
  const isTicked = ({ entries }: { entries: ReadonlyArray<ImportEntry> }, id: string) =>
    entries.filter(isTakenByDefault).some((entry) => entry.id === id);
  const alone = accepted(await readIntakeFile(bytes, aGround({}, { product: "Another thing" })));
  expect(
    alone.entries.filter(({ kind }) => kind === "vulnerability").map(({ reasons }) => reasons[0]?.code),
  ).toContain("no-list");
  const sbom = fixture("sbom/cyclonedx-1.6.json");
  const matched = accepted(await readIntakeFile(bytes, aGround({}, { sbom })));
  expect(matched).toMatchObject({ kind: "vulnerability-status", edition: "CSAF 2.0" });
  expect(matched.entries.find(({ id }) => id === "vulnerability:CVE-2024-0727")?.reasons).toContainEqual(
    expect.objectContaining({ code: "matches-component", subject: "openssl 3.0.13" }),
  );
  expect(isTicked(matched, "vulnerability:CVE-2024-0727")).toBe(true);
  const foreign = accepted(await readIntakeFile(bytes, aGround({}, { product: "Another", sbom: OTHERS })));
  expect(foreign.entries.filter(({ kind }) => kind === "vulnerability")).toEqual([]);
  expect(foreign.unused[0]).toMatchObject({
    code: "not-in-this-product",
    place: { pointer: "/vulnerabilities/0" },
  });
});

test("security.txt and provider metadata say where weaknesses and advisories are", async () => {
  const text = "# us\nContact: mailto:psirt@fiktiva.example\nExpires: 2027-01-01T00:00:00Z\nHobby: chess\n";
  const plan = accepted(await readIntakeFile(bytesOf(text), aGround()));
  expect(plan).toMatchObject({
    kind: "security-txt",
    entries: [
      {
        id: "fact:vulnerabilityContact",
        proposed: { vulnerabilityContact: "psirt@fiktiva.example" },
        place: { line: 2 },
      },
    ],
    unused: [{ code: "unknown-field", place: { line: 4 }, value: "Hobby" }],
    evidence: { validUntil: "2027-01-01" },
  });
  const facts = { advisories: ["e-mail" as const] };
  const metadata = accepted(await readIntakeFile(bytesOf(JSON.stringify(METADATA)), aGround({ facts })));
  expect(metadata).toMatchObject({
    kind: "provider-metadata",
    entries: [
      { id: "fact:vulnerabilityContact", standing: "new" },
      { id: "fact:advisories", standing: "adds", proposed: { advisories: ["e-mail", "csaf"] } },
    ],
  });
});

const wrong = bytesOf(JSON.stringify({ ...METADATA, role: "king" }));
const ZIP = Uint8Array.from([0x50, 0x4b, 3, 4, ...Array.from({ length: 100 }, () => 7)]);
test.each<[string, Uint8Array, object]>([
  ["nothing", new Uint8Array(), { code: "empty" }],
  ["more than 25 MB", new Uint8Array(25 * 1024 * 1024 + 1), { code: "too-large" }],
  ["some text", bytesOf("Dear customer,\nplease find enclosed"), { code: "unknown-kind" }],
  ["other JSON", bytesOf('{"hello":1}'), { code: "unknown-kind" }],
  ["broken JSON", bytesOf('{"bomFormat":"CycloneDX",'), { code: "not-json" }],
  [
    "a name twice",
    bytesOf('{"bomFormat":"CycloneDX","a":{"b":1,"b":2}}'),
    { code: "duplicate-key", place: { pointer: "/a/b" } },
  ],
  ["depth", bytesOf(`{"a":${"[".repeat(5_000)}${"]".repeat(5_000)}}`), { code: "too-deep" }],
  ["a prototype", bytesOf('{"bomFormat":"CycloneDX","__proto__":{"x":1}}'), { code: "reserved-name" }],
  [
    "entities",
    bytesOf('<!DOCTYPE bom [<!ENTITY a "b">]><bom xmlns="http://cyclonedx.org/schema/bom/1.6"/>'),
    { code: "document-type" },
  ],
  ["other XML", bytesOf("<svg xmlns='http://www.w3.org/2000/svg'/>"), { code: "unknown-format" }],
  [
    "a version to come",
    bytesOf('{"bomFormat":"CycloneDX","specVersion":"9.9","components":[]}'),
    { code: "unsupported-version", detail: "9.9" },
  ],
  ["metadata that breaks its rules", wrong, { code: "invalid", place: { pointer: "/role" } }],
  ["a broken archive", ZIP, { code: "damaged-workbook" }],
  [
    "the form of 2013",
    bytesOf("HIMSS/NEMA Standard HN 1-2013,,\nA,Can this device display private data?,Yes\n"),
    { code: "edition-2013" },
  ],
  ["a form without questions", bytesOf("MDS2 of our pump\nto follow\n"), { code: "no-questions" }],
])("%s is refused with its reason", async (_, bytes, refusal) => {
  expect(refusalOf(await readIntakeFile(bytes, aGround()))).toMatchObject(refusal);
});

test("files with pieces changed, cut or doubled are read or refused, and a plan is always one", async () => {
  const samples = [
    fixture("sbom/cyclonedx-1.6.json"),
    fixture("sbom/spdx-2.3.spdx"),
    fixture("vulnerability-status/csaf-vex.json"),
    anMds2Csv(ANSWERS),
  ];
  let plans = 0;
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...samples),
      fc.array(fc.tuple(fc.nat(), fc.nat(255)), { maxLength: 6 }),
      fc.nat(),
      async (sample, changes, cut) => {
        const bytes = Buffer.from(sample);
        for (const [at, value] of changes) bytes[at % bytes.length] = value;
        const end = cut % 3 === 0 ? cut % bytes.length : bytes.length;
        const read = await readIntakeFile(bytes.subarray(0, end), aGround());
        if (!read.ok) return;
        plans += 1;
        expect(ImportPlanSchema.parse(read.value)).toEqual(read.value);
      },
    ),
    { numRuns: 150 },
  );
  expect(plans).toBeGreaterThan(5);
});

test("names as long as a file, and texts that deceive, are cut and cleaned", async () => {
  const long = "x".repeat(50_000);
  const components = [
    { type: "operating-system", name: long, version: long, "bom-ref": long },
    { type: "library", name: "a\u202Eb", version: "1", purl: `not-a-purl${long}` },
  ];
  const plan = accepted(await readIntakeFile(anSbom(0, { components, dependencies: [] }), aGround()));
  expect(JSON.stringify(plan).length).toBeLessThan(100_000);
  expect(JSON.stringify(plan)).not.toContain("\u202E");
});
