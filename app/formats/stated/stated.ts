import type { Answer } from "~/domain/declaration/declaration";
import type { Evidence } from "~/domain/declaration/evidence";
import type { FactKey, ProductFacts } from "~/domain/declaration/facts";
import type { FilePlace } from "~/domain/declaration/import-plan";
import type { ComponentType } from "~/domain/requirement/component-requirement";
import type { SlVector } from "~/domain/security-level/security-level";

/** Why a part of a file was not used. */
export type StatedProblem = {
  code:
    | "unknown-id"
    | "duplicate-id"
    | "unknown-value"
    | "unknown-requirement"
    | "unknown-evidence"
    | "not-applicable-to-types"
    | "invalid-date"
    | "too-long-for-a-declaration"
    | "missing"
    | "wrong-type"
    | "unknown-answer"
    | "too-many-entries";
  place: FilePlace | null;
  value: string;
};

export type Placed<Value> = { value: Value; place: FilePlace | null };

/**
 * What a file says of a product release: a part of a declaration, every piece with its place. What a file does not speak
 * of is absent; `null` says that there is none. What could not be read is absent and among the problems.
 */
export type Stated = {
  /** Names in the file's own words; empty where it has none. */
  about: string;
  edition: string;
  componentTypes: Placed<ReadonlyArray<ComponentType>> | null;
  claimedSlCapability: Placed<SlVector | null> | null;
  answers: ReadonlyArray<Placed<Answer | null> & { id: string }>;
  facts: ReadonlyArray<Placed<ProductFacts> & { key: FactKey }>;
  evidence: ReadonlyArray<Placed<Evidence>>;
  problems: ReadonlyArray<StatedProblem>;
};

export const MAX_STATED_PROBLEMS = 500;
