import type { Actor } from "~/domain/access/role";
import { assess } from "~/domain/assessment/assess";
import type { Assessment, RequirementProfile } from "~/domain/assessment/assessment";
import type { DeclarationContent } from "~/domain/declaration/declaration";
import type { RequestState } from "~/domain/procurement/request";
import { AppError } from "~/domain/shared/app-error";
import type { IsoDate } from "~/domain/shared/iso-date";
import type { Db } from "~db/client";
import { findDeclaration, findSharedDeclaration } from "~db/repositories/declarations";
import type { Party } from "~db/repositories/dialogue";
import { findReceivedRequest, findRequest } from "~db/repositories/intake-requests";

/** What both sides of a request have in common: nothing of where the hospital will use the product. */
export type RequestBetween = {
  id: string;
  /** What is asked for, in the hospital's words. */
  subject: string;
  hospitalId: string;
  supplierId: string;
  /** The other side's name. */
  otherName: string;
  state: RequestState;
  /** As it was sent. */
  profile: RequirementProfile;
  declarationId: string | null;
};

export function partyOf({ organisationId, organisationKind }: Actor): Party {
  return { organisationId, side: organisationKind };
}

/** Throws `not-found` for a missing request and for one between others alike. */
export async function findRequestBetween(db: Db, actor: Actor, requestId: string): Promise<RequestBetween> {
  const { organisationId, organisationKind } = actor;
  if (organisationKind === "hospital") {
    const request = await findRequest(db, organisationId, requestId);
    if (!request) throw new AppError("not-found", "there is no such request");
    const { id, subject, supplierId, supplierName, state, snapshot, declarationId } = request;
    return {
      ...{ id, subject, hospitalId: organisationId, supplierId, otherName: supplierName },
      ...{ state, declarationId, profile: snapshot.profile },
    };
  }
  const request = await findReceivedRequest(db, organisationId, requestId);
  if (!request) throw new AppError("not-found", "there is no such request");
  const { id, subject, hospitalId, hospitalName, state, snapshot, declarationId } = request;
  return {
    ...{ id, subject, hospitalId, supplierId: organisationId, otherName: hospitalName },
    ...{ state, declarationId, profile: snapshot.profile },
  };
}

/** Nobody asks about what will not happen. */
export function isClosed({ state }: Pick<RequestBetween, "state">): boolean {
  return state === "declined" || state === "withdrawn";
}

/**
 * The assessment that both sides may speak of: against the profile as it was sent, so that nothing of the hospital's
 * ledger, later revisions or own words is in it (product.md §3).
 */
export function assessAsSent(
  { profile }: Pick<RequestBetween, "profile">,
  content: DeclarationContent,
  asOf: IsoDate,
): Assessment {
  return assess(profile, content, asOf);
}

/**
 * A declaration that a question may be about: for the hospital the one that answers the request and that it may see,
 * for the supplier any of its own. Throws `not-found` for everything else.
 */
export async function findSpokenOf(
  db: Db,
  actor: Actor,
  request: RequestBetween,
  declarationId: string,
): Promise<DeclarationContent> {
  const found =
    actor.organisationKind === "supplier"
      ? await findDeclaration(db, actor.organisationId, declarationId)
      : declarationId === request.declarationId
        ? await findSharedDeclaration(db, actor.organisationId, declarationId)
        : undefined;
  if (!found) throw new AppError("not-found", "there is no such declaration");
  return found.content;
}
