import { z } from "zod";
import { changeComponentTypes } from "~/domain/declaration/lifecycle";
import { ComponentTypeSchema } from "~/domain/requirement/component-requirement";
import { accept, type Result, refuse } from "~/domain/shared/result";
import { oneOrMore } from "../accounts/fields.server";
import { useCase } from "../use-case.server";
import {
  type DraftRefusal,
  findOwnDeclaration,
  type SavedDraft,
  saveOwnDraft,
} from "./find-own-declaration.server";

/** Decides which rows apply. Answers to rows that no longer do are kept until the declaration is signed. */
export const setComponentTypes = useCase({
  action: "declaration.answer",
  input: z.strictObject({
    declarationId: z.string().max(64),
    /** The types that the person saw, joined by commas: two people must not undo each other unseen. */
    before: z.string().max(200),
    componentTypes: oneOrMore(ComponentTypeSchema),
  }),
  async run({ db, actor, input, now }): Promise<Result<SavedDraft, DraftRefusal>> {
    const declaration = await findOwnDeclaration(db, actor, input.declarationId);
    const changed = changeComponentTypes(declaration, input.componentTypes);
    if (!changed.ok) return changed;
    if (declaration.content.componentTypes.join() !== input.before)
      return refuse({ code: "changed-meanwhile" });
    const saveVersion = await saveOwnDraft(db, declaration, { content: changed.value.content, now });
    return accept({ id: declaration.id, saveVersion });
  },
  audit: (input) => ({ componentTypes: input.componentTypes }),
});
