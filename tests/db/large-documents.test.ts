import fc from "fast-check";
import { expect, test } from "vitest";
import { documentOf, isOwnDocument, textOf } from "~db/large-documents";

const filler = "x".repeat(60_000);
const aLarge = (members: object = {}) => ({ filler, ...members });

test("any document comes back as JSON brings it back, known or not", () => {
  fc.assert(
    fc.property(fc.anything(), fc.boolean(), (value, isLarge) => {
      const document = isLarge ? aLarge({ value }) : { value };
      const text = textOf(document);
      const plain: unknown = JSON.parse(text);
      expect(documentOf(text)).toEqual(plain);
      expect(documentOf(text)).toEqual(plain);
      expect(JSON.stringify(documentOf(text))).toBe(text);
    }),
  );
});

test("a large document is known by its text, frozen all through, and a small one is read anew", () => {
  const text = JSON.stringify(aLarge({ zones: [{ name: "Ward" }] }));
  const first = documentOf(text) as { zones: Array<{ name: string }> };
  expect(documentOf(text)).toBe(first);
  expect(isOwnDocument(first)).toBe(false);
  expect(() => first.zones.push({ name: "Theatre" })).toThrow(TypeError);
  expect(() => Object.assign(first.zones[0] ?? {}, { name: "Theatre" })).toThrow(TypeError);
  const small = '{"zones":[]}';
  expect(documentOf(small)).not.toBe(documentOf(small));
});

test("what is written is known when it is read, and needs no second look", () => {
  const written = aLarge({ zones: [{ name: "Ward" }] });
  const read = documentOf(textOf(written));
  expect(read).toBe(written);
  expect(isOwnDocument(read)).toBe(true);
});

test.each([
  ["a member that JSON leaves out", { reason: undefined }],
  ["an instant", { at: new Date(0) }],
  ["minus zero", { x: -0 }],
  ["what is no number", { x: Number.NaN }],
  ["a list with a hole", { list: Array(2) }],
  ["a method", { toJSON: () => 1 }],
])("%s is not taken for what is stored", (_what, members) => {
  const written = aLarge(members);
  const text = textOf(written);
  if (text.length < 50_000) return expect(text).toBe("1");
  const read = documentOf(text);
  expect(read).not.toBe(written);
  expect(read).toEqual(JSON.parse(text));
  return expect(isOwnDocument(read)).toBe(false);
});

test("what was not used for long gives way", () => {
  const first = documentOf(JSON.stringify({ number: -1, filler }));
  const large = "y".repeat(3_000_000);
  for (const number of [1, 2, 3, 4]) documentOf(JSON.stringify({ number, large }));
  const again = documentOf(JSON.stringify({ number: -1, filler }));
  expect(again).toEqual(first);
  expect(again).not.toBe(first);
});
