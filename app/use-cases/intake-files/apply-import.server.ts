import { z } from "zod";
import { COMPONENT_REQUIREMENTS } from "~/catalogue/catalogue";
import { applyImport, type ImportRefusal } from "~/domain/declaration/apply-import";
import { VULNERABILITY_SEVERITIES } from "~/domain/declaration/fact-values";
import { type ImportEntry, MAX_IMPORT_ENTRIES } from "~/domain/declaration/import-plan";
import type { ImportState } from "~/domain/declaration/import-words";
import { accept, type Result, refuse } from "~/domain/shared/result";
import { moveImport } from "~db/repositories/file-imports";
import { attachFile, findFile } from "~db/repositories/files";
import { findOwnDeclaration, saveOwnDraft } from "../declarations/find-own-declaration.server";
import { useCase } from "../use-case.server";
import { findOwnImport } from "./find-own-import.server";

type Applied = { id: string; taken: ReadonlyArray<ImportEntry>; evidenceId: string | null };
type ApplyRefusal = ImportRefusal | { code: "import-ended"; state: ImportState };

/**
 * Takes the chosen entries of a file that was read over into its draft, in one transaction: all or none. Each is compared
 * with what is stated by now. A second submission finds the import applied and changes nothing.
 */
export const applyFileImport = useCase({
  action: "declaration.import",
  input: z.strictObject({
    declarationId: z.string().max(64),
    importId: z.string().max(64),
    taken: z.array(z.string().max(200)).max(MAX_IMPORT_ENTRIES),
    severities: z.record(z.string().max(200), z.enum(VULNERABILITY_SEVERITIES)),
  }),
  async run({ db, actor, input, now }): Promise<Result<Applied, ApplyRefusal>> {
    const { organisationId, personId } = actor;
    const found = await findOwnImport(db, actor, input);
    const { id, state, plan } = found;
    if (state !== "ready" || plan === null) return refuse({ code: "import-ended", state });
    const declaration = await findOwnDeclaration(db, actor, input.declarationId);
    const imported = applyImport(declaration, plan, input, COMPONENT_REQUIREMENTS);
    if (!imported.ok) return imported;
    const { document, taken } = imported.value;
    // First: of two submissions at once only one gets past this line.
    const applied = { id, from: "ready" as const, to: { state: "applied" as const, appliedAt: now } };
    if (!(await moveImport(db, organisationId, applied))) return refuse({ code: "import-ended", state });
    await saveOwnDraft(db, declaration, { content: document.content, now });
    const known = new Set(declaration.content.evidence.map((piece) => piece.id));
    for (const { id: evidenceId, sha256 } of document.content.evidence)
      if (!known.has(evidenceId) && sha256 !== null && (await findFile(db, organisationId, sha256)))
        await attachFile(db, organisationId, {
          ...{ releaseId: declaration.releaseId, evidenceId, sha256 },
          ...{ attachedBy: personId, attachedAt: now },
        });
    return accept({ id: declaration.id, taken, evidenceId: plan.evidence?.id ?? null });
  },
  audit: ({ importId }, { taken, evidenceId }: Applied) => ({
    ...{ step: "applied", importId, evidenceId },
    taken: taken.flatMap(({ kind, id }) => (kind === "vulnerability" ? [] : id)),
    vulnerabilities: taken.filter(({ kind }) => kind === "vulnerability").length,
  }),
});
