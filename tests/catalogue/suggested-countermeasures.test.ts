import { expect, test } from "vitest";
import { COMPONENT_REQUIREMENTS } from "~/catalogue/catalogue";
import { SUGGESTED_COUNTERMEASURES } from "~/catalogue/suggested-countermeasures";
import { clauseNumberOf } from "~/domain/declaration/topics";

const numbers = new Set(COMPONENT_REQUIREMENTS.map(({ id }) => clauseNumberOf(id)));

test("suggestions stand under numbers of the standard; a root of trust has none", () => {
  expect(Object.keys(SUGGESTED_COUNTERMEASURES).filter((number) => !numbers.has(number))).toEqual([]);
  const without = [...numbers].filter((number) => SUGGESTED_COUNTERMEASURES[number] === undefined);
  expect(without.sort()).toEqual(["3.12", "3.13"]);
});

test("each is a sentence that fits into an answer and says something else than the others", () => {
  const texts = Object.values(SUGGESTED_COUNTERMEASURES).flat();
  for (const text of texts) expect(text).toMatch(/^[A-Z].{20,400}\.$/);
  expect(new Set(texts).size).toBe(texts.length);
});
