import { RECEIPT_FORMAT, type Receipt } from "~/domain/procurement/receipt";
import { AppError } from "~/domain/shared/app-error";
import { type Caller, requirePermission } from "~/use-cases/use-case.server";
import { findAssessment } from "~db/repositories/assessments";
import { listDecisionExceptions } from "~db/repositories/decision-exceptions";
import { findDecision, listConditions } from "~db/repositories/decisions";
import { findRequest } from "~db/repositories/intake-requests";
import { findOrganisation } from "~db/repositories/organisations";

/** The hospital's receipt of one decision: what was frozen with it, and nothing that came after. */
export async function presentReceipt({ actor, database }: Caller, decisionId: string): Promise<Receipt> {
  requirePermission(actor, "decision.export");
  const { organisationId } = actor;
  const db = database.read;
  const decision = await findDecision(db, organisationId, decisionId);
  const frozen = decision && (await findAssessment(db, organisationId, decision.assessmentId));
  if (!decision || !frozen) throw new AppError("not-found", "there is no such decision");
  const [hospital, conditions, exceptions, request] = await Promise.all([
    findOrganisation(db, organisationId),
    listConditions(db, organisationId, [decision.id]),
    listDecisionExceptions(db, organisationId, [decision.id]),
    decision.requestId === null ? undefined : findRequest(db, organisationId, decision.requestId),
  ]);
  const { verdict, ruleSetVersion, catalogueVersion, fingerprint, asOf } = frozen.result;
  return {
    format: RECEIPT_FORMAT,
    side: "hospital",
    hospital: hospital?.name ?? "",
    decision: {
      ...{ id: decision.id, kind: decision.kind, reason: decision.reason },
      ...{ decidedAt: decision.decidedAt.toISOString(), decidedBy: decision.decidedByName },
    },
    about: {
      ...{ supplier: decision.supplierName, product: decision.productName, release: decision.releaseVersion },
      ...{ declarationId: decision.declarationId, declarationVersion: decision.declarationVersion },
      ...{ zone: decision.zoneName, revision: decision.revisionNumber, request: request?.subject ?? null },
    },
    result: { fingerprint, asOf, verdict, ruleSetVersion, catalogueVersion },
    conditionCount: conditions.length,
    conditions: conditions.map(({ text, owner, dueOn }) => ({ text, owner, dueOn })),
    exceptions: exceptions.map(({ exceptionId, expiresOn, grantedByName, grantedAt }) => ({
      ...{ id: exceptionId, expiresOn, grantedBy: grantedByName, grantedAt: grantedAt.toISOString() },
    })),
  };
}
