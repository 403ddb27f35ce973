import { openMatrices } from "~/use-cases/risk/matrices.server";
import { type Caller, requirePermission } from "~/use-cases/use-case.server";
import { listLatestAcceptances } from "~db/repositories/target-acceptances";
import { findModelOf } from "./model-parts.server";

/** What the diagram needs to tell, while somebody draws, how a target came about and whether it is what was accepted. */
export async function presentTargetChoices(caller: Caller, modelId: string) {
  const { actor, database } = caller;
  requirePermission(actor, "model.read");
  const { draft } = await findModelOf(caller, modelId);
  const versions = [...draft.zones, ...draft.conduits].flatMap(
    ({ riskAssessment }) => riskAssessment?.matrixVersion ?? [],
  );
  const [matrices, accepted] = await Promise.all([
    openMatrices(database.read, actor.organisationId, versions),
    listLatestAcceptances(database.read, actor.organisationId, modelId),
  ]);
  const scales = [...new Set([...versions, matrices.current.version])].flatMap((version) => {
    const matrix = matrices.of(version);
    return matrix ? [{ version, risk: matrix.risk, tolerableRisk: matrix.tolerableRisk }] : [];
  });
  return {
    scales,
    accepted: [...accepted].map(([key, { fingerprint, acceptedByName, acceptedAt }]) => ({
      ...{ key, fingerprint },
      by: acceptedByName,
      at: acceptedAt.toISOString(),
    })),
  };
}
