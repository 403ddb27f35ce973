import fs from "node:fs";
import fc from "fast-check";
import { expect, test } from "vitest";
import { SbomSchema } from "~/domain/declaration/sbom";
import type { SbomDocument } from "~/formats/sbom/document";
import { qualityOfSbom } from "~/formats/sbom/quality";
import { readSbom } from "~/formats/sbom/read-sbom";
import { sbomFact } from "~/formats/sbom/to-fact";

const FOLDER = "tests/fixtures/sbom";
const FILES = fs.readdirSync(FOLDER).sort();
const CYCLONEDX = FILES.filter((file) => file.startsWith("cyclonedx"));
const SPDX = FILES.filter((file) => file.startsWith("spdx"));

const bytesOf = (file: string) => new Uint8Array(fs.readFileSync(`${FOLDER}/${file}`));
const encoded = (text: string) => new TextEncoder().encode(text);
const json = (value: unknown) => readSbom(encoded(JSON.stringify(value)));

function documentOf(bytes: Uint8Array): SbomDocument {
  const read = readSbom(bytes);
  if (!read.ok) throw new Error(`${read.refusal.code} ${JSON.stringify(read.refusal.place)}`);
  return read.value;
}

function bom(components: ReadonlyArray<unknown>, more: object = {}) {
  return { bomFormat: "CycloneDX", specVersion: "1.6", components, ...more };
}

/** What every fixture tells of the same three parts, with references by the name of the part. */
function coreOf(document: SbomDocument) {
  const all = document.primary ? [document.primary, ...document.components] : document.components;
  const names = new Map(all.map(({ ref, name }) => [ref, name]));
  return all.map(({ name, version, supplier, producer, purl, cpes, licences, hashes, dependsOn }) => ({
    name,
    version,
    who: supplier ?? producer,
    purl,
    cpes,
    licence: licences[0] ?? null,
    hash: hashes[0] ?? null,
    dependsOn: (dependsOn ?? []).map((ref) => names.get(ref) ?? "a file"),
  }));
}

const SHA = {
  algorithm: "SHA-256",
  value: "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
};
const OPENSSL = {
  name: "openssl",
  version: "3.0.13",
  who: "OpenSSL Foundation",
  purl: "pkg:generic/openssl@3.0.13",
  cpes: ["cpe:2.3:a:openssl:openssl:3.0.13:*:*:*:*:*:*:*"],
  licence: "Apache-2.0",
  hash: SHA,
  dependsOn: ["zlib"],
};
const ZLIB = {
  name: "zlib",
  version: "1.3.1",
  who: "zlib authors",
  purl: "pkg:generic/zlib@1.3.1",
  cpes: [],
  licence: "zlib licence",
  hash: SHA,
  dependsOn: [],
};

test("there is a fixture for every version and format", () => {
  expect(FILES).toEqual([
    ...["1.2", "1.3", "1.4", "1.5", "1.6", "1.7"].flatMap((version) => [
      `cyclonedx-${version}.json`,
      `cyclonedx-${version}.xml`,
    ]),
    ...["spdx-2.2.json", "spdx-2.3.json", "spdx-2.3.spdx", "spdx-3.0.1.json"],
  ]);
});

test.each(FILES)("%s: one list of components, whatever the format", (file) => {
  const document = documentOf(bytesOf(file));
  const [primary, ...components] = coreOf(document);
  expect(primary).toMatchObject({ name: "Infusion Pump", version: "3.2.1" });
  expect(primary?.dependsOn).toContain("openssl");
  expect(components).toEqual([OPENSSL, ZLIB]);
  expect(document).toMatchObject({
    formatVersion: /\d\.\d(\.\d)?(?=\.(json|xml|spdx)$)/.exec(file)?.[0],
    createdAt: "2026-03-20T08:00:00Z",
    authors: ["R. Writer", "Fiktiva Medtech"],
    authorHasAddress: true,
    tools: ["lister 1.0"],
    fileCount: file.startsWith("spdx") ? 1 : 0,
  });
  expect(document.problems.map(({ code }) => code)).toEqual(
    file === "spdx-2.2.json" ? ["unverified-version"] : [],
  );
});

test.each(CYCLONEDX.filter((file) => file.endsWith(".json")))("%s and its XML say the same", (file) => {
  const inJson = documentOf(bytesOf(file));
  const inXml = documentOf(bytesOf(file.replace(".json", ".xml")));
  const withoutPlaces = ({ components, primary, format: _, ...rest }: SbomDocument) => ({
    ...rest,
    primary: primary && { ...primary, place: null },
    components: components.map((component) => ({ ...component, place: null })),
  });
  expect(withoutPlaces(inXml)).toEqual(withoutPlaces(inJson));
});

test("every component tells where it stands in its file", () => {
  const placesOf = (file: string) => documentOf(bytesOf(file)).components.map(({ place }) => place);
  expect(placesOf("cyclonedx-1.6.json")).toEqual([
    { pointer: "/components/0" },
    { pointer: "/components/0/components/0" },
  ]);
  expect(placesOf("cyclonedx-1.6.xml")).toEqual([
    { path: "/bom/components/component[1]" },
    { path: "/bom/components/component[1]/components/component[1]" },
  ]);
  expect(placesOf("spdx-2.3.json")).toEqual([{ pointer: "/packages/1" }, { pointer: "/packages/2" }]);
  const lines = fs.readFileSync(`${FOLDER}/spdx-2.3.spdx`, "utf8").split("\n");
  expect(placesOf("spdx-2.3.spdx")).toEqual([
    { line: lines.indexOf("PackageName: openssl") + 1 },
    { line: lines.indexOf("PackageName: zlib") + 1 },
  ]);
});

test.each([
  ...CYCLONEDX.filter((file) => !file.includes("1.2")),
  ...SPDX.filter((file) => !file.includes("2.2")),
])("%s: the end of support is taken where the format can state it", (file) => {
  const [, zlib] = documentOf(bytesOf(file)).components;
  expect(zlib?.supportEndsOn).toBe("2027-06-30");
});

test("what newer versions add is read: build phase, identifiers, several licences, a range of versions", () => {
  const newest = documentOf(bytesOf("cyclonedx-1.7.json"));
  expect(newest.generationContext).toEqual(["build"]);
  expect(newest.statesCompleteness).toBe(true);
  expect(newest.components[0]?.licences).toEqual(["Apache-2.0", "Apache-2.0 OR MIT"]);
  expect(newest.components[1]?.otherIdentifiers).toHaveLength(1);
  const external = json(
    bom([{ type: "library", name: "libc", isExternal: true, versionRange: "vers:generic/>=2.31" }]),
  );
  expect(external.ok && external.value.components[0]?.version).toBe("vers:generic/>=2.31");
  expect(documentOf(bytesOf("spdx-3.0.1.json")).components[0]?.supportLevel).toBe("support");
});

test("what cannot be used is listed with its place, and the rest is taken", () => {
  const read = json(
    bom(
      [
        { type: "library", "bom-ref": "a", name: "good", purl: "pkg:npm/good@1" },
        { type: "library", "bom-ref": "a", name: "same ref", purl: "not a purl", cpe: "cpe:nonsense" },
        { type: "library", version: "1" },
        "a text",
        { name: "dated", properties: [{ name: "cdx:lifecycle:milestone:endOfLife", value: "2026-02-31" }] },
      ],
      { dependencies: [{ ref: "a", dependsOn: ["nowhere"] }, { ref: "ghost" }, { dependsOn: [] }] },
    ),
  );
  if (!read.ok) throw new Error(read.refusal.code);
  expect(read.value.components.map(({ name }) => name)).toEqual(["good", "same ref", "dated"]);
  const found = read.value.problems.map(
    ({ code, place }) => `${code} ${"pointer" in place ? place.pointer : ""}`,
  );
  expect(found.toSorted()).toEqual([
    "component-without-name /components/2",
    "duplicate-ref /components/1",
    "invalid-cpe /components/1",
    "invalid-date /components/4",
    "invalid-purl /components/1",
    "unknown-ref /components/0",
    "unknown-ref /components/1",
    "unknown-ref /dependencies/1",
    "wrong-type /components/3",
    "wrong-type /dependencies/2",
  ]);
});

test("ten thousand mistakes are counted, two hundred are listed", () => {
  const read = json(bom(Array.from({ length: 10_000 }, () => ({ type: "library" }))));
  expect(read.ok && read.value.problems).toHaveLength(200);
  expect(read.ok && read.value.problemCount).toBe(10_000);
});

test.each<[string, string, string]>([
  ["nothing", " \n", "empty"],
  ["prose", "a list of parts", "unknown-format"],
  ["a list in JSON", "[1]", "unknown-format"],
  ["another JSON", '{"name":"x"}', "unknown-format"],
  ["half a JSON", '{"bomFormat":"CycloneDX","components":[', "not-json"],
  [
    "a key that stands twice",
    '{"bomFormat":"CycloneDX","specVersion":"1.6","specVersion":"1.5"}',
    "duplicate-key",
  ],
  ["__proto__", '{"bomFormat":"CycloneDX","specVersion":"1.6","__proto__":{"a":1}}', "reserved-name"],
  ["an advisory", '{"document":{"csaf_version":"2.0"}}', "advisory"],
  ["CycloneDX 1.1", '{"bomFormat":"CycloneDX","specVersion":"1.1"}', "unsupported-version"],
  ["CycloneDX of tomorrow", '{"bomFormat":"CycloneDX","specVersion":"2.0"}', "unsupported-version"],
  ["SPDX 2.1", '{"spdxVersion":"SPDX-2.1"}', "unsupported-version"],
  [
    "SPDX of tomorrow",
    '{"@context":"https://spdx.org/rdf/4.0.0/spdx-context.jsonld","@graph":[]}',
    "unsupported-version",
  ],
  ["nesting without end in JSON", `{"bomFormat":${'{"a":'.repeat(100_000)}`, "too-deep"],
  ["nesting without end in XML", "<a>".repeat(100_000), "too-deep"],
  ["another XML", "<svg/>", "unknown-format"],
  [
    "XML that is not closed in order",
    '<bom xmlns="http://cyclonedx.org/schema/bom/1.6"><a><b></a></b></bom>',
    "not-xml",
  ],
  ["half an XML", '<bom xmlns="http://cyclonedx.org/schema/bom/1.6"><components>', "not-xml"],
  [
    "a reserved element",
    '<bom xmlns="http://cyclonedx.org/schema/bom/1.6"><__proto__/></bom>',
    "reserved-name",
  ],
  [
    "a reserved attribute",
    '<bom xmlns="http://cyclonedx.org/schema/bom/1.6" constructor="x"/>',
    "reserved-name",
  ],
])("refused as a whole: %s", (_name, text, code) => {
  expect(readSbom(encoded(text))).toMatchObject({ ok: false, refusal: { code } });
});

test("a billion laughs, an external entity and any other document type are refused before anything is parsed", () => {
  const laughs = Array.from({ length: 10 }, (_, n) => `<!ENTITY l${n + 1} "${`&l${n};`.repeat(10)}">`).join(
    "",
  );
  const root = '<bom xmlns="http://cyclonedx.org/schema/bom/1.6"><components>&l10;</components></bom>';
  for (const type of [
    `<!DOCTYPE bom [<!ENTITY l0 "ha">${laughs}]>`,
    '<!DOCTYPE bom [<!ENTITY x SYSTEM "file:///etc/passwd">]>',
    "<!doctype bom>",
  ])
    expect(readSbom(encoded(`<?xml version="1.0"?>${type}${root}`))).toMatchObject({
      ok: false,
      refusal: { code: "document-type", place: { line: 1 } },
    });
  // An entity that nobody declared stays what it is: characters.
  const read = readSbom(
    encoded(
      '<bom xmlns="http://cyclonedx.org/schema/bom/1.6"><components><component type="library"><name>&lol; &amp; &#x41;<![CDATA[<b>]]></name></component></components></bom>',
    ),
  );
  expect(read.ok && read.value.components[0]?.name).toBe("&lol; & A<b>");
});

test.each([
  ["processing instructions that never end", "<?"],
  ["comments that never end", "<!--"],
  ["quotes that never end", "<a \"' "],
  ["quotes that change", "<a'\"'"],
  ["tags that never end", "<a b"],
  ["ends only", "</a"],
])("megabytes of %s are looked at once", (_name, piece) => {
  const text = `<bom xmlns="http://cyclonedx.org/schema/bom/1.6">${piece.repeat(2_000_000)}`;
  expect(readSbom(encoded(text)).ok).toBe(false);
});

test("words like constructor = are no danger in a text, and prefixes of elements change nothing", () => {
  const read = readSbom(
    encoded(
      '<b:bom xmlns:b="http://cyclonedx.org/schema/bom/1.4"><b:components><b:component type="library"><b:name>x</b:name><b:description>calls constructor = y</b:description></b:component></b:components></b:bom>',
    ),
  );
  expect(read.ok && [read.value.formatVersion, read.value.components.length]).toEqual(["1.4", 1]);
});

test("nothing that a file says reaches the prototype of an object", () => {
  const names = ["constructor", "toString", "hasOwnProperty", "valueOf"];
  const read = json(
    bom(
      names.map((name) => ({ "bom-ref": name, name, version: name, licenses: [{ license: { id: name } }] })),
      { dependencies: names.map((ref) => ({ ref, dependsOn: names })) },
    ),
  );
  expect(read.ok && read.value.components.map(({ dependsOn }) => dependsOn)).toEqual(names.map(() => names));
  const tags = "PackageName: x\nconstructor: y\n__proto__: z\ntoString: w\n";
  const tagValue = readSbom(encoded(`SPDXVersion: SPDX-2.3\n${tags}`));
  expect(tagValue.ok && tagValue.value.components[0]?.name).toBe("x");
  expect(({} as Record<string, unknown>).y).toBeUndefined();
});

test("control and bidirectional characters do not come through", () => {
  const read = json(bom([{ name: "a\u202Eb\u0000c", version: "1\n2" }]));
  expect(read.ok && [read.value.components[0]?.name, read.value.components[0]?.version]).toEqual([
    "a b c",
    "1 2",
  ]);
});

test("files that are too large or no Unicode are refused; UTF-16 and a byte order mark are read", () => {
  const file = bytesOf("cyclonedx-1.6.json");
  expect(readSbom(new Uint8Array(25 * 1024 * 1024 + 1))).toMatchObject({
    ok: false,
    refusal: { code: "too-large" },
  });
  expect(readSbom(Uint8Array.from([0x7b, 0xff, 0x7d]))).toMatchObject({
    ok: false,
    refusal: { code: "not-text" },
  });
  const utf16 = Buffer.concat([
    Buffer.from([0xff, 0xfe]),
    Buffer.from(Buffer.from(file).toString("utf8"), "utf16le"),
  ]);
  expect(documentOf(new Uint8Array(utf16)).components).toHaveLength(2);
  expect(documentOf(new Uint8Array([0xef, 0xbb, 0xbf, ...file])).components).toHaveLength(2);
});

test("200,000 components are read in JSON, XML and tag-value, and one more is refused", () => {
  const numbers = Array.from({ length: 200_000 }, (_, n) => n);
  const files = {
    json: `{"bomFormat":"CycloneDX","specVersion":"1.6","components":[${numbers.map((n) => `{"name":"l${n}","purl":"pkg:npm/l${n}@1"}`).join()}]}`,
    xml: `<bom xmlns="http://cyclonedx.org/schema/bom/1.6"><components>${numbers.map((n) => `<component><name>l${n}</name></component>`).join("")}</components></bom>`,
    spdx: `SPDXVersion: SPDX-2.3\n${numbers.map((n) => `PackageName: l${n}\nSPDXID: SPDXRef-${n}\n`).join("\n")}`,
  };
  for (const text of Object.values(files)) {
    const document = documentOf(encoded(text));
    expect(document.components).toHaveLength(200_000);
    expect(document.problemCount).toBe(0);
  }
  const onlyOneMore = files.json.replace(
    '"components":[',
    '"components":[{"name":"one more"},{"name":"two more"},',
  );
  expect(readSbom(encoded(onlyOneMore))).toMatchObject({
    ok: false,
    refusal: { code: "too-many-components" },
  });
}, 300_000);

const anyJson = fc.jsonValue({ maxDepth: 4 });

test("members of any type where others are expected never throw", () => {
  const component = fc.record(
    Object.fromEntries(
      "bom-ref type name version supplier authors licenses hashes purl cpe properties components externalReferences swid"
        .split(" ")
        .map((name) => [name, anyJson]),
    ),
    { requiredKeys: [] },
  );
  const anyBom = fc.record(
    {
      metadata: anyJson,
      components: fc.oneof(anyJson, fc.array(component)),
      dependencies: anyJson,
      compositions: anyJson,
    },
    { requiredKeys: [] },
  );
  let read = 0;
  fc.assert(
    fc.property(anyBom, (more) => {
      const result = json({ bomFormat: "CycloneDX", specVersion: "1.6", ...more });
      if (!result.ok) return;
      read += 1;
      expect(SbomSchema.safeParse(sbomFact(result.value)).success).toBe(true);
      for (const { elements } of qualityOfSbom(result.value))
        for (const { present, absent } of elements)
          expect(Math.min(present, absent)).toBeGreaterThanOrEqual(0);
    }),
    { numRuns: 500 },
  );
  expect(read).toBeGreaterThan(400);
});

test("a file with bytes changed, cut or doubled always answers", () => {
  let refused = 0;
  fc.assert(
    fc.property(
      fc.constantFrom(...FILES),
      fc.array(fc.tuple(fc.nat(20_000), fc.nat(255)), { maxLength: 12 }),
      fc.nat(20_000),
      (file, changes, end) => {
        const bytes = bytesOf(file);
        for (const [at, value] of changes) bytes[at % bytes.length] = value;
        const read = readSbom(bytes.subarray(0, end % 3 === 0 ? end % bytes.length : bytes.length));
        if (!read.ok) refused += 1;
        else expect(read.value.components.length).toBeLessThanOrEqual(3);
      },
    ),
    { numRuns: 3_000 },
  );
  expect(refused).toBeGreaterThan(500);
});
