import { deflateRawSync } from "node:zlib";
import fc from "fast-check";
import { zipSync } from "fflate";
import { expect, test, vi } from "vitest";
import { pushInPieces } from "~/formats/zip/bounded-output";
import { inflateRaw } from "~/formats/zip/inflate";
import { readZip } from "~/formats/zip/read-zip";

const LIMITS = { entries: 10, entryBytes: 1_000_000, totalBytes: 2_000_000, ratio: 2_000 };
const MEGABYTE = 1024 * 1024;
const bytes = fc.oneof(
  fc.uint8Array({ maxLength: 5_000 }),
  fc.string({ maxLength: 300 }).map((text) => new TextEncoder().encode(text.repeat(40))),
);
const everything = () => true;
const refusal = (code: string) => ({ ok: false, refusal: code });

test("what zlib packs at any level comes out as it went in", () => {
  fc.assert(
    fc.property(bytes, fc.integer({ min: 0, max: 9 }), (content, level) => {
      const unpacked = inflateRaw(deflateRawSync(content, { level }), 1_000_000);
      expect(unpacked.ok && Buffer.compare(unpacked.value, content)).toBe(0);
    }),
    { numRuns: 300 },
  );
});

test("a long stream, a stored one and one that ends exactly at the limit come out whole", () => {
  const noise = Uint8Array.from({ length: 700_000 }, (_, at) => (at * at * 31 + (at >> 3)) & 255);
  const text = Buffer.from("zones and conduits ".repeat(50_000));
  for (const [content, level] of [
    [noise, 9],
    [noise, 0],
    [text, 6],
    [new Uint8Array(900_000), 9],
  ] as const) {
    const unpacked = inflateRaw(deflateRawSync(content, { level }), content.length);
    expect(unpacked.ok && Buffer.compare(unpacked.value, content)).toBe(0);
    expect(inflateRaw(deflateRawSync(content, { level }), content.length - 1)).toEqual(refusal("too-large"));
  }
});

test("a stream that was tampered with is refused or unpacked, never more than the limit and never thrown", () => {
  const packed = deflateRawSync(Buffer.from("zones and conduits ".repeat(200)));
  let refused = 0;
  fc.assert(
    fc.property(fc.nat(packed.length - 1), fc.nat(255), fc.nat(packed.length), (at, value, end) => {
      const changed = Uint8Array.from(packed.subarray(0, end));
      if (at < changed.length) changed[at] = value;
      const unpacked = inflateRaw(changed, 20_000);
      if (!unpacked.ok) refused += 1;
      else expect(unpacked.value.length).toBeLessThanOrEqual(20_000);
    }),
    { numRuns: 2_000 },
  );
  expect(refused).toBeGreaterThan(500);
});

test("half a stream and none at all are damaged", () => {
  const packed = deflateRawSync(Buffer.from("zones and conduits ".repeat(200)));
  for (let end = 0; end < packed.length; end += 1)
    expect(inflateRaw(packed.subarray(0, end), 20_000)).toEqual(refusal("damaged"));
});

test("a bomb stops at the limit, and no piece of it gives more than there is room for", () => {
  const bomb = deflateRawSync(Buffer.alloc(50_000_000));
  expect(bomb.length).toBeLessThan(60_000);
  expect(inflateRaw(bomb, 1_000_000)).toEqual(refusal("too-large"));
  for (const limit of [0, 1_000, 1_000_000, 20_000_000]) {
    const pieces: Array<number> = [];
    pushInPieces(
      bomb,
      () => limit,
      (piece) => pieces.push(piece.length),
    );
    expect(pieces.reduce((sum, length) => sum + length)).toBe(bomb.length);
    expect(Math.max(...pieces)).toBeLessThanOrEqual(16 * 1024);
    expect(Math.max(...pieces) * 1_032).toBeLessThanOrEqual(Math.max(limit, 64 * 1_032));
  }
});

test("an archive gives the files that are wanted, packed or stored", () => {
  const files = { "a.xml": new TextEncoder().encode("<a/>".repeat(900)), "b.bin": new Uint8Array([1, 2]) };
  for (const level of [0, 9] as const) {
    const read = readZip(zipSync(files, { level }), LIMITS, (name) => name.endsWith(".xml"));
    expect(read).toEqual({ ok: true, value: new Map([["a.xml", files["a.xml"]]]) });
  }
  expect(readZip(zipSync({}), LIMITS, everything)).toEqual({ ok: true, value: new Map() });
});

test("an archive whose sizes follow the files, as writers of streams do it, is read", () => {
  const content = Buffer.from("zones and conduits ".repeat(2_000));
  const packed = deflateRawSync(content);
  const archive = Buffer.from(zipSync({ "a.xml": content }, { level: 9 }));
  const sizes = Buffer.alloc(16);
  sizes.writeUInt32LE(0x08074b50, 0);
  sizes.writeUInt32LE(packed.length, 8);
  sizes.writeUInt32LE(content.length, 12);
  const directory = archive.length - 22 - 46 - 5;
  const stated = archive.readUInt32LE(18);
  const streamed = Buffer.concat([
    archive.subarray(0, 35),
    archive.subarray(35, 35 + stated),
    sizes,
    archive.subarray(directory),
  ]);
  streamed.writeUInt16LE(streamed.readUInt16LE(6) | 8, 6);
  streamed.fill(0, 14, 26);
  streamed.writeUInt32LE(directory + 16, streamed.length - 6);
  const read = readZip(streamed, LIMITS, everything);
  expect(read.ok && Buffer.compare(read.value.get("a.xml") ?? new Uint8Array(), content)).toBe(0);
});

test("archives that lie are refused", () => {
  const archive = zipSync({ "a.xml": new Uint8Array(100) }, { level: 0 });
  const changed = (at: number, value: number) => {
    const copy = archive.slice();
    copy[at] = value;
    return readZip(copy, LIMITS, everything);
  };
  const directory = archive.length - 22 - 46 - 5;
  expect(readZip(new Uint8Array(5), LIMITS, everything)).toEqual(refusal("not-a-zip"));
  expect(readZip(new Uint8Array(100_000), LIMITS, everything)).toEqual(refusal("not-a-zip"));
  // The local header: flags, method, size, name. The directory: name. Its end: where it begins.
  expect(changed(6, 1)).toEqual(refusal("encrypted"));
  expect(changed(8, 99)).toEqual(refusal("damaged"));
  expect(changed(18, 255)).toEqual(refusal("damaged"));
  expect(changed(30, 0x62)).toEqual(refusal("damaged"));
  expect(changed(directory + 46, 0x62)).toEqual(refusal("damaged"));
  expect(changed(archive.length - 6, 255)).toEqual(refusal("damaged"));
  expect(readZip(archive, { ...LIMITS, totalBytes: 50 }, everything)).toEqual(refusal("too-large"));
  expect(readZip(archive, { ...LIMITS, entryBytes: 50 }, everything)).toEqual(refusal("too-large"));
});

test("a file that the directory names twice, or not at all, is refused", () => {
  const one = zipSync({ "a.xml": new Uint8Array(9) }, { level: 0 });
  const two = zipSync({ "a.xml": new Uint8Array(9), "b.xml": new Uint8Array(9) }, { level: 0 });
  const twice = Uint8Array.from(two, (byte) => (byte === 0x62 ? 0x61 : byte));
  expect(readZip(twice, LIMITS, everything)).toEqual(refusal("damaged"));
  const hidden = new Uint8Array([...one.subarray(0, 44), ...one]);
  new DataView(hidden.buffer).setUint32(hidden.length - 6, 44 + 44, true);
  expect(readZip(hidden, LIMITS, everything)).toEqual(refusal("damaged"));
});

test.each([
  ["one file of zeros", { "a.xml": new Uint8Array(6 * MEGABYTE) }, {}],
  ["many small files", manyOf(9, 900_000), {}],
  ["more for its size than any document", { "a.xml": new Uint8Array(MEGABYTE + 1) }, { ratio: 200 }],
])("a bomb in an archive stops at the limit: %s", (_name, files, limits) => {
  const archive = zipSync(files, { level: 9 });
  expect(archive.length).toBeLessThan(70_000);
  const enough = { entries: 10, entryBytes: 1_000_000, totalBytes: 2_000_000, ratio: 2_000 };
  const roomy = { ...enough, entryBytes: 2_000_000, ...limits };
  expect(readZip(archive, { ...roomy }, everything)).toEqual(refusal("too-large"));
});

test("a bomb that nobody wants is not unpacked", () => {
  const archive = zipSync({ "bomb.bin": new Uint8Array(6 * MEGABYTE), "a.xml": new Uint8Array(3) });
  const read = readZip(archive, LIMITS, (name) => name === "a.xml");
  expect(read).toEqual({ ok: true, value: new Map([["a.xml", new Uint8Array(3)]]) });
});

test("more files than the limit, or a directory that says so, are refused before anything is unpacked", () => {
  expect(readZip(zipSync(manyOf(11, 1)), LIMITS, everything)).toEqual(refusal("too-many-entries"));
  const archive = zipSync({ "a.xml": new Uint8Array(6 * MEGABYTE) });
  new DataView(archive.buffer).setUint16(archive.length - 14, 0xffff, true);
  const wants = vi.fn(everything);
  expect(readZip(archive, LIMITS, wants)).toEqual(refusal("too-many-entries"));
  expect(wants).not.toHaveBeenCalled();
});

test("any change of an archive is refused or read within the limits, never thrown", () => {
  const files = {
    "xl/workbook.xml": new TextEncoder().encode("<workbook/>".repeat(30)),
    "b.bin": new Uint8Array(9),
  };
  for (const level of [0, 9] as const) {
    const archive = zipSync(files, { level });
    const change = fc.tuple(fc.nat(archive.length - 1), fc.nat(255));
    fc.assert(
      fc.property(fc.array(change, { maxLength: 6 }), fc.nat(archive.length), (changes, end) => {
        const copy = archive.slice(0, end % 3 === 0 ? end : archive.length);
        for (const [at, value] of changes) copy[at] = value;
        const read = readZip(copy, LIMITS, everything);
        const length = read.ok ? [...read.value.values()].reduce((sum, one) => sum + one.length, 0) : 0;
        expect(length).toBeLessThanOrEqual(LIMITS.totalBytes);
      }),
      { numRuns: 1_000 },
    );
  }
});

function manyOf(count: number, size: number): Record<string, Uint8Array> {
  return Object.fromEntries(Array.from({ length: count }, (_, n) => [`${n}.xml`, new Uint8Array(size)]));
}
