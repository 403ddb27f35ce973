import { z } from "zod";
import { DEFAULT_RISK_MATRIX } from "~/catalogue/risk";
import { type MatrixConflict, matrixChanges, mergeMatrices } from "~/domain/risk/matrix-changes";
import { type RiskMatrix, RiskMatrixSchema } from "~/domain/risk/risk-matrix";
import { accept, refuse } from "~/domain/shared/result";
import { textBlock } from "~/domain/shared/text";
import { useCase } from "~/use-cases/use-case.server";
import { listPeopleByIds } from "~db/repositories/people";
import {
  findLatestRiskMatrix,
  listRiskMatricesByVersion,
  saveNewRiskMatrix,
} from "~db/repositories/risk-matrices";

export const SetRiskMatrixInput = z.strictObject({
  matrix: RiskMatrixSchema,
  reason: textBlock(1000).min(1, "required"),
  /** The version that the person saw; 0 where there was none. */
  version: z.coerce.number().int().min(0),
});

export type StaleMatrix = {
  code: "stale-matrix";
  current: { version: number; reason: string; personName: string; at: string };
  /** My changes on top of the current version, to look at and to save again. */
  merged: RiskMatrix;
  /** What both sides changed. */
  conflicts: ReadonlyArray<MatrixConflict>;
};
export type SetRiskMatrixRefusal = StaleMatrix | { code: "nothing-changed" } | { code: "unknown-version" };

/**
 * How the hospital rates risk (IEC 62443-3-2 ZCR 5.4, 5.7), as the next version; earlier ones stay, and so does what
 * was rated by them. Targets are not touched: a target is the zone's own until somebody sets another one. On a version
 * that others have moved on from nothing is written, both states go back put together.
 */
export const setRiskMatrix = useCase({
  action: "risk-matrix.set",
  input: SetRiskMatrixInput,
  async run({ db, actor, input, now }) {
    const { organisationId, personId } = actor;
    const current = await findLatestRiskMatrix(db, organisationId);
    const held = current?.matrix ?? DEFAULT_RISK_MATRIX;
    const seen =
      input.version === 0 ? [] : await listRiskMatricesByVersion(db, organisationId, [input.version]);
    const [base] = seen;
    if (input.version > 0 && !base) return refuse<SetRiskMatrixRefusal>({ code: "unknown-version" });
    if (current && current.version !== input.version) {
      const merged = mergeMatrices(base?.matrix ?? DEFAULT_RISK_MATRIX, current.matrix, input.matrix);
      const { version, reason, createdBy, createdAt } = current;
      const [person] = await listPeopleByIds(db, [createdBy]);
      return refuse<SetRiskMatrixRefusal>({
        code: "stale-matrix",
        current: { version, reason, personName: person?.name ?? "", at: createdAt.toISOString() },
        merged: merged.matrix,
        conflicts: merged.conflicts,
      });
    }
    const changed = matrixChanges(held, input.matrix).map(({ path }) => path);
    if (changed.length === 0) return refuse<SetRiskMatrixRefusal>({ code: "nothing-changed" });
    const version = (current?.version ?? 0) + 1;
    await saveNewRiskMatrix(db, organisationId, {
      organisationId,
      version,
      matrix: input.matrix,
      reason: input.reason,
      createdBy: personId,
      createdAt: now,
    });
    return accept({ id: organisationId, version, changed });
  },
  audit: (_input, { version, changed }) => ({ version, changed }),
});
