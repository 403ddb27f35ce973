import fc from "fast-check";
import { expect, test } from "vitest";
import { escaped, unescaped } from "~/formats/xml/entities";
import { faultOfXml } from "~/formats/xml/xml-gate";
import { readXmlTree } from "~/formats/xml/xml-tree";

const LIMITS = { characters: 30_000_000, depth: 8, elements: 1_000 };
const codeOf = (text: string) => faultOfXml(text, LIMITS)?.code ?? null;

test.each([
  ["one element", "<a/>", null],
  [
    "a declaration, comments and CDATA",
    `<?xml version="1.0"?><!-- <b> --><a b='>'><![CDATA[<c>]]></a>\n`,
    null,
  ],
  ["a byte order mark", "\uFEFF<a/>", null],
  ["nothing", "", "not-xml"],
  ["text before the root", "x<a/>", "not-xml"],
  ["two roots", "<a/><b/>", "not-xml"],
  ["closed in another order", "<a><b></a></b>", "not-xml"],
  ["a < in an attribute", '<a b="<"/>', "not-xml"],
  ["an instruction that never ends", "<?xml <a/>", "not-xml"],
  ["a comment that never ends", "<a/><!-- x", "document-type"],
  ["a document type inside", "<a><!DOCTYPE b></a>", "document-type"],
  ["a reserved element", "<a><x:__proto__/></a>", "reserved-name"],
  ["a reserved attribute", '<a constructor = "1"/>', "reserved-name"],
  ["nine levels", "<a>".repeat(9), "too-deep"],
  ["a thousand and one elements", `<a>${"<b/>".repeat(1_000)}</a>`, "too-many-elements"],
  ["more than may be", " ".repeat(LIMITS.characters + 1), "too-large"],
] as const)("%s", (_what, text, code) => expect(codeOf(text)).toBe(code));

// A pass that looks at characters twice would not end with these.
test.each([
  ["a name", `<${"a".repeat(20_000_000)}`],
  ["open quotes", `<a ${'b="'.repeat(5_000_000)}`],
  ["quotes across elements", `<a>${"<b c='".repeat(3_000_000)}`],
  ["attributes without an end", `<a ${'b="c" '.repeat(3_000_000)}`],
  ["comments without an end", "<!--".repeat(5_000_000)],
  ["CDATA without an end", `<a>${"<![CDATA[".repeat(2_000_000)}`],
  ["instructions without an end", "<?a ".repeat(5_000_000)],
  ["the sign that opens", "<".repeat(20_000_000)],
])("megabytes of %s are refused in one pass", (_what, text) => expect(codeOf(text)).not.toBeNull());

test("a text comes back from an attribute, whatever it is", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), (text) => {
      expect(unescaped(escaped(text))).toBe(text);
      const tree = readXmlTree(`<a b="${escaped(text)}"/>`, LIMITS);
      // What XML cannot hold at all is not what is tried here.
      if (tree.ok) expect(tree.value.attributes.get("b")).toBe(text);
    }),
  );
});

test("text in CDATA is as it is written, other text without its entities", () => {
  const tree = readXmlTree("<a>x &lt; <![CDATA[&lt;]]><b> y </b></a>", LIMITS);
  expect(tree).toMatchObject({ ok: true, value: { name: "a", text: "x < &lt;" } });
  expect(tree.ok && tree.value.children[0]?.text).toBe(" y ");
});
