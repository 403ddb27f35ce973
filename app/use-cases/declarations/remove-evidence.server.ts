import { z } from "zod";
import { rowsBackedBy, removeEvidence as withoutEvidence } from "~/domain/declaration/lifecycle";
import { accept, type Result } from "~/domain/shared/result";
import { useCase } from "../use-case.server";
import { findOwnDeclaration, saveOwnDraft } from "./find-own-declaration.server";

type Removed = { id: string; rows: ReadonlyArray<string> };

/** Takes a piece of evidence out of a draft; answers that rest on it stay, without it. Done twice it is done once. */
export const removeEvidence = useCase({
  action: "declaration.answer",
  input: z.strictObject({ declarationId: z.string().max(64), evidenceId: z.string().max(64) }),
  async run({ db, actor, input, now }): Promise<Result<Removed, { code: "not-a-draft" }>> {
    const declaration = await findOwnDeclaration(db, actor, input.declarationId);
    const changed = withoutEvidence(declaration, input.evidenceId);
    if (!changed.ok) return changed;
    await saveOwnDraft(db, declaration, { content: changed.value.content, now });
    return accept({ id: declaration.id, rows: rowsBackedBy(declaration.content, input.evidenceId) });
  },
  audit: (input, value: Removed) => ({ evidenceId: input.evidenceId, rows: value.rows }),
});
