import { z } from "zod";
import { changeClaimedLevel } from "~/domain/declaration/lifecycle";
import { SlVectorSchema, toNotation } from "~/domain/security-level/security-level";
import { accept, type Result, refuse } from "~/domain/shared/result";
import { useCase } from "../use-case.server";
import {
  type DraftRefusal,
  findOwnDeclaration,
  type SavedDraft,
  saveOwnDraft,
} from "./find-own-declaration.server";

/** A form posts seven texts, all empty for no claim. */
const ClaimField = z.preprocess(fromForm, SlVectorSchema.nullable());

/** What the supplier claims, e.g. in a data sheet: compared with the computed level, never used instead. */
export const claimCapability = useCase({
  action: "declaration.answer",
  input: z.strictObject({
    declarationId: z.string().max(64),
    /** The claim that the person saw, e.g. `{2 2 2 2 2 2 2}`; empty = none. */
    before: z.string().max(40),
    claimed: ClaimField,
  }),
  async run({ db, actor, input, now }): Promise<Result<SavedDraft, DraftRefusal>> {
    const declaration = await findOwnDeclaration(db, actor, input.declarationId);
    const changed = changeClaimedLevel(declaration, input.claimed);
    if (!changed.ok) return changed;
    const stored = declaration.content.claimedSlCapability;
    if ((stored ? toNotation(stored) : "") !== input.before) return refuse({ code: "changed-meanwhile" });
    const saveVersion = await saveOwnDraft(db, declaration, { content: changed.value.content, now });
    return accept({ id: declaration.id, saveVersion });
  },
  audit: (input) => ({ claimed: input.claimed && toNotation(input.claimed) }),
});

function fromForm(raw: unknown): unknown {
  if (typeof raw !== "object" || raw === null) return raw;
  const levels = Object.entries(raw);
  if (levels.every(([, level]) => level === "")) return null;
  return Object.fromEntries(
    levels.map(([fr, level]) => [
      fr,
      typeof level === "string" && /^[0-4]$/.test(level) ? Number(level) : level,
    ]),
  );
}
