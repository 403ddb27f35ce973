import { REFERENCE_ZONE_TYPE_BY_ID } from "~/catalogue/reference-zones";
import {
  isUsualInZone,
  isUsualOnConduit,
  OFFERED_THREATS,
  type OfferedThreat,
  THREAT_BASIS,
} from "~/catalogue/risk";
import { mayDo } from "~/domain/access/permissions";
import { standingOn } from "~/domain/countermeasure/countermeasure";
import { partToken, RISK_PARTS, type RiskPart } from "~/domain/risk/assessment-parts";
import { deriveTarget, LEVEL_FORMULA } from "~/domain/risk/derive-target";
import { openRatings } from "~/domain/risk/open-ratings";
import { partitionFacts } from "~/domain/risk/partition-facts";
import { residualRisk } from "~/domain/risk/residual-risk";
import { newRiskAssessment, type RiskAssessment } from "~/domain/risk/risk-assessment";
import { fingerprintOfTarget, type TargetedElement } from "~/domain/risk/target-record";
import { AppError } from "~/domain/shared/app-error";
import { toIsoDate } from "~/domain/shared/iso-date";
import {
  conduitsOf,
  derivedConduitTarget,
  effectiveConduitTarget,
  indexModel,
  type ZoneModelIndex,
} from "~/domain/zone-model/queries";
import { type HeldMatrix, type Matrices, openMatrices } from "~/use-cases/risk/matrices.server";
import { type Caller, requirePermission } from "~/use-cases/use-case.server";
import { listCountermeasuresOn } from "~db/repositories/countermeasures";
import { findModelOf } from "./model-parts.server";
import { acceptanceOf, acceptedRecordOf } from "./target-acceptance.server";
import { conduitName, elementName } from "./zone-ledger.server";

/**
 * Everything that is asked, known and computed of the risk of one zone or conduit: of the draft, or of what was
 * accepted where an acceptance is named. What was accepted is read by the matrix it was rated with.
 */
export async function presentRisk(
  caller: Caller,
  modelId: string,
  element: TargetedElement,
  acceptanceId: string | null = null,
) {
  const { actor, database, now } = caller;
  requirePermission(actor, "model.read");
  const model = await findModelOf(caller, modelId);
  const index = indexModel(model.draft);
  const stands = describe(index, element);
  const then = acceptanceId === null ? null : await acceptedRecordOf(caller, modelId, element, acceptanceId);
  const record = then?.record ?? stands.record;
  const { slTarget, slTargetRationale, riskAssessment } = record;
  const matrices = await openMatrices(
    database.read,
    actor.organisationId,
    riskAssessment ? [riskAssessment.matrixVersion] : [],
  );
  const { version: matrixVersion, matrix } = then ? ratedWith(matrices, riskAssessment) : matrices.current;
  const assessment = riskAssessment ?? newRiskAssessment(matrixVersion);
  const [ledger, acceptance] = await Promise.all([
    ledgerOf(caller, modelId, index, element),
    acceptanceOf(caller, modelId, element, stands.record),
  ]);
  return {
    modelId,
    state: model.state,
    mayEdit: then === null && mayDo(actor, "model.edit") && model.state === "drawing",
    /** null = the draft is shown. */
    accepted: then?.accepted ?? null,
    element: {
      ...element,
      ...stands.facts,
      effectiveTarget: then ? slTarget : stands.facts.effectiveTarget,
    },
    partition: then ? null : (partitionFacts(index, element, toIsoDate(now)) ?? null),
    target: { slTarget, slTargetRationale, fingerprint: fingerprintOfTarget(record) },
    hasAssessment: riskAssessment !== null,
    assessment,
    tokens: tokensOf(riskAssessment),
    matrix,
    matrixVersion,
    earlier: then ? null : earlierMatrix(matrices, riskAssessment),
    derived: deriveTarget(assessment, matrix),
    residual: residualRisk(assessment, matrix),
    open: openRatings(assessment),
    suggestion: then ? null : stands.suggestion,
    offered: OFFERED_THREATS.map((threat) => ({
      id: threat.id,
      name: threat.name,
      description: threat.description,
      foundationalRequirements: threat.foundationalRequirements,
      isUsual: stands.isUsual(threat),
    })),
    bases: { threats: THREAT_BASIS, formula: LEVEL_FORMULA },
    ledger,
    acceptance,
  };
}

type Described = ReturnType<typeof describeZone> | ReturnType<typeof describeConduit>;

function describe(index: ZoneModelIndex, { kind, id }: TargetedElement): Described {
  return kind === "zone" ? describeZone(index, id) : describeConduit(index, id);
}

function describeZone(index: ZoneModelIndex, id: string) {
  const zone = index.zoneById.get(id);
  if (!zone) throw new AppError("not-found", "there is no such zone");
  const type = (zone.referenceType && REFERENCE_ZONE_TYPE_BY_ID.get(zone.referenceType)) || null;
  return {
    record: zone,
    facts: {
      name: zone.name,
      typeName: type?.name ?? null,
      worstConsequence: type?.worstConsequence ?? null,
      effectiveTarget: zone.slTarget,
    },
    suggestion: type?.suggestedSlTarget
      ? {
          name: type.name,
          slTarget: type.suggestedSlTarget,
          reasoning: type.slTargetReasoning,
          basis: type.slTargetBasis,
          confidence: type.slTargetConfidence,
        }
      : null,
    isUsual: (threat: OfferedThreat) => isUsualInZone(threat, zone.referenceType),
  };
}

/** What its ends ask for stands where a zone has the suggestion of its kind. */
function describeConduit(index: ZoneModelIndex, id: string) {
  const conduit = index.conduitById.get(id);
  if (!conduit) throw new AppError("not-found", "there is no such conduit");
  const derived = derivedConduitTarget(index, conduit);
  return {
    record: conduit,
    facts: {
      name: conduitName(index, conduit),
      typeName: null,
      worstConsequence: null,
      effectiveTarget: effectiveConduitTarget(index, conduit),
    },
    suggestion: derived && { name: null, slTarget: derived, reasoning: null, basis: "", confidence: null },
    isUsual: (threat: OfferedThreat) => isUsualOnConduit(threat, conduit),
  };
}

function tokensOf(riskAssessment: RiskAssessment | null): Readonly<Record<RiskPart, string>> {
  const [consequence, threats, likelihood, residual] = RISK_PARTS;
  return {
    [consequence]: partToken(riskAssessment, consequence),
    [threats]: partToken(riskAssessment, threats),
    [likelihood]: partToken(riskAssessment, likelihood),
    [residual]: partToken(riskAssessment, residual),
  };
}

/** The matrix of the assessment; where the hospital has none of that version, the one that holds now. */
function ratedWith({ current, of }: Matrices, riskAssessment: RiskAssessment | null): HeldMatrix {
  const matrix = riskAssessment && of(riskAssessment.matrixVersion);
  return matrix ? { version: riskAssessment.matrixVersion, matrix } : current;
}

/** The matrix that the ratings were made by, where the hospital has set another one since. */
function earlierMatrix({ current, of }: Matrices, riskAssessment: RiskAssessment | null) {
  if (!riskAssessment || riskAssessment.matrixVersion === current.version) return null;
  const matrix = of(riskAssessment.matrixVersion);
  return {
    version: riskAssessment.matrixVersion,
    vector: matrix && deriveTarget(riskAssessment, matrix).vector,
  };
}

/** Countermeasures that stand on the element, on the conduits of a zone, or on the ends of a conduit (ZCR 5.8). */
async function ledgerOf(
  { actor, database, now }: Caller,
  modelId: string,
  index: ZoneModelIndex,
  { kind, id }: TargetedElement,
) {
  const conduit = kind === "conduit" ? index.conduitById.get(id) : undefined;
  const around = conduit
    ? [conduit.fromZoneId, conduit.toZoneId].map((zoneId) => ({ kind: "zone" as const, id: zoneId }))
    : conduitsOf(index, id).map((one) => ({ kind: "conduit" as const, id: one.id }));
  const places = [{ kind, id }, ...around];
  const entries = await listCountermeasuresOn(database.read, actor.organisationId, {
    modelId,
    elementIds: places.map((place) => place.id),
  });
  const asOf = toIsoDate(now);
  return entries
    .filter(({ state }) => state === "accepted" || state === "proposed")
    .filter((entry) =>
      places.some((place) => place.kind === entry.elementKind && place.id === entry.elementId),
    )
    .map((entry) => ({
      id: entry.id,
      title: entry.title,
      standing: standingOn(entry, asOf),
      expiresOn: entry.expiresOn,
      requirementIds: entry.requirementIds,
      /** null = on the element itself. */
      on: entry.elementKind === kind && entry.elementId === id ? null : (elementName(index, entry) ?? null),
    }));
}
