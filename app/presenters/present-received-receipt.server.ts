import { RECEIPT_FORMAT, type Receipt } from "~/domain/procurement/receipt";
import { AppError } from "~/domain/shared/app-error";
import { type Caller, requirePermission } from "~/use-cases/use-case.server";
import { findOrganisation } from "~db/repositories/organisations";
import { findReceivedDecision } from "~db/repositories/received-returns";

/**
 * The supplier's receipt of the latest decision on a request: what was decided on which of its declarations, and how many
 * conditions there are. Where the product goes and what was found in it stays with the hospital.
 */
export async function presentReceivedReceipt(
  { actor, database }: Caller,
  requestId: string,
): Promise<Receipt> {
  requirePermission(actor, "received-request.export");
  const decision = await findReceivedDecision(database.read, actor.organisationId, requestId);
  const supplier = await findOrganisation(database.read, actor.organisationId);
  if (!decision || !supplier) throw new AppError("not-found", "nothing was decided on this request");
  const { kind, reason, hospitalName, subject, fingerprint, asOf } = decision;
  const { productName, releaseVersion, declarationId, declarationVersion, conditionCount } = decision;
  return {
    format: RECEIPT_FORMAT,
    side: "supplier",
    hospital: hospitalName,
    decision: {
      ...{ id: null, kind, decidedAt: decision.decidedAt.toISOString(), decidedBy: null },
      reason: kind === "return-for-changes" ? reason : null,
    },
    about: {
      ...{ supplier: supplier.name, product: productName, release: releaseVersion },
      ...{ declarationId, declarationVersion, zone: null, revision: null, request: subject },
    },
    result: { fingerprint, asOf, verdict: null, ruleSetVersion: null, catalogueVersion: null },
    conditionCount,
    conditions: null,
    exceptions: null,
  };
}
