import type { EvidenceScope } from "~/domain/audit/evidence-scope";
import { countsHospitalFiles, effectiveContent } from "~/domain/measure/measure";
import { requiredInZone } from "~/domain/measure/required";
import { conduitsOf, indexModel } from "~/domain/zone-model/queries";
import { findZoneOfEvidence } from "~/use-cases/evidence/zone-of-evidence.server";
import { measureKnowledge } from "~/use-cases/measures/required-measures.server";
import { openProfiles, profileOf } from "~/use-cases/profiles/profile-source.server";
import type { Caller } from "~/use-cases/use-case.server";
import type { AuditEntry } from "~db/repositories/audit";
import { listCountermeasuresOn } from "~db/repositories/countermeasures";
import { listMeasureFiles } from "~db/repositories/measure-files";
import { listLatestMeasures } from "~db/repositories/measures";
import { listPeopleByIds } from "~db/repositories/people";
import { listAcceptancesOf } from "~db/repositories/target-acceptances";
import { findZoneModel } from "~db/repositories/zone-models";
import { zonePolicyOf } from "./policy-rows.server";

/** So often nobody accepts one target; more are in the audit trail. */
const MOST_ACCEPTANCES = 500;

/** What is about one zone alone, among what the log has about its model. */
const OF_ELEMENT = ["target.accept", "target.withdraw-acceptance"];
/** What is about every zone of a model. */
const OF_MODEL = ["revision.submit", "revision.approve", "revision.return", "revision.withdraw"];

/** A zone as it is approved: what it must reach and why, what it asks for, and what the hospital does there itself. */
export async function evidenceOfZone(
  { actor, database }: Caller,
  scope: Extract<EvidenceScope, { kind: "zone" }>,
) {
  const { modelId, zoneId } = scope;
  const { read } = database;
  const { organisationId } = actor;
  const { revision, zone } = await findZoneOfEvidence(read, organisationId, scope);
  const [model, source] = await Promise.all([
    findZoneModel(read, organisationId, modelId),
    openProfiles(read, organisationId),
  ]);
  const index = indexModel(revision.content);
  const conduits = conduitsOf(index, zoneId);
  const [acceptances, ledger, written, people] = await Promise.all([
    listAcceptancesOf(read, organisationId, {
      ...{ modelId, element: { kind: "zone" as const, id: zoneId }, limit: MOST_ACCEPTANCES },
    }),
    listCountermeasuresOn(read, organisationId, {
      ...{ modelId, elementIds: [zoneId, ...conduits.map(({ id }) => id)] },
    }),
    listLatestMeasures(read, organisationId, [{ modelId, zoneId }, null]),
    listPeopleByIds(read, [revision.submittedBy, revision.approvedBy]),
  ]);
  const nameOf = (id: string) => people.find((person) => person.id === id)?.name ?? "";
  const countermeasures = ledger.filter(
    ({ elementKind, elementId }) => elementKind === "conduit" || elementId === zoneId,
  );
  const measures = requiredInZone(measureKnowledge(), index, zone).map(({ id, kind }) => {
    const contentIn = (isZone: boolean) =>
      written.find(({ place, measureId }) => (place !== null) === isZone && measureId === id)?.content ??
      null;
    return { id, kind, ...effectiveContent(kind, contentIn(true), contentIn(false)) };
  });
  const shown = new Map(measures.map(({ id, kind, from }) => [id, countsHospitalFiles(kind, from)]));
  /** Of this zone whatever became of them; of the whole hospital those that are held and count here. */
  const measureFiles = (
    await listMeasureFiles(read, organisationId, { places: [{ modelId, zoneId }, null] })
  ).filter(({ place, measureId, takenBack }) =>
    place === null ? takenBack === null && shown.get(measureId) === true : true,
  );
  const { rows: policy } = zonePolicyOf(zone, source.organisationPolicy);
  const { number, fingerprint, note, publishedAt, submittedBy, approvedBy } = revision;
  return {
    name: zone.name,
    modelName: model?.name ?? "",
    zone,
    revision: {
      ...{ number, fingerprint, note, publishedAt: publishedAt.toISOString() },
      ...{ submittedBy: nameOf(submittedBy), approvedBy: nameOf(approvedBy) },
    },
    acceptances: acceptances.map(({ organisationId: _organisation, ...one }) => one),
    profile: profileOf(source, { modelId, content: revision.content }, zoneId) ?? null,
    /** Each with the level that it comes from. */
    policy,
    conduits,
    assets: revision.content.assets.filter((asset) => asset.zoneId === zoneId),
    measures,
    measureFiles,
    countermeasures: countermeasures.map(({ organisationId: _organisation, ...one }) => one),
    trail: {
      subjectIds: [
        modelId,
        ...countermeasures.map(({ id }) => id),
        ...new Set(measureFiles.flatMap(({ id, attachingId }) => [id, attachingId])),
      ],
      isWanted: (entry: AuditEntry) =>
        entry.subjectId !== modelId ||
        OF_MODEL.includes(entry.action) ||
        (OF_ELEMENT.includes(entry.action) && entry.details.elementId === zoneId),
    },
  };
}
