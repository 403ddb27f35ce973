import type { RiskFields } from "./risk-form";

/** Why a form of the guided assessment was not saved, with what had been typed. */
export type RiskOutcome = {
  /** Which form of the page. */
  form: string;
  typed: RiskFields;
  refusal:
    | { code: "invalid-input"; fields: Readonly<Record<string, ReadonlyArray<string>>> }
    | { code: "part-changed"; token: string }
    | {
        code:
          | "changed-since-seen"
          | "model-is-submitted"
          | "element-gone"
          | "not-rated"
          | "no-target"
          | "already-accepted"
          | "same-person"
          | "not-yours"
          | "not-the-last";
      };
};
