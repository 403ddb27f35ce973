import type { MatrixConflict } from "~/domain/risk/matrix-changes";
import type { RiskMatrix } from "~/domain/risk/risk-matrix";
import type { SlVector } from "~/domain/security-level/security-level";
import type { MatrixFields } from "./matrix-form";

/** Why the matrix was not saved, or what it would change, with what had been typed. */
export type MatrixOutcome = {
  typed: { fields: MatrixFields; reason: string; version: string };
  refusal:
    | { code: "invalid-input"; fields: Readonly<Record<string, ReadonlyArray<string>>> }
    | { code: "nothing-changed" | "unknown-version" }
    | {
        code: "stale-matrix";
        current: { version: number; reason: string; personName: string; at: string };
        merged: RiskMatrix;
        conflicts: ReadonlyArray<MatrixConflict>;
      }
    | null;
  preview: PreviewParts | null;
};

export type PreviewParts = {
  assessed: number;
  changed: ReadonlyArray<{
    modelId: string;
    modelName: string;
    kind: "zone" | "conduit";
    id: string;
    name: string;
    slTarget: SlVector | null;
    before: SlVector;
    after: SlVector;
  }>;
};
