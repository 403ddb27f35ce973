import { DEFAULT_RISK_MATRIX } from "~/catalogue/risk";
import type { RiskMatrix } from "~/domain/risk/risk-matrix";
import type { Db } from "~db/client";
import { findLatestRiskMatrix, listRiskMatricesByVersion } from "~db/repositories/risk-matrices";

export type HeldMatrix = { version: number; matrix: RiskMatrix };
export type Matrices = {
  current: HeldMatrix;
  /** The matrix of a version that was named when opening; null where the hospital has none such. */
  of(version: number): RiskMatrix | null;
};

/** What a hospital rates by now, and earlier versions that assessments were rated with; 0 is Cordon's own. */
export async function openMatrices(
  db: Db,
  organisationId: string,
  versions: ReadonlyArray<number> = [],
): Promise<Matrices> {
  const latest = await findLatestRiskMatrix(db, organisationId);
  const current = { version: latest?.version ?? 0, matrix: latest?.matrix ?? DEFAULT_RISK_MATRIX };
  const known = new Map([
    [0, DEFAULT_RISK_MATRIX],
    [current.version, current.matrix],
  ]);
  const earlier = [...new Set(versions)].filter((version) => !known.has(version));
  for (const { version, matrix } of await listRiskMatricesByVersion(db, organisationId, earlier))
    known.set(version, matrix);
  return { current, of: (version) => known.get(version) ?? null };
}
