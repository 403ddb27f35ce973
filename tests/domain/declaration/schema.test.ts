import { expect, test } from "vitest";
import { COMPONENT_REQUIREMENTS } from "~/catalogue/catalogue";
import {
  DeclarationContentSchema,
  DraftContentSchema,
  EMPTY_DECLARATION_CONTENT,
} from "~/domain/declaration/declaration";
import { RequirementIdSchema } from "~/domain/requirement/component-requirement";
import { aContent } from "../assessment/rows";

test("a draft may lack component types, a declaration may not", () => {
  expect(DraftContentSchema.safeParse(EMPTY_DECLARATION_CONTENT).success).toBe(true);
  expect(DeclarationContentSchema.safeParse(EMPTY_DECLARATION_CONTENT).success).toBe(false);
  expect(DeclarationContentSchema.safeParse(aContent({ "CR 1.1": "met" })).success).toBe(true);
});

test("every row of the catalogue can be answered", () => {
  const refused = COMPONENT_REQUIREMENTS.filter((row) => !RequirementIdSchema.safeParse(row.id).success);
  expect(refused).toEqual([]);
});

test.each(["CR 1", "cr 1.1", "CR 1.1 RE1", "__proto__", ""])("%j is no requirement id", (id) => {
  expect(RequirementIdSchema.safeParse(id).success).toBe(false);
});
