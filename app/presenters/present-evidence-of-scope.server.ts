import type { EvidenceScope } from "~/domain/audit/evidence-scope";
import type { PackSubject } from "~/formats/evidence-pack/manifest";
import type { AboutPack } from "~/formats/evidence-pack/write";
import { type Caller, requirePermission } from "~/use-cases/use-case.server";
import { findOrganisation } from "~db/repositories/organisations";
import { listPeopleByIds } from "~db/repositories/people";
import { attachedToConditions, attachedToMeasures } from "./attached-archive.server";
import { evidenceOfPeriod } from "./evidence-of-period.server";
import { evidenceOfSupplier } from "./evidence-of-supplier.server";
import { evidenceOfZone } from "./evidence-of-zone.server";
import { exceptionsWithLineage, recordsIn, termsOf, trailOf } from "./evidence-records.server";

export type EvidenceOfScope = Awaited<ReturnType<typeof presentEvidenceOfScope>>;

/** Everything that goes into the evidence pack of a zone, a supplier or a period, but what decisions were made on. */
export async function presentEvidenceOfScope(caller: Caller, scope: EvidenceScope) {
  const { actor, database, now } = caller;
  requirePermission(actor, "evidence-pack.export");
  const part = await partOf(caller, scope);
  const [hospital, [person], records] = await Promise.all([
    findOrganisation(database.read, actor.organisationId),
    listPeopleByIds(database.read, [actor.personId]),
    recordsIn(caller, scope),
  ]);
  const { decisions, exceptions, requests } = records;
  const terms = await termsOf(caller, decisions);
  const conditions = decisions.flatMap(({ id }) => terms.conditions.get(id) ?? []);
  const attached = [
    ...(await attachedToConditions(database.read, actor.organisationId, conditions)),
    ...(await attachedToMeasures(database.read, part.of.measureFiles)),
  ];
  const { subjectIds, isWanted } = part.of.trail;
  const trail = await trailOf(caller, scope, {
    subjectIds: [
      ...subjectIds,
      ...decisions.flatMap(({ id, assessmentId }) => [id, assessmentId]),
      ...conditions.map(({ id }) => id),
      ...exceptions.map(({ id }) => id),
      ...requests.map(({ id }) => id),
    ],
    isWanted,
  });
  const about: AboutPack = {
    hospital: hospital?.name ?? "",
    subject: part.subject,
    madeBy: person?.name ?? "",
    madeAt: now.toISOString(),
  };
  return {
    ...{ about, part, decisions, terms, requests, attached, trail },
    exceptions: await exceptionsWithLineage(caller, scope, exceptions),
  };
}

type Part =
  | { kind: "zone"; subject: PackSubject; of: Awaited<ReturnType<typeof evidenceOfZone>> }
  | { kind: "supplier"; subject: PackSubject; of: Awaited<ReturnType<typeof evidenceOfSupplier>> }
  | { kind: "period"; subject: PackSubject; of: Awaited<ReturnType<typeof evidenceOfPeriod>> };

async function partOf(caller: Caller, scope: EvidenceScope): Promise<Part> {
  switch (scope.kind) {
    case "zone": {
      const of = await evidenceOfZone(caller, scope);
      return { kind: "zone", subject: { ...scope, name: of.name }, of };
    }
    case "supplier": {
      const of = await evidenceOfSupplier(caller, scope);
      return { kind: "supplier", subject: { ...scope, name: of.name }, of };
    }
    case "period":
      return { kind: "period", subject: scope, of: await evidenceOfPeriod(caller, scope) };
  }
}
