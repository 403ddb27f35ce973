import { REFERENCE_PROTOCOLS, REFERENCE_ZONE_TYPES } from "~/catalogue/reference-zones";
import { mayDo } from "~/domain/access/permissions";
import { toIsoDate } from "~/domain/shared/iso-date";
import { type Caller, requirePermission } from "~/use-cases/use-case.server";
import { listSharedDeclarations } from "~db/repositories/declarations";
import { countOpenThreads } from "~db/repositories/review-comments";
import { findLatestRevision } from "~db/repositories/revisions";
import { waiverAuthors } from "./model-findings.server";
import { findModelOf } from "./model-parts.server";

/** What every page of one model shows around its content. */
export async function presentModelFrame(caller: Caller, modelId: string) {
  const { actor, database } = caller;
  requirePermission(actor, "model.read");
  const model = await findModelOf(caller, modelId);
  const scope = [database.read, actor.organisationId] as const;
  const [latest, openThreads] = await Promise.all([
    findLatestRevision(...scope, modelId),
    countOpenThreads(...scope, modelId),
  ]);
  return {
    model: toHead(model),
    openThreads,
    latestRevisionNumber: latest?.number ?? null,
    returnComment: model.returnComment,
    mayEdit: mayDo(actor, "model.edit") && model.state === "drawing",
  };
}

/** Everything the diagram draws and offers. */
export async function presentModel(caller: Caller, modelId: string) {
  const { actor, database } = caller;
  requirePermission(actor, "model.read");
  const model = await findModelOf(caller, modelId);
  const [latest, releases, authors] = await Promise.all([
    findLatestRevision(database.read, actor.organisationId, modelId),
    presentKnownReleases(caller),
    waiverAuthors(caller, modelId, model.draft),
  ]);
  return {
    model: toHead(model),
    draft: model.draft,
    today: toIsoDate(caller.now),
    waiverAuthors: Object.fromEntries(
      [...authors].map(([id, { personName, at }]) => [id, { personName, at: at.toISOString() }]),
    ),
    referenceZoneTypes: REFERENCE_ZONE_TYPES,
    protocols: REFERENCE_PROTOCOLS,
    mayEdit: mayDo(actor, "model.edit") && model.state === "drawing",
    latestRevision: latest
      ? { number: latest.number, publishedAt: latest.publishedAt.toISOString(), content: latest.content }
      : null,
    releases,
  };
}

/** Product releases that the hospital may link an asset to: those with a declaration it can see. */
export async function presentKnownReleases({ actor, database }: Caller) {
  requirePermission(actor, "model.read");
  const shared = await listSharedDeclarations(database.read, actor.organisationId);
  return shared.map((declaration) => ({
    releaseId: declaration.releaseId,
    productName: declaration.productName,
    releaseVersion: declaration.releaseVersion,
    supplierName: declaration.supplierName,
    componentTypes: declaration.content.componentTypes,
  }));
}

type Head = {
  id: string;
  name: string;
  purpose: string;
  siteName: string;
  state: "drawing" | "submitted";
  draftVersion: number;
  updatedAt: Date;
};

function toHead({ id, name, purpose, siteName, state, draftVersion, updatedAt }: Head) {
  return { id, name, purpose, siteName, state, version: draftVersion, updatedAt: updatedAt.toISOString() };
}
