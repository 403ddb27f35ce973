import { and, desc, eq, inArray } from "drizzle-orm";
import { type RiskMatrix, RiskMatrixSchema } from "~/domain/risk/risk-matrix";
import type { Db } from "../client";
import { riskMatrixVersions } from "../schema";

export type RiskMatrixVersion = {
  organisationId: string;
  version: number;
  matrix: RiskMatrix;
  reason: string;
  createdBy: string;
  createdAt: Date;
};

/** What holds now; undefined where the hospital rates by the matrix that Cordon comes with. */
export async function findLatestRiskMatrix(
  db: Db,
  organisationId: string,
): Promise<RiskMatrixVersion | undefined> {
  const [latest] = await listRiskMatrices(db, organisationId, { limit: 1 });
  return latest;
}

/** Newest first. */
export async function listRiskMatrices(
  db: Db,
  organisationId: string,
  { limit }: { limit: number },
): Promise<ReadonlyArray<RiskMatrixVersion>> {
  const rows = await db
    .select()
    .from(riskMatrixVersions)
    .where(eq(riskMatrixVersions.organisationId, organisationId))
    .orderBy(desc(riskMatrixVersions.version))
    .limit(limit);
  return rows.map(toVersion);
}

/** Those of these versions that exist, in no order. */
export async function listRiskMatricesByVersion(
  db: Db,
  organisationId: string,
  versions: ReadonlyArray<number>,
): Promise<ReadonlyArray<RiskMatrixVersion>> {
  if (versions.length === 0) return [];
  const rows = await db
    .select()
    .from(riskMatrixVersions)
    .where(
      and(
        eq(riskMatrixVersions.organisationId, organisationId),
        inArray(riskMatrixVersions.version, [...versions]),
      ),
    );
  return rows.map(toVersion);
}

/** Throws a conflict where the version is taken: somebody else has changed the matrix meanwhile. */
export async function saveNewRiskMatrix(
  db: Db,
  organisationId: string,
  version: RiskMatrixVersion,
): Promise<void> {
  await db.insert(riskMatrixVersions).values({ ...version, organisationId });
}

function toVersion(row: RiskMatrixVersion): RiskMatrixVersion {
  return { ...row, matrix: RiskMatrixSchema.parse(row.matrix) };
}
