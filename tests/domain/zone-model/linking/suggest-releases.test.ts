import fc from "fast-check";
import { expect, test } from "vitest";
import { commonName, manufacturerKey, modelKey, versionKey } from "~/domain/zone-model/linking/folded-names";
import type { LinkableRelease } from "~/domain/zone-model/linking/linkable-release";
import {
  type DescribedAsset,
  releaseSuggester,
  SUGGESTION_GRADES,
} from "~/domain/zone-model/linking/suggest-releases";

const release = (releaseId: string, told: Partial<LinkableRelease>): LinkableRelease => ({
  releaseId,
  productId: `product of ${releaseId}`,
  supplierName: "Acme, spol. s r.o.",
  productName: "Flow 5",
  releaseVersion: "2.0",
  models: [],
  udiDis: [],
  ...told,
});

const FLOW = { productId: "flow", productName: "Flow 5", udiDis: ["4012345678901"] };
/** The newest release of a product first, as they are listed. */
const RELEASES: ReadonlyArray<LinkableRelease> = [
  release("flow-2.1", { ...FLOW, releaseVersion: "2.1", models: ["Flow 5 Duo", "AC-721-3"] }),
  release("flow-2.0", { ...FLOW, releaseVersion: "2.0", models: ["AC-721-1"] }),
  release("flow-6", { productName: "Flow 6", udiDis: ["4012345678918"] }),
  release("view", {
    supplierName: "Siemens Healthineers AG",
    productName: "Bildschau Aktiv",
    releaseVersion: "VE 20",
    models: ["View-900"],
  }),
  release("twin-a", { supplierName: "Beta GmbH", productName: "Twin" }),
  release("twin-b", { supplierName: "Gamma Ltd.", productName: "Twin" }),
  release("copy", { supplierName: "Gamma Ltd.", productName: "Copy", udiDis: ["4006381333931"] }),
  release("original", { supplierName: "Beta GmbH", productName: "Original", udiDis: ["4006381333931"] }),
];

const described = (told: Partial<DescribedAsset>): DescribedAsset => ({
  ...{ name: "Device", manufacturer: "", model: "", udiDi: "", softwareVersion: "" },
  ...told,
});
const suggest = releaseSuggester(RELEASES);
const toldOf = (asset: Partial<DescribedAsset>) =>
  suggest(described(asset)).map(({ releaseId, grade, basis, doubts }) =>
    [releaseId, grade, basis, ...doubts].join(" "),
  );

test.each<[string, Partial<DescribedAsset>, ReadonlyArray<string>]>([
  [
    "a UDI-DI with the version is certain",
    { udiDi: "04012345678901", softwareVersion: "v2.0" },
    ["flow-2.0 certain udi-di"],
  ],
  [
    "of its manufacturer too, whatever its legal form",
    { udiDi: "(01)04012345678901", manufacturer: "ACME", softwareVersion: "2.1" },
    ["flow-2.1 certain udi-di"],
  ],
  ["a product with one release needs no version", { udiDi: "4012345678918" }, ["flow-6 certain udi-di"]],
  [
    "with several releases and no version the newest is meant, to be looked at",
    { udiDi: "4012345678901" },
    ["flow-2.1 likely udi-di several-releases"],
  ],
  [
    "a version that nobody declared is never certain",
    { udiDi: "4012345678918", softwareVersion: "1.9" },
    ["flow-6 likely udi-di other-version"],
  ],
  [
    "who states another manufacturer's UDI-DI does not get its devices",
    { udiDi: "4012345678918", manufacturer: "Beta" },
    ["flow-6 possible udi-di other-manufacturer"],
  ],
  [
    "a UDI-DI that two products state is certain for neither",
    { udiDi: "4006381333931", manufacturer: "Beta" },
    ["original possible udi-di several-products", "copy possible udi-di other-manufacturer several-products"],
  ],
  [
    "manufacturer and model without accents, case, punctuation and legal form are likely",
    { manufacturer: "acme", model: "FLÓW-5", softwareVersion: "2.0" },
    ["flow-2.0 likely manufacturer-and-model"],
  ],
  [
    "the manufacturer may stand in front of the model",
    { manufacturer: "Acme a.s.", model: "Acme Flow5", softwareVersion: "2.1" },
    ["flow-2.1 likely manufacturer-and-model"],
  ],
  [
    "a variant's model number stands for the product",
    { manufacturer: "Acme s.r.o.", model: "ac721/3", softwareVersion: "2.1" },
    ["flow-2.1 likely manufacturer-and-model"],
  ],
  [
    "a UDI-DI that the product does not state speaks against it",
    { manufacturer: "Acme", model: "Flow 6", udiDi: "4006381333948" },
    ["flow-6 possible manufacturer-and-model other-udi-di"],
  ],
  ["a model without a manufacturer is possible", { model: "Flow 6" }, ["flow-6 possible model"]],
  [
    "a model of two manufacturers is possible for both",
    { model: "Twin" },
    ["twin-a possible model several-products", "twin-b possible model several-products"],
  ],
  [
    "the same model of the one who is named",
    { manufacturer: "Gamma Limited", model: "twin" },
    ["twin-b likely manufacturer-and-model"],
  ],
  [
    "a part of the manufacturer's name is enough to be possible",
    { manufacturer: "Siemens", model: "View 900", softwareVersion: "VE20" },
    ["view possible model other-manufacturer"],
  ],
  ["another manufacturer with the same model is none", { manufacturer: "Delta", model: "Flow 6" }, []],
  ["another number is another model", { manufacturer: "Acme", model: "Flow 7" }, []],
  ["a name alone is possible", { name: "Bildschau Aktiv (SN 12)" }, ["view possible name"]],
  ["words of a name in another order too", { name: "Aktiv Bildschau" }, ["view possible name"]],
  ["a name that shares one word of several is none", { name: "Bildschau Passiv Archiv" }, []],
  ["nothing said is nothing suggested", { name: "" }, []],
  ["numbers alone are no name", { name: "5" }, []],
])("%s", (_sentence, asset, expected) => {
  expect(toldOf({ ...asset, ...(asset.name && { name: commonName(asset.name) }) })).toEqual(expected);
});

test.each([
  ["Acme", "ACME GmbH & Co. KG"],
  ["Fiktiva Medtech", "Fiktiva Medtech, a.s."],
  ["Datové mosty", "DATOVE MOSTY spol. s r.o."],
  ["Gruppo Bianchi", "Gruppo Bianchi S.p.A."],
  ["Kowalski", "Kowalski Sp. z o.o."],
  ["Weiß", "WEISS AG"],
  ["Acme", "Acme (Deutschland) GmbH"],
  ["(Acme)", "ACME"],
])("%s and %s are one manufacturer", (one, other) => {
  expect(manufacturerKey(one)).toBe(manufacturerKey(other));
});

test("a firm that is called like a legal form keeps its name", () => {
  expect([manufacturerKey("AG"), manufacturerKey("SE GmbH"), manufacturerKey("")]).toEqual(["ag", "se", ""]);
});

test("versions are compared without the word before them, models without what is between letters", () => {
  expect(["v2.10", "SW 2.10", "Release 2.10", "2.10"].map(versionKey)).toEqual(Array(4).fill("2 10"));
  expect(versionKey("VE 20")).toBe(versionKey("ve20"));
  expect(versionKey("2.10")).not.toBe(versionKey("21.0"));
  expect(["FK-721/3", "fk 721 3", "FK7213"].map(modelKey)).toEqual(Array(3).fill("fk7213"));
});

const words = fc.constantFrom("Flow", "View", "Žíla", "Pump", "Monitor", "5", "6", "FK-721", "GmbH", "ß");
const text = fc.array(words, { minLength: 1, maxLength: 4 }).map((list) => list.join(" "));
const maybe = fc.oneof(fc.constant(""), text);
const version = fc.constantFrom("1.0", "2.0", "v2.0", "");
const udi = fc.constantFrom("", "4012345678901", "4012345678918", "FICT-0001", "n/a");
const aRelease = fc.record({
  productId: fc.constantFrom("p1", "p2", "p3"),
  supplierName: text,
  productName: text,
  releaseVersion: fc.constantFrom("1.0", "2.0", "3.0"),
  models: fc.array(text, { maxLength: 2 }),
  udiDis: fc.array(udi, { maxLength: 2 }),
});
const someReleases = fc
  .array(aRelease, { maxLength: 8 })
  .map((list) => list.map((one, place) => ({ ...one, releaseId: `r${place}` })));
const anything = fc.record({
  ...{ name: text, manufacturer: maybe, model: maybe, udiDi: udi, softwareVersion: version },
});

test("what a supplier calls its product is found by it: never less than likely where nobody else says the same", () => {
  fc.assert(
    fc.property(aRelease, (told) => {
      const one = { ...told, releaseId: "r" };
      const { supplierName: manufacturer, productName: model, releaseVersion: softwareVersion } = one;
      fc.pre(modelKey(model).length > 1);
      const [first] = releaseSuggester([one])(described({ manufacturer, model, softwareVersion }));
      expect(first).toMatchObject({ releaseId: "r", grade: "likely", doubts: [] });
    }),
  );
});

test("case, accents, punctuation and spaces change no suggestion", () => {
  const noisy = (value: string) =>
    ` ${value.toUpperCase().normalize("NFD").replace(/\p{M}/gu, "").replaceAll(" ", " - ")} `;
  fc.assert(
    fc.property(someReleases, anything, (releases, asset) => {
      const suggestions = releaseSuggester(releases)(asset);
      const other = { ...asset, name: noisy(asset.name), manufacturer: noisy(asset.manufacturer) };
      const model = asset.model === "" ? "" : noisy(asset.model);
      expect(releaseSuggester(releases)({ ...other, model })).toEqual(suggestions);
    }),
  );
});

test("suggestions are at most three of the releases given, each once, best first, the same every time", () => {
  fc.assert(
    fc.property(someReleases, anything, (releases, asset) => {
      const suggestions = releaseSuggester(releases)(asset);
      const ids = suggestions.map(({ releaseId }) => releaseId);
      const grades = suggestions.map(({ grade }) => SUGGESTION_GRADES.indexOf(grade));
      expect(ids.length).toBeLessThanOrEqual(3);
      expect(new Set(ids).size).toBe(ids.length);
      expect(releases.map(({ releaseId }) => releaseId)).toEqual(expect.arrayContaining(ids));
      expect(grades.toSorted((a, b) => a - b)).toEqual(grades);
      expect(releaseSuggester(structuredClone(releases))(asset)).toEqual(suggestions);
    }),
  );
});

test("only a UDI-DI that one product alone states, without a doubt, is certain", () => {
  fc.assert(
    fc.property(someReleases, anything, (releases, asset) => {
      const certain = releaseSuggester(releases)(asset).filter(({ grade }) => grade === "certain");
      for (const { releaseId, basis, doubts } of certain) {
        const one = releases.find((known) => known.releaseId === releaseId);
        const stating = releases.filter(({ udiDis }) => udiDis.includes(asset.udiDi));
        expect([basis, doubts, asset.udiDi === ""]).toEqual(["udi-di", [], false]);
        expect(new Set(stating.map(({ productId }) => productId))).toEqual(new Set([one?.productId]));
        if (asset.softwareVersion !== "")
          expect(versionKey(one?.releaseVersion ?? "")).toBe(versionKey(asset.softwareVersion));
      }
    }),
  );
});

test("a release that is not given is never suggested, whatever an asset says of it", () => {
  fc.assert(
    fc.property(someReleases, aRelease, anything, (mine, theirs, asset) => {
      const about = { ...asset, manufacturer: theirs.supplierName, model: theirs.productName };
      const known = new Set(mine.map(({ releaseId }) => releaseId));
      const found = releaseSuggester(mine)(about).map(({ releaseId }) => releaseId);
      expect(found.filter((id) => !known.has(id))).toEqual([]);
    }),
  );
});

test("ten thousand descriptions among five thousand releases look at no more than what shares a word", () => {
  const many = Array.from({ length: 5_000 }, (_, n) =>
    release(`r${n}`, {
      ...{ productName: `Monitor M${n}`, supplierName: `Maker ${n % 100} GmbH`, releaseVersion: "1" },
      udiDis: n % 2 === 0 ? [`UDI-${n}X`] : [],
    }),
  );
  const ask = releaseSuggester(many);
  const grades = Array.from({ length: 10_000 }, (_, n) => {
    const about = n % 3 === 0 ? { udiDi: `udi-${n % 5_000}x` } : { model: `monitor m-${n % 5_000}` };
    const [first] = ask(described({ ...about, manufacturer: `MAKER ${(n % 5_000) % 100}` }));
    return first ? `${first.releaseId === `r${n % 5_000}`} ${first.grade}` : "none";
  });
  const count = (wanted: string) => grades.filter((grade) => grade === wanted).length;
  expect([count("true certain"), count("true likely")]).toEqual([1_667, 6_666]);
});
