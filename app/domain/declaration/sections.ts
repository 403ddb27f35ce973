import { z } from "zod";
import { FOUNDATIONAL_REQUIREMENTS, type FoundationalRequirement } from "../security-level/security-level";
import { FACT_GROUPS, type FactGroup } from "./fact-fields";

/** A part of a declaration that one person can take on: the answers of one FR, or one group of facts. */
export type Section = FoundationalRequirement | `facts-${FactGroup}`;

/** In the order of the pages: answers by FR, then facts by group. */
export const SECTIONS: ReadonlyArray<Section> = [
  ...FOUNDATIONAL_REQUIREMENTS,
  ...FACT_GROUPS.map((group) => `facts-${group}` as const),
];

const known: ReadonlySet<string> = new Set(SECTIONS);
export const SectionSchema = z.custom<Section>(
  (value) => typeof value === "string" && known.has(value),
  "invalid-choice",
);
