import { loadCatalogue } from "~/catalogue/index.server";
import { PROFILE_KNOWLEDGE } from "~/catalogue/zone-profile";
import { type JudgingGround, judgePlacedProducts } from "~/domain/assessment/placed-products";
import { requirementProfile } from "~/domain/assessment/requirement-profile";
import { levelsOfZone } from "~/domain/assessment/zone-levels";
import { standingOn } from "~/domain/countermeasure/countermeasure";
import { flatVector } from "~/domain/security-level/security-level";
import { AppError } from "~/domain/shared/app-error";
import { type IsoDate, toIsoDate } from "~/domain/shared/iso-date";
import { indexModel } from "~/domain/zone-model/queries";
import { judgeModel } from "~/domain/zone-model/waivers";
import type { ZoneModel } from "~/domain/zone-model/zone-model";
import { openProfiles } from "~/use-cases/profiles/profile-source.server";
import { openMatrices } from "~/use-cases/risk/matrices.server";
import { type Caller, requirePermission } from "~/use-cases/use-case.server";
import { listCountermeasuresOn } from "~db/repositories/countermeasures";
import { listSharedDeclarations } from "~db/repositories/declarations";
import { findOrganisation } from "~db/repositories/organisations";
import { listPeopleByIds } from "~db/repositories/people";
import { findLatestPolicy } from "~db/repositories/policies";
import { findLatestRevision, findRevision, type Revision } from "~db/repositories/revisions";
import type { ModelRecord } from "~db/repositories/zone-models";
import { findModelOf } from "./model-parts.server";
import { reportTargets } from "./report-targets.server";

/** Throws where the caller may not see that state or there is none: before anything is written of it. */
export async function requireDocument(caller: Caller, modelId: string, number: number | null) {
  requirePermission(caller.actor, "model.read");
  const model = await findModelOf(caller, modelId);
  return { model, revision: number === null ? null : await findRevisionOf(caller, modelId, number) };
}

/**
 * What a drawing or a report says of the state it shows: the draft, or a revision where a number is asked for. A draft
 * has no fingerprint yet; who needs it reckons it.
 */
export async function presentDocument(caller: Caller, modelId: string, number: number | null) {
  const { actor, database, now } = caller;
  requirePermission(actor, "model.read");
  const { model, revision } = await requireDocument(caller, modelId, number);
  const people = await listPeopleByIds(
    database.read,
    [revision?.submittedBy, revision?.approvedBy, model.submittedBy].flatMap((id) => id ?? []),
  );
  const nameOf = new Map(people.map(({ id, name }) => [id, name]));
  const hospital = await findOrganisation(database.read, actor.organisationId);
  const content = revision?.content ?? model.draft;
  return {
    hospitalName: hospital?.name ?? "",
    modelName: model.name,
    siteName: model.siteName,
    purpose: model.purpose,
    state: revision ? stateOfRevision(revision, nameOf) : stateOfDraft(model, nameOf),
    fingerprint: revision?.fingerprint ?? null,
    asOf: toIsoDate(now),
    content,
  };
}

/** Everything that a zone and conduit report of that state rests on (IEC 62443-3-2 ZCR 6). */
export async function presentZoneReport(caller: Caller, modelId: string, number: number | null) {
  const { actor, database } = caller;
  const scope = [database.read, actor.organisationId] as const;
  const document = await presentDocument(caller, modelId, number);
  const { content, asOf } = document;
  const elements = [...content.zones, ...content.conduits];
  const targets = await reportTargets(...scope, { modelId, content, isPublished: number !== null });
  const versions = [...elements, ...[...targets.values()].flatMap(({ was }) => was?.record ?? [])].flatMap(
    ({ riskAssessment }) => riskAssessment?.matrixVersion ?? [],
  );
  const [previous, policy, matrices, entries, levels] = await Promise.all([
    number === null ? findLatestRevision(...scope, modelId) : findRevision(...scope, modelId, number - 1),
    findLatestPolicy(...scope),
    openMatrices(...scope, versions),
    listCountermeasuresOn(...scope, { modelId, elementIds: elements.map(({ id }) => id) }),
    achievedLevels(caller, modelId, content, asOf),
  ]);
  return {
    ...document,
    ...levels,
    previous: previous ? { number: previous.number, content: previous.content } : null,
    policy: { version: policy?.version ?? null, layer: policy?.layer ?? {} },
    matrix: matrices.current,
    matrices: new Map(
      [...new Set(versions)].flatMap((version) => {
        const matrix = matrices.of(version);
        return matrix ? [[version, matrix] as const] : [];
      }),
    ),
    targets,
    ...judgeModel(content, asOf),
    ledger: entries
      .filter(({ state }) => state === "proposed" || state === "accepted")
      .map((entry) => ({
        kind: entry.elementKind,
        elementId: entry.elementId,
        title: entry.title,
        standing: standingOn(entry, asOf),
        expiresOn: entry.expiresOn,
        requirementIds: entry.requirementIds,
      })),
    law: lawForHospitals(),
  };
}

/** Asked for by a number from the address: databases differ in what they make of one that is no number. */
async function findRevisionOf({ actor, database }: Caller, modelId: string, number: number) {
  requirePermission(actor, "revision.read");
  const isNumber = Number.isInteger(number) && number > 0 && number < 2 ** 31;
  const revision = isNumber && (await findRevision(database.read, actor.organisationId, modelId, number));
  if (!revision) throw new AppError("not-found", "there is no such revision");
  return revision;
}

type Names = ReadonlyMap<string, string>;

function stateOfRevision({ number, note, submittedBy, approvedBy, publishedAt }: Revision, nameOf: Names) {
  return {
    kind: "revision" as const,
    ...{ number, note },
    submittedBy: nameOf.get(submittedBy) ?? null,
    approvedBy: nameOf.get(approvedBy) ?? null,
    publishedAt: publishedAt.toISOString(),
  };
}

function stateOfDraft(
  { draftVersion, updatedAt, submittedBy, submittedAt, submissionNote }: ModelRecord,
  nameOf: Names,
) {
  return {
    kind: "draft" as const,
    version: draftVersion,
    updatedAt: updatedAt.toISOString(),
    submitted:
      submittedBy && submittedAt
        ? { by: nameOf.get(submittedBy) ?? null, at: submittedAt.toISOString(), note: submissionNote }
        : null,
  };
}

/** By zone the levels that declared products bring in, and the names of those products by release. */
async function achievedLevels(
  { actor, database }: Caller,
  modelId: string,
  content: ZoneModel,
  asOf: IsoDate,
) {
  const placed = new Set(content.assets.flatMap(({ productReleaseId }) => productReleaseId ?? []));
  const [shared, { organisationPolicy, ledger }] = await Promise.all([
    listSharedDeclarations(database.read, actor.organisationId, { releaseIds: placed }),
    openProfiles(database.read, actor.organisationId),
  ]);
  const { requirements } = requirementProfile({ ...PROFILE_KNOWLEDGE, slTarget: flatVector(0) });
  const products = shared.map((one) => ({
    releaseId: one.releaseId,
    name: `${one.supplierName} ${one.productName} ${one.releaseVersion}`,
    content: one.content,
  }));
  const ground: JudgingGround = {
    modelId,
    knowledge: { ...PROFILE_KNOWLEDGE, requirements },
    organisationPolicy,
    ledger: ledger.filter((one) => one.modelId === modelId),
    products,
    asOf,
  };
  const index = indexModel(content);
  const standing = judgePlacedProducts(ground, index);
  return {
    achieved: new Map(
      content.zones.map(({ id }) => [id, levelsOfZone(ground, index, id, standing.get(id))] as const),
    ),
    products: new Map(products.map(({ releaseId, name }) => [releaseId, name])),
  };
}

/** Laws of the EU and of the member states in the catalogue that bind hospitals, and what they ask of them. */
function lawForHospitals() {
  const { supplements, requirements } = loadCatalogue();
  const instruments = supplements.instruments.filter(
    ({ kind, binds }) => kind === "legislation" && binds !== "supplier",
  );
  const known = new Set(instruments.map(({ id }) => id));
  return {
    instruments: instruments.map(({ id, title, citation, keyDates }) => ({
      ...{ id, title, citation },
      dates: keyDates.map(({ date, event, confidence }) => ({ date, event, confidence })),
    })),
    obligations: requirements.obligations
      .filter(({ instrument, addressee }) => known.has(instrument) && addressee !== "supplier")
      .map(({ instrument, ref, summary, confidence }) => ({ instrument, ref, summary, confidence })),
  };
}
