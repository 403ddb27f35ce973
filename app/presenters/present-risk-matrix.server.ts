import { DEFAULT_RISK_MATRIX, MATRIX_BASIS } from "~/catalogue/risk";
import { mayDo } from "~/domain/access/permissions";
import { deriveTarget, LEVEL_FORMULA } from "~/domain/risk/derive-target";
import { matrixChanges } from "~/domain/risk/matrix-changes";
import { isRated } from "~/domain/risk/open-ratings";
import type { RiskMatrix } from "~/domain/risk/risk-matrix";
import { isSameVector } from "~/domain/security-level/security-level";
import { indexModel } from "~/domain/zone-model/queries";
import { openMatrices } from "~/use-cases/risk/matrices.server";
import { type Caller, requirePermission } from "~/use-cases/use-case.server";
import { listPeopleByIds } from "~db/repositories/people";
import { listRiskMatrices } from "~db/repositories/risk-matrices";
import { listDrafts, listZoneModels } from "~db/repositories/zone-models";
import { conduitName } from "./zone-ledger.server";

/** Versions that a person reads; the one before the last is needed to say what it changed. */
const MAX_VERSIONS = 30;

/** How the hospital rates risk, how it came to be, and where it matters. */
export async function presentRiskMatrix(caller: Caller) {
  const { actor, database } = caller;
  requirePermission(actor, "risk-matrix.read");
  const [versions, assessed] = await Promise.all([
    listRiskMatrices(database.read, actor.organisationId, { limit: MAX_VERSIONS + 1 }),
    listAssessed(caller),
  ]);
  const [current] = versions;
  const people = await listPeopleByIds(
    database.read,
    versions.map(({ createdBy }) => createdBy),
  );
  const nameOf = new Map(people.map(({ id, name }) => [id, name]));
  const matrix = current?.matrix ?? DEFAULT_RISK_MATRIX;
  return {
    mayEdit: mayDo(actor, "risk-matrix.set"),
    version: current?.version ?? 0,
    matrix,
    isDefault: matrixChanges(DEFAULT_RISK_MATRIX, matrix).length === 0,
    basis: MATRIX_BASIS,
    formula: LEVEL_FORMULA,
    assessedCount: assessed.length,
    history: versions.slice(0, MAX_VERSIONS).map((version, place) => ({
      version: version.version,
      personName: nameOf.get(version.createdBy) ?? "",
      at: version.createdAt.toISOString(),
      reason: version.reason,
      changes: matrixChanges(versions[place + 1]?.matrix ?? DEFAULT_RISK_MATRIX, version.matrix),
    })),
    isHistoryCut: versions.length > MAX_VERSIONS,
  };
}

/** Which zones and conduits another matrix would derive another target for; nothing is written. */
export async function previewRiskMatrix(caller: Caller, matrix: RiskMatrix) {
  const { actor, database } = caller;
  requirePermission(actor, "risk-matrix.read");
  const [{ current }, assessed] = await Promise.all([
    openMatrices(database.read, actor.organisationId),
    listAssessed(caller),
  ]);
  const changed = assessed.flatMap(({ riskAssessment, ...element }) => {
    const before = deriveTarget(riskAssessment, current.matrix).vector;
    const after = deriveTarget(riskAssessment, matrix).vector;
    return isSameVector(before, after) ? [] : [{ ...element, before, after }];
  });
  return { assessed: assessed.length, changed };
}

/** Elements of all drafts from whose assessment a target follows. */
async function listAssessed({ actor, database }: Caller) {
  const [models, drafts] = await Promise.all([
    listZoneModels(database.read, actor.organisationId),
    listDrafts(database.read, actor.organisationId),
  ]);
  return models.flatMap(({ id: modelId, name: modelName }) => {
    const draft = drafts.get(modelId);
    if (!draft) return [];
    const index = indexModel(draft);
    const named = [
      ...draft.zones.map((zone) => ({ kind: "zone" as const, name: zone.name, element: zone })),
      ...draft.conduits.map((conduit) => ({
        kind: "conduit" as const,
        name: conduitName(index, conduit),
        element: conduit,
      })),
    ];
    return named.flatMap(({ kind, name, element: { id, slTarget, riskAssessment } }) =>
      riskAssessment && isRated(riskAssessment)
        ? [{ modelId, modelName, kind, id, name, slTarget, riskAssessment }]
        : [],
    );
  });
}

/** What Cordon comes with, to start from again. */
export function presentDefaultMatrix({ actor }: Caller): RiskMatrix {
  requirePermission(actor, "risk-matrix.read");
  return DEFAULT_RISK_MATRIX;
}
