import { z } from "zod";
import {
  type EvidenceScope,
  EvidenceScopeSchema,
  type PackCounts,
  tooMuchOf,
} from "~/domain/audit/evidence-scope";
import { AppError } from "~/domain/shared/app-error";
import { accept, type Result, refuse } from "~/domain/shared/result";
import type { Db } from "~db/client";
import { countEvidence } from "~db/repositories/evidence";
import { listSuppliers } from "~db/repositories/organisations";
import { requireFewExports } from "../export-limit.server";
import { type InvalidInput, useCase } from "../use-case.server";
import { findZoneOfEvidence } from "./zone-of-evidence.server";

export type ExportEvidenceRefusal = { code: "too-large"; of: keyof PackCounts } | InvalidInput;

type Noted = { id: string; scope: EvidenceScope };

/** Notes who takes the evidence of a zone, a supplier or a period along, before its first byte. */
export const exportEvidence = useCase({
  action: "evidence-pack.export",
  input: z.strictObject({ scope: EvidenceScopeSchema }),
  async run({ db, actor, input: { scope }, now }): Promise<Result<Noted, ExportEvidenceRefusal>> {
    const { organisationId } = actor;
    await requireScope(db, organisationId, scope);
    const of = tooMuchOf(await countEvidence(db, organisationId, scope));
    if (of !== null) return refuse({ code: "too-large", of });
    await requireFewExports(db, actor, { action: "evidence-pack.export", now });
    return accept({ id: subjectOf(organisationId, scope), scope });
  },
  audit: ({ scope }) => ({ ...scope }),
});

/** What belongs to another hospital is not found. A zone may be gone from the model: what was decided for it stays. */
export async function requireScope(db: Db, organisationId: string, scope: EvidenceScope): Promise<void> {
  switch (scope.kind) {
    case "zone":
      await findZoneOfEvidence(db, organisationId, scope);
      return;
    case "supplier": {
      const suppliers = await listSuppliers(db, organisationId);
      if (!suppliers.some(({ id }) => id === scope.supplierId))
        throw new AppError("not-found", "there is no such supplier");
      return;
    }
    case "period":
      return;
  }
}

/** What the entry of the log is about; a period is the hospital's own. */
function subjectOf(organisationId: string, scope: EvidenceScope): string {
  switch (scope.kind) {
    case "zone":
      return scope.zoneId;
    case "supplier":
      return scope.supplierId;
    case "period":
      return organisationId;
  }
}
