import type { LayerConflict } from "~/domain/policy/layer-changes";
import type { PolicyLayer } from "~/domain/policy/policy";
import type { RuleFields } from "./policy-form";

/** Why the policy of the organisation was not saved, with what had been typed. */
export type PolicyOutcome = {
  typed: { fields: RuleFields; reason: string };
  refusal:
    | { code: "invalid-input"; fields: Readonly<Record<string, ReadonlyArray<string>>> }
    | { code: "nothing-changed" | "unknown-version" }
    | {
        code: "stale-policy";
        current: { version: number; reason: string; personName: string; at: string };
        merged: PolicyLayer;
        conflicts: ReadonlyArray<LayerConflict>;
      };
};
