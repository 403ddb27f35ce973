import { COMPONENT_REQUIREMENTS } from "~/catalogue/catalogue";
import { mayDo } from "~/domain/access/permissions";
import { headOfSeal } from "~/domain/declaration/seal";
import { selectApplicable } from "~/domain/requirement/component-requirement";
import { AppError } from "~/domain/shared/app-error";
import { toIsoDate } from "~/domain/shared/iso-date";
import { type Caller, requirePermission } from "~/use-cases/use-case.server";
import type { Db } from "~db/client";
import { findSeal } from "~db/repositories/declaration-seals";
import { type Declaration, findDeclaration, listDeclarationsOfRelease } from "~db/repositories/declarations";
import { listReceivedRequests, type ReceivedRequest } from "~db/repositories/intake-requests";
import { listPeopleByIds } from "~db/repositories/people";
import { findProduct, findRelease } from "~db/repositories/products";
import { assignedSections } from "./assigned-sections.server";
import { draftStanding } from "./declaration-standing.server";
import { lawOfPlace } from "./law-of-place.server";

/** The answer sheet of a draft, or a signed declaration to read: the rows that apply and the answers to them. */
export async function presentDeclaration({ actor, database, now }: Caller, declarationId: string) {
  requirePermission(actor, "declaration.read");
  const { read } = database;
  const { declaration, product, release } = await findWithNames(read, actor.organisationId, declarationId);
  const { id, version, state, visibility, content, saveVersion } = declaration;
  const [seal, requests, versions, people] = await Promise.all([
    findSeal(read, actor.organisationId, id),
    listReceivedRequests(read, actor.organisationId),
    listDeclarationsOfRelease(read, actor.organisationId, release.id),
    listPeopleByIds(read, declaration.signedBy ? [declaration.signedBy] : []),
  ]);
  const isDraft = state === "draft";
  return {
    declaration: {
      ...{ id, version, state, visibility, content, saveVersion },
      updatedAt: declaration.updatedAt.toISOString(),
      isCopy: declaration.copiedFrom !== null,
      withdrawal: declaration.withdrawnAt && {
        at: declaration.withdrawnAt.toISOString(),
        reason: declaration.withdrawalReason ?? "",
      },
      signature: declaration.signedAt && {
        by: people[0]?.name ?? "",
        at: declaration.signedAt.toISOString(),
        fingerprint: declaration.fingerprint ?? "",
        seal: seal ? headOfSeal(seal) : null,
      },
    },
    product: { id: product.id, name: product.name },
    release: { id: release.id, version: release.version },
    versions: versions.map((other) => ({ id: other.id, version: other.version, state: other.state })),
    law: lawOfPlace("declaration", { facts: content.facts }, now),
    rows: selectApplicable(COMPONENT_REQUIREMENTS, content.componentTypes),
    requests: requests.filter(isOpenRequest).map(toAskedLevel),
    sections: isDraft ? await assignedSections(read, actor, id) : [],
    standing: isDraft ? draftStanding(content, requests.filter(isOpenRequest), toIsoDate(now)) : null,
    /** Keeps what two people queue in one browser apart. */
    queueKey: `${actor.personId}:${id}`,
    mayAnswer: isDraft && mayDo(actor, "declaration.answer"),
    maySign: isDraft && mayDo(actor, "declaration.sign"),
    mayShare: !isDraft && declaration.withdrawnAt === null && mayDo(actor, "declaration.share"),
    mayWithdraw: !isDraft && declaration.withdrawnAt === null && mayDo(actor, "declaration.withdraw"),
    mayCopy:
      !isDraft && mayDo(actor, "declaration.create") && versions.every((other) => other.state === "signed"),
  };
}

/** Requests that a declaration can still answer. */
export function isOpenRequest({ state }: Pick<ReceivedRequest, "state">): boolean {
  return state === "sent" || state === "accepted" || state === "declared";
}

/** What one request asks for, to compare with. */
export function toAskedLevel({ id, hospitalName, subject, snapshot }: ReceivedRequest) {
  const { zoneClass, slTarget } = snapshot;
  return { id, hospitalName, subject, zoneClass, slTarget };
}

/** Throws `not-found` for a missing and for another supplier's declaration alike. */
export async function findWithNames(db: Db, supplierId: string, declarationId: string) {
  const declaration = await findDeclaration(db, supplierId, declarationId);
  const release = declaration && (await findRelease(db, supplierId, declaration.releaseId));
  const product = release && (await findProduct(db, supplierId, release.productId));
  if (!declaration || !release || !product) throw new AppError("not-found", "there is no such declaration");
  return { declaration, release, product };
}

/** The newest signed version below this one: what a signature would supersede. */
export function lastSignedBefore(
  versions: ReadonlyArray<Declaration>,
  { version }: Pick<Declaration, "version">,
): Declaration | undefined {
  return versions.find((other) => other.state === "signed" && other.version < version);
}
