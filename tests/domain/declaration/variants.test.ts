import { expect, test } from "vitest";
import { differenceOfDeclarations } from "~/domain/declaration/difference";
import { ProductFactsSchema } from "~/domain/declaration/facts";
import { sealDeclaration } from "~/domain/declaration/seal";
import { MAX_VARIANTS, type Variant } from "~/domain/declaration/variants";
import { PORTAL_KEY } from "../../builders/portal-key";
import { aContent } from "../assessment/rows";

const variant = (over: Partial<Variant> = {}): Variant => ({
  name: "Pump S",
  model: "P-100",
  udiDi: "",
  ...over,
});
/** The message keys by place. */
const wrong = (variants: ReadonlyArray<unknown>) =>
  (ProductFactsSchema.safeParse({ variants }).error?.issues ?? []).map(
    ({ path, message }) => `${path.slice(1).join(".")} ${message}`,
  );

test.each([
  ["none is a statement", []],
  ["a name is enough", [variant({ model: "", udiDi: "" })]],
  ["a GTIN with its check digit", [variant({ udiDi: "09506000134352" })]],
  ["an identifier of another issuing entity", [variant({ udiDi: "A123BJ7KD/$$420020216" })]],
  ["twelve digits with a check of another kind", [variant({ udiDi: "111234567842" })]],
  ["models that are shared", [variant(), variant({ name: "Pump L" })]],
])("%s", (_, variants) => expect(wrong(variants)).toEqual([]));

test.each([
  ["no name", [variant({ name: " " })], ["0.name required"]],
  ["a check digit that does not fit", [variant({ udiDi: "09506000134353" })], ["0.udiDi invalid-udi-di"]],
  ["two digits changed places", [variant({ udiDi: "09506000134532" })], ["0.udiDi invalid-udi-di"]],
  ["an identifier of two lines", [variant({ udiDi: "A\nB" })], ["0.udiDi invalid-udi-di"]],
  ["a model of two lines", [variant({ model: "A\nB" })], ["0.model deceptive-characters"]],
  ["a name twice", [variant(), variant({ name: "PUMP S" })], ["1.name duplicate-value"]],
  [
    "an identifier twice",
    [variant({ udiDi: "X-1" }), variant({ name: "Pump L", udiDi: "x-1" })],
    ["1.udiDi duplicate-value"],
  ],
])("%s is refused where it stands", (_, variants, places) => expect(wrong(variants)).toEqual(places));

test("more than a release can have, and what is no column, are refused", () => {
  const many = Array.from({ length: MAX_VARIANTS + 1 }, (_, place) => variant({ name: `Pump ${place}` }));
  expect(wrong(many)).toHaveLength(1);
  expect(wrong(many.slice(1))).toEqual([]);
  expect(wrong([{ ...variant(), price: 1 }])).toHaveLength(1);
});

const seal = (facts: Parameters<typeof aContent>[1]) =>
  sealDeclaration(
    {
      names: { supplier: "Supplier", product: "Pump", release: "1.0" },
      content: aContent({ "CR 1.1": "met" }, facts),
      declaration: { declarationId: "d", version: 1, catalogueVersion: "2026-11-22" },
      signatory: "A Person",
      signedAt: new Date("2026-11-22T10:00:00.000Z"),
    },
    PORTAL_KEY,
  );

test("what was signed without variants is sealed to the same bytes as ever; with them they are sealed", () => {
  const { statement, sha256 } = seal({ facts: { product: "Pump" } });
  expect(statement).not.toContain("variants");
  expect(sha256).toBe(seal({ facts: ProductFactsSchema.parse({ product: "Pump" }) }).sha256);
  expect(sha256).not.toBe(seal({ facts: { product: "Pump", variants: [variant()] } }).sha256);
  expect(seal({ facts: { variants: [variant()] } }).statement).toContain("Pump S");
});

test("a variant more is a difference between versions, another order is none", () => {
  const of = (...variants: ReadonlyArray<Variant>) => aContent({}, { facts: { variants: [...variants] } });
  const [small, large] = [variant(), variant({ name: "Pump L" })];
  expect(differenceOfDeclarations(of(small), of(small, large)).facts).toMatchObject([{ key: "variants" }]);
  expect(differenceOfDeclarations(of(small, large), of(large, small)).facts).toEqual([]);
});
