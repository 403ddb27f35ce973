import { REFERENCE_ZONE_TYPE_BY_ID } from "~/catalogue/reference-zones";
import { isRated } from "~/domain/risk/open-ratings";
import {
  type AcceptanceStanding,
  acceptanceStanding,
  type TargetOrigin,
  targetOrigin,
} from "~/domain/risk/target-record";
import { type Conduit, elementKey, type Zone, type ZoneModel } from "~/domain/zone-model/zone-model";
import { openMatrices } from "~/use-cases/risk/matrices.server";
import type { Db } from "~db/client";
import { listLatestAcceptances, type NamedAcceptance } from "~db/repositories/target-acceptances";

/** How the target of an element came about and who stands by it. */
export type TargetStanding = {
  origin: TargetOrigin;
  /** An assessment was begun and is not finished. */
  isBegun: boolean;
  acceptance: AcceptanceStanding;
  acceptedBy: string | null;
  acceptedAt: string | null;
};

type Place = { modelId: string; draft: Pick<ZoneModel, "zones" | "conduits"> };

/** Of every zone and conduit of a draft, by kind and id as in `zone:imaging`. */
export async function targetStandings(
  db: Db,
  organisationId: string,
  { modelId, draft }: Place,
): Promise<ReadonlyMap<string, TargetStanding>> {
  const accepted = await listLatestAcceptances(db, organisationId, modelId);
  return standingsBy(db, organisationId, draft, (key) => accepted.get(key));
}

type Elements = Place["draft"];
type AcceptanceOf = (key: string, element: Zone | Conduit) => NamedAcceptance | undefined;

/** The same by the acceptances that a caller has read. */
export async function standingsBy(
  db: Db,
  organisationId: string,
  { zones, conduits }: Elements,
  acceptanceOf: AcceptanceOf,
): Promise<ReadonlyMap<string, TargetStanding>> {
  const versions = [...zones, ...conduits].flatMap(
    ({ riskAssessment }) => riskAssessment?.matrixVersion ?? [],
  );
  const matrices = await openMatrices(db, organisationId, versions);
  const standingOf = (kind: "zone" | "conduit", element: Zone | Conduit): [string, TargetStanding] => {
    const key = elementKey({ kind, id: element.id });
    const latest = acceptanceOf(key, element);
    const { riskAssessment } = element;
    const type = "referenceType" in element ? element.referenceType : null;
    return [
      key,
      {
        origin: targetOrigin(element, {
          kind,
          matrix: riskAssessment && matrices.of(riskAssessment.matrixVersion),
          suggested: (type && REFERENCE_ZONE_TYPE_BY_ID.get(type)?.suggestedSlTarget) || null,
        }),
        isBegun: riskAssessment !== null && !isRated(riskAssessment),
        acceptance: acceptanceStanding(element, latest),
        acceptedBy: latest?.acceptedByName ?? null,
        acceptedAt: latest?.acceptedAt.toISOString() ?? null,
      },
    ];
  };
  return new Map([
    ...zones.map((zone) => standingOf("zone", zone)),
    ...conduits.map((conduit) => standingOf("conduit", conduit)),
  ]);
}
