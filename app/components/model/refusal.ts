import type { CommandRefusal } from "~/domain/zone-model/commands";
import type { FragmentRefusal } from "~/domain/zone-model/fragment";

/** Why an edit of the table was not saved, in the shape that pages show. */
export type TableRefusal =
  | { code: "invalid-input"; fields: Readonly<Record<string, ReadonlyArray<string>>> }
  | {
      code: "stale-version";
      currentVersion: number;
      edits: ReadonlyArray<{ version: number; personName: string; at: string }>;
    }
  | { code: "model-is-submitted" }
  /** Several elements at once, a step back, a copied part. */
  | { code: "nothing-chosen" | "nothing-to-do" | "no-target" }
  | { code: "step"; reason: string }
  | { code: "paste"; reason: FragmentRefusal }
  | { code: CommandRefusal["code"] };

/** The answer to one form of several on a page: which one it was, and what had been typed, by field name. */
export type FormOutcome = { form: string; typed: Readonly<Record<string, string>>; refusal: TableRefusal };
