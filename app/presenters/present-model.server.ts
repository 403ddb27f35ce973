import { REFERENCE_PROTOCOLS, REFERENCE_ZONE_TYPES } from "~/catalogue/reference-zones";
import { mayDo } from "~/domain/access/permissions";
import type { ComponentType } from "~/domain/requirement/component-requirement";
import { toIsoDate } from "~/domain/shared/iso-date";
import { toldByShared } from "~/use-cases/declarations/told-by-shared.server";
import { type Caller, requirePermission } from "~/use-cases/use-case.server";
import { keptValues } from "~db/kept";
import { countOpenThreads } from "~db/repositories/review-comments";
import { findLatestRevision } from "~db/repositories/revisions";
import { listSharedNames } from "~db/repositories/shared-declarations";
import { waiverAuthors } from "./model-findings.server";
import { findModelOf } from "./model-parts.server";

/** Declarations of all organisations together, with the component types of each. */
const KEPT_DECLARATIONS = 50_000;
const kept = keptValues<ReadonlyArray<ComponentType>>(KEPT_DECLARATIONS);

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
  const { organisationId } = actor;
  const named = await listSharedNames(database.read, organisationId, {});
  const known = await toldByShared({ db: database.read, organisationId }, named, {
    kept,
    tell: (contents) => contents.map(({ componentTypes }) => componentTypes),
  });
  return known.map(({ version, told }) => ({
    releaseId: version.releaseId,
    productName: version.productName,
    releaseVersion: version.releaseVersion,
    supplierName: version.supplierName,
    componentTypes: told,
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
