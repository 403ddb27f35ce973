import fc from "fast-check";
import { expect, test } from "vitest";
import { parseCpe, parsePurl, purlKey } from "~/formats/sbom/identifiers";

test.each([
  ["pkg:npm/lodash@4.17.21", { type: "npm", namespace: null, name: "lodash", version: "4.17.21" }],
  ["pkg:npm/%40angular/core@17.0.0", { type: "npm", namespace: "@angular", name: "core", version: "17.0.0" }],
  ["pkg:npm/@angular/core", { type: "npm", namespace: "@angular", name: "core", version: null }],
  [
    "pkg:Maven/org.apache/log4j@2.0?type=jar#sub/path",
    { type: "maven", namespace: "org.apache", name: "log4j", version: "2.0" },
  ],
  [
    "pkg:golang/github.com/a/b@v1.0.0%2Bincompatible",
    { type: "golang", namespace: "github.com/a", name: "b", version: "v1.0.0+incompatible" },
  ],
  ["pkg://deb/debian/curl@7.50.3-1", { type: "deb", namespace: "debian", name: "curl", version: "7.50.3-1" }],
])("%s", (text, expected) => {
  expect(parsePurl(text)).toEqual(expected);
});

test.each([
  "",
  "pkg:",
  "pkg:npm",
  "pkg:npm/",
  "npm/lodash",
  "pkg:1x/y",
  "pkg:npm/%E0%A4%A",
  `pkg:npm/${"x".repeat(2_000)}`,
])("no package URL: %j", (text) => {
  expect(parsePurl(text)).toBeNull();
});

test("the key of a package leaves the version out, and case where its type does", () => {
  const key = (text: string) =>
    purlKey(parsePurl(text) ?? { type: "", namespace: null, name: "", version: null });
  expect(key("pkg:pypi/Typing_Extensions@1")).toBe(key("pkg:pypi/typing-extensions@2"));
  expect(key("pkg:maven/a/B@1")).not.toBe(key("pkg:maven/a/b@1"));
  expect(key("pkg:npm/a@1")).not.toBe(key("pkg:pypi/a@1"));
});

test.each([
  [
    "cpe:2.3:a:openssl:openssl:3.0.13:*:*:*:*:*:*:*",
    { part: "a", vendor: "openssl", product: "openssl", version: "3.0.13" },
  ],
  [
    "cpe:2.3:o:Vendor:multi\\:part:*:*:*:*:*:*:*:*",
    { part: "o", vendor: "vendor", product: "multi:part", version: null },
  ],
  ["cpe:/a:apache:log4j:2.14.1", { part: "a", vendor: "apache", product: "log4j", version: "2.14.1" }],
  ["cpe:/h:b%21:c", { part: "h", vendor: "b!", product: "c", version: null }],
])("%s", (text, expected) => {
  expect(parseCpe(text)).toEqual(expected);
});

test.each([
  "",
  "cpe:",
  "cpe:2.3:a:b",
  "cpe:2.3:x:b:c:1:*:*:*:*:*:*:*",
  "cpe:2.3:a:*:c:1:*:*:*:*:*:*:*",
  "cpe:/a",
  "cpe:/a:b:c:d:e:f:g:h",
])("no CPE: %j", (text) => {
  expect(parseCpe(text)).toBeNull();
});

test("any text is one or none, in no time", () => {
  const text = fc.oneof(
    fc.string(),
    fc.string().map((rest) => `pkg:${rest}`),
    fc.string().map((rest) => `cpe:2.3:a:${rest}`),
  );
  fc.assert(
    fc.property(text, (any) => {
      const purl = parsePurl(any);
      const cpe = parseCpe(any);
      expect(purl === null || purl.name !== "").toBe(true);
      expect(cpe === null || cpe.product !== "").toBe(true);
    }),
    { numRuns: 2_000 },
  );
});
