import { z } from "zod";
import { differenceOfFacts, isSameFact } from "~/domain/declaration/difference";
import { FACT_GROUPS, type FactGroup, factsOfGroup, keysOfGroup } from "~/domain/declaration/fact-fields";
import { type FactKey, type ProductFacts, ProductFactsSchema } from "~/domain/declaration/facts";
import { changeFacts } from "~/domain/declaration/lifecycle";
import { accept, type Result, refuse } from "~/domain/shared/result";
import { useCase } from "../use-case.server";
import { findOwnDeclaration, type SavedDraft, saveOwnDraft } from "./find-own-declaration.server";

const SaveFactsInput = z
  .strictObject({
    declarationId: z.string().max(64),
    group: z.enum(FACT_GROUPS),
    /** What of this topic the person saw and replaces. */
    before: ProductFactsSchema,
    /** What they state; whatever is absent is not stated. */
    facts: ProductFactsSchema,
  })
  .refine(({ group, facts }) => areOf(group, facts), { path: ["facts"], message: "invalid" })
  .refine(({ group, before }) => areOf(group, before), { path: ["before"], message: "invalid" });

/** Somebody else has changed this topic meanwhile. Both are shown, nothing is written. */
export type FactsConflict = {
  code: "facts-changed";
  stored: ProductFacts;
  yours: ProductFacts;
  /** Facts on which the two differ, in the order in which they are asked for. */
  fields: ReadonlyArray<FactKey>;
};

/** States the facts of one topic of a draft. The topic is compared, not the document: others may be written meanwhile. */
export const saveFacts = useCase({
  action: "declaration.answer",
  input: SaveFactsInput,
  async run({ db, actor, input, now }): Promise<Result<SavedDraft, { code: "not-a-draft" } | FactsConflict>> {
    const { group, before, facts } = input;
    const declaration = await findOwnDeclaration(db, actor, input.declarationId);
    const changed = changeFacts(declaration, group, facts);
    if (!changed.ok) return changed;
    const stored = factsOfGroup(declaration.content.facts, group);
    if (!isSameFact(stored, before) && !isSameFact(stored, facts))
      return refuse({
        code: "facts-changed",
        stored,
        yours: facts,
        fields: differenceOfFacts(stored, facts).map(({ key }) => key),
      });
    const saveVersion = await saveOwnDraft(db, declaration, { content: changed.value.content, now });
    return accept({ id: declaration.id, saveVersion });
  },
  audit: ({ group, before, facts }) => ({
    group,
    facts: differenceOfFacts(before, facts).map(({ key }) => key),
  }),
});

function areOf(group: FactGroup, facts: ProductFacts): boolean {
  const keys: ReadonlyArray<string> = keysOfGroup(group);
  return Object.keys(facts).every((key) => keys.includes(key));
}
