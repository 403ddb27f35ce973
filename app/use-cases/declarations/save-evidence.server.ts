import { z } from "zod";
import { isSameFact } from "~/domain/declaration/difference";
import { type Evidence, EvidenceSchema } from "~/domain/declaration/evidence";
import { type EvidenceRefusal, putEvidence } from "~/domain/declaration/lifecycle";
import { accept, type Result, refuse } from "~/domain/shared/result";
import { attachFile, findFile } from "~db/repositories/files";
import { useCase } from "../use-case.server";
import { findOwnDeclaration, saveOwnDraft } from "./find-own-declaration.server";

/** Somebody else has changed or removed this piece meanwhile; `stored` null = removed. Nothing is written. */
export type EvidenceConflict = { code: "evidence-changed"; stored: Evidence | null; yours: Evidence };

type Saved = { id: string; evidenceId: string };

const EvidenceFields = EvidenceSchema.omit({ id: true }).refine(
  ({ validFrom, validUntil }) => validFrom === null || validUntil === null || validFrom <= validUntil,
  { path: ["validUntil"], message: "ends-before-it-begins" },
);

/**
 * Files a piece of evidence with a draft, or changes one. Which answers rest on it is said at the answers. A digest of a
 * file in the supplier's store attaches that file; what was attached before is kept and stays readable.
 */
export const saveEvidence = useCase({
  action: "declaration.answer",
  input: z.strictObject({
    declarationId: z.string().max(64),
    /** The piece that the person saw and replaces; null adds one. */
    before: EvidenceSchema.nullable(),
    evidence: EvidenceFields,
  }),
  async run({ db, actor, input, now, newId }): Promise<Result<Saved, EvidenceRefusal | EvidenceConflict>> {
    const { before } = input;
    const declaration = await findOwnDeclaration(db, actor, input.declarationId);
    const evidence = { ...input.evidence, id: before?.id ?? newId() };
    const changed = putEvidence(declaration, evidence);
    if (!changed.ok) return changed;
    const stored = declaration.content.evidence.find(({ id }) => id === evidence.id) ?? null;
    if (!isSameFact(stored, before) && !isSameFact(stored, evidence))
      return refuse({ code: "evidence-changed", stored, yours: evidence });
    await saveOwnDraft(db, declaration, { content: changed.value.content, now });
    const { organisationId, personId } = actor;
    const { sha256 } = evidence;
    if (sha256 !== null && (await findFile(db, organisationId, sha256)))
      await attachFile(db, organisationId, {
        ...{ releaseId: declaration.releaseId, evidenceId: evidence.id, sha256 },
        ...{ attachedBy: personId, attachedAt: now },
      });
    return accept({ id: declaration.id, evidenceId: evidence.id });
  },
  audit: (input, value: Saved) => ({ evidenceId: value.evidenceId, isNew: input.before === null }),
});
