import type { KnownProduct } from "~/domain/assessment/placed-products";
import { AppError } from "~/domain/shared/app-error";
import { type Caller, requirePermission } from "~/use-cases/use-case.server";
import { listSharedDeclarations } from "~db/repositories/declarations";
import { findModelOf } from "./model-parts.server";

export type Candidate = { product: KnownProduct; declarationId: string };

/** A release with its newest declaration that the hospital may see; not found where there is none. */
export async function presentCandidate(
  caller: Caller,
  modelId: string,
  releaseId: string,
): Promise<Candidate> {
  const { actor, database } = caller;
  requirePermission(actor, "assessment.read");
  await findModelOf(caller, modelId);
  const [shared] = await listSharedDeclarations(database.read, actor.organisationId, {
    releaseIds: [releaseId],
  });
  if (!shared) throw new AppError("not-found", "there is no declaration of this release");
  const { declarationId, productName, releaseVersion, content } = shared;
  return { product: { releaseId, name: `${productName} ${releaseVersion}`, content }, declarationId };
}
