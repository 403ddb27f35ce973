import { COMPONENT_REQUIREMENT_BY_ID } from "~/catalogue/catalogue";
import { mayDo } from "~/domain/access/permissions";
import { assess } from "~/domain/assessment/assess";
import { profileRows } from "~/domain/assessment/requirement-profile";
import { POLICY_KEYS } from "~/domain/policy/policy-rules";
import { allowedMoves } from "~/domain/procurement/request";
import { COMPONENT_TYPES, type ComponentType } from "~/domain/requirement/component-requirement";
import { AppError } from "~/domain/shared/app-error";
import { type IsoDate, toIsoDate } from "~/domain/shared/iso-date";
import { type Caller, requirePermission } from "~/use-cases/use-case.server";
import { listReceivedFiles } from "~db/repositories/attachments";
import { listDeclarations, type NamedDeclaration } from "~db/repositories/declarations";
import { findReceivedRequest, type ReceivedRequest } from "~db/repositories/intake-requests";
import { listProducts, type Product } from "~db/repositories/products";
import { findReceivedDecision } from "~db/repositories/received-returns";
import { currentOf } from "./declaration-summary.server";
import { lawOfPlace } from "./law-of-place.server";
import { evidenceOf } from "./policy-rows.server";
import { toRequestRow } from "./present-received-requests.server";
import { presentReceivedFindings } from "./received-findings.server";
import { toShownFile } from "./shown-files.server";

type ReceivedQuery = {
  requestId: string;
  productId: string | null;
  /** The declaration whose open points are shown; none = the one that matters most. */
  declarationId?: string | null;
};

/**
 * One request with what it demands of one of the supplier's products (`productId`; none = the types the hospital
 * expects), and how each of the supplier's declarations would come out.
 */
export async function presentReceivedRequest(
  caller: Caller,
  { requestId, productId, declarationId = null }: ReceivedQuery,
) {
  const { actor, database, now } = caller;
  requirePermission(actor, "received-request.read");
  const [request, products, declarations, files, decision] = await Promise.all([
    findReceivedRequest(database.read, actor.organisationId, requestId),
    listProducts(database.read, actor.organisationId),
    listDeclarations(database.read, actor.organisationId),
    listReceivedFiles(database.read, actor.organisationId, requestId),
    findReceivedDecision(database.read, actor.organisationId, requestId),
  ]);
  if (!request) throw new AppError("not-found", "there is no such request");
  // Where the hospital expects nothing in particular, the first product is the better start.
  const start = request.snapshot.componentTypes.length > 0 ? undefined : products[0];
  const product = products.find(({ id }) => id === productId) ?? start;
  const componentTypes = typesFor(request, product);
  const moves = allowedMoves(request.state, actor.organisationKind);
  const answering = current(declarations);
  const { policy } = request.snapshot.profile;
  const mayAnswer = mayDo(actor, "received-request.answer");
  return {
    law: lawOfPlace("received-request", { facts: null }, now),
    request: {
      ...toRequestRow(request, now),
      message: request.message,
      declineReason: request.declineReason,
      expectedTypes: request.snapshot.componentTypes,
      allowedProtocols: request.snapshot.allowedProtocols,
      catalogueVersion: request.snapshot.profile.catalogueVersion,
      sentAt: request.createdAt.toISOString(),
      attachments: files.map(toShownFile),
    },
    /** The latest, of which there is a receipt. */
    decision: decision ? { kind: decision.kind, decidedAt: decision.decidedAt.toISOString() } : null,
    products: products.map(({ id, name }) => ({ id, name })),
    productId: product?.id ?? null,
    componentTypes,
    groups: profileRows(request.snapshot.profile, componentTypes).map(({ rows, ...group }) => ({
      ...group,
      rows: rows.map((row) => ({ id: row.id, minSl: row.minSl, ...titleOf(row.id) })),
    })),
    policy: POLICY_KEYS.flatMap((key) => (policy[key] === null ? [] : [{ key, value: policy[key] }])),
    evidence: evidenceOf(request.snapshot.slTarget, policy),
    ...(await presentReceivedFindings(caller, request, answering, declarationId)),
    selfChecks: answering.map((declaration) => toSelfCheck(request, declaration, toIsoDate(now))),
    sentDeclarationId: request.declarationId,
    mayAccept: mayAnswer && moves.includes("accept"),
    mayDecline: mayAnswer && moves.includes("decline"),
    mayDeclare: mayAnswer && moves.includes("declare"),
    mayCorrect: mayDo(actor, "declaration.create"),
  };
}

function typesFor({ snapshot }: ReceivedRequest, product: Product | undefined): ReadonlyArray<ComponentType> {
  const types = product?.componentTypes ?? snapshot.componentTypes;
  return types.length > 0 ? types : COMPONENT_TYPES;
}

/** Per release the last signed declaration and the open draft; older versions are answers to nothing new. */
function current(declarations: ReadonlyArray<NamedDeclaration>): ReadonlyArray<NamedDeclaration> {
  return declarations.filter((declaration) => {
    const { signed, draft } = currentOf(declarations, declaration.releaseId);
    return declaration === signed || declaration === draft;
  });
}

function toSelfCheck({ snapshot }: ReceivedRequest, declaration: NamedDeclaration, asOf: IsoDate) {
  const { id, version, state, productId, productName, releaseVersion, content } = declaration;
  const { verdict, slCapability, results } = assess(snapshot.profile, content, asOf);
  return {
    ...{ declarationId: id, version, state, productId, productName, releaseVersion, verdict, slCapability },
    missing: results.flatMap((result) =>
      result.missing.map(({ requirementId, minSl, reason }) => ({
        ...{ requirementId, minSl, reason },
        ...titleOf(requirementId),
        foundationalRequirement: result.foundationalRequirement,
      })),
    ),
    countermeasures: results.flatMap((result) =>
      result.countermeasures.map((requirementId) => ({
        requirementId,
        ...titleOf(requirementId),
        note: content.answers[requirementId]?.note ?? "",
      })),
    ),
  };
}

/** The snapshot holds what decides; words come from the catalogue of today. */
export function titleOf(requirementId: string) {
  const row = COMPONENT_REQUIREMENT_BY_ID.get(requirementId);
  return {
    title: row?.title ?? "",
    confidence: row?.confidence ?? ("recalled" as const),
    conflict: row?.conflict ?? false,
  };
}
