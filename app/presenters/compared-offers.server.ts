import { COMPONENT_REQUIREMENT_BY_ID } from "~/catalogue/catalogue";
import type { RequirementProfile } from "~/domain/assessment/assessment";
import { VERDICTS } from "~/domain/assessment/verdict";
import {
  type ComparedOffer,
  compareOffers,
  differingAreas,
  type RequirementRow,
} from "~/domain/procurement/offer-comparison";
import { measureOffers } from "~/domain/procurement/offer-measures";
import { saysNothing, totalNotes } from "~/domain/procurement/offer-note";
import type { RuleRow } from "~/domain/procurement/offer-rules";
import { FOUNDATIONAL_REQUIREMENTS } from "~/domain/security-level/security-level";
import { toIsoDate } from "~/domain/shared/iso-date";
import { requireOffer } from "~/use-cases/offers/find-offers.server";
import type { Caller } from "~/use-cases/use-case.server";
import type { SharedDeclaration } from "~db/repositories/declarations";
import { listOfferNotes, type NamedOfferNote } from "~db/repositories/offer-notes";
import { listSharedNewest, type SharedVersion } from "~db/repositories/shared-declarations";
import { findZoneModel } from "~db/repositories/zone-models";
import { toNamedProduct } from "./present-placement.server";
import type { PublishedZone } from "./zone-of-revision.server";

export type ShownNote = {
  effortDays: NamedOfferNote["note"]["effortDays"];
  cost: NamedOfferNote["note"]["cost"];
  text: string;
  version: number;
  writtenByName: string;
  writtenAt: string;
};

/** Earlier versions of a note are shown so far back; all are kept. */
const HISTORY_AT_MOST = 20;

/**
 * Offers for a published zone side by side, as a page and a file show them. Throws `not-found` for a declaration that is
 * not shared with the hospital.
 */
export async function comparedOffers(
  { actor, database, now }: Caller,
  { revision, zone, profile }: PublishedZone & { profile: RequirementProfile },
  declarationIds: ReadonlyArray<string>,
) {
  const db = database.read;
  const { organisationId } = actor;
  const declarations = await Promise.all(declarationIds.map((id) => requireOffer(db, organisationId, id)));
  const [model, notes, shared] = await Promise.all([
    findZoneModel(db, organisationId, revision.modelId),
    listOfferNotes(db, organisationId, {
      modelId: revision.modelId,
      zoneId: zone.id,
      releaseIds: declarations.map(({ releaseId }) => releaseId),
    }),
    listSharedNewest(db, organisationId, { releaseIds: declarations.map(({ releaseId }) => releaseId) }),
  ]);
  const contents = declarations.map(({ content }) => content);
  const compared = compareOffers(profile, contents, toIsoDate(now));
  const measures = measureOffers(profile, contents, compared);
  const verdicts = compared.offers.map(({ judgement }) => judgement.verdict);
  return {
    asOf: compared.asOf,
    zone: {
      modelId: revision.modelId,
      modelName: model?.name ?? "",
      revisionNumber: revision.number,
      id: zone.id,
      name: zone.name,
      slTarget: profile.slTarget,
    },
    offers: compared.offers.map((offer, place) => toShownOffer(offer, declarations[place], shared, notes)),
    counts: {
      verdicts: VERDICTS.map((verdict) => ({
        verdict,
        count: verdicts.filter((one) => one === verdict).length,
      })).filter(({ count }) => count > 0),
      rows: compared.rows.length,
      rowsWeighing: compared.rows.filter(({ weighs }) => weighs).length,
      rowsDiffering: compared.rows.filter(({ differs }) => differs).length,
      rules: compared.rules.length,
      rulesDiffering: compared.rules.filter(({ differs }) => differs).length,
    },
    areas: differingAreas(compared.offers),
    measures,
    groups: FOUNDATIONAL_REQUIREMENTS.map((fr) => ({
      foundationalRequirement: fr,
      rows: compared.rows.filter((row) => row.foundationalRequirement === fr).map(toShownRow),
    })).filter(({ rows }) => rows.length > 0),
    rules: compared.rules.map(toShownRule),
    /** Of every rule, also where a page shows only those that differ. */
    standings: compared.rules.map(({ cells }) => ({ cells: cells.map(({ standing }) => ({ standing })) })),
  };
}

function toShownOffer(
  { judgement, reaches, demanded, countermeasures }: ComparedOffer,
  declaration: SharedDeclaration | undefined,
  shared: ReadonlyArray<SharedVersion>,
  notes: ReadonlyArray<NamedOfferNote>,
) {
  // Made of the declarations one by one, so that there is one for every offer.
  if (!declaration) throw new Error("an offer without a declaration");
  const { supplierId, releaseId, declarationVersion } = declaration;
  const own = notes.filter((note) => note.supplierId === supplierId && note.releaseId === releaseId);
  const newest = shared.find((one) => one.supplierId === supplierId && one.releaseId === releaseId);
  const needed = countermeasures.map((one) => {
    const versions = own
      .filter(({ countermeasure }) => countermeasure === one.key)
      .toSorted((a, b) => b.version - a.version)
      .map(toShownNote);
    const [latest] = versions;
    return {
      ...one,
      rows: one.requirementIds.map((id) => ({ id, title: COMPONENT_REQUIREMENT_BY_ID.get(id)?.title ?? "" })),
      note: latest && !saysNothing(latest) ? latest : null,
      version: latest?.version ?? 0,
      earlier: versions.slice(1, HISTORY_AT_MOST + 1),
    };
  });
  return {
    ...toNamedProduct(declaration),
    signedAt: declaration.signedAt.toISOString(),
    verdict: judgement.verdict,
    slCapability: judgement.slCapability,
    reaches,
    demanded,
    countermeasures: needed,
    totals: totalNotes(needed.map(({ note }) => note)),
    newer:
      newest && newest.declarationVersion > declarationVersion
        ? { declarationId: newest.declarationId, version: newest.declarationVersion }
        : null,
  };
}

function toShownNote({ note, version, writtenByName, writtenAt }: NamedOfferNote): ShownNote {
  return { ...note, version, writtenByName, writtenAt: writtenAt.toISOString() };
}

function toShownRow({ requirementId, minSl, differs, weighs, cells }: RequirementRow) {
  const row = COMPONENT_REQUIREMENT_BY_ID.get(requirementId);
  return {
    requirementId,
    title: row?.title ?? "",
    confidence: row?.confidence ?? ("recalled" as const),
    conflict: row?.conflict ?? false,
    minSl,
    differs,
    weighs,
    cells: cells.map(({ reach, note }) => ({ reach, note })),
  };
}

function toShownRule({ checkId, topic, differs, cells }: RuleRow) {
  return {
    checkId,
    topic,
    differs,
    title: { key: `checks:${checkId}.title`, params: {} },
    cells: cells.map(({ standing, findings }) => ({
      standing,
      findings: findings.map(({ id, reason }) => ({ id, reason })),
    })),
  };
}

export type ComparedOffers = Awaited<ReturnType<typeof comparedOffers>>;
export type ShownOffer = ComparedOffers["offers"][number];
export type ShownGroup = ComparedOffers["groups"][number];
