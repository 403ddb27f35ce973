import { COMPONENT_TYPES, type ComponentType, selectApplicable } from "../requirement/component-requirement";
import { type FoundationalRequirement, perFoundation } from "../security-level/security-level";
import { fingerprintOf } from "../shared/fingerprint";
import type { ProfileRequirement } from "./assessment";
import { compareRequirementIds } from "./requirement-order";

/** Applicable rows per foundational requirement, lowest level first, then by number. */
export type RowsByFoundation = Readonly<Record<FoundationalRequirement, ReadonlyArray<ProfileRequirement>>>;

export type CompiledRequirements = {
  /** SHA-256 of `canonical`: stands for the rows in a fingerprint, so that they are hashed once per catalogue. */
  digest: string;
  /** The same rows in one order, whatever order they came in: the form that is fingerprinted. */
  canonical: ReadonlyArray<ProfileRequirement>;
  byId: ReadonlyMap<string, ProfileRequirement>;
  rowsFor(componentTypes: ReadonlyArray<ComponentType>): RowsByFoundation;
};

const compiled = new WeakMap<ReadonlyArray<ProfileRequirement>, CompiledRequirements>();

/**
 * Indexes rows once per array and set of component types, so that judging one declaration only walks the rows
 * that apply to it. The seam for a bitset engine: nothing outside this file and capability.ts sees the index.
 */
export function compileRequirements(requirements: ReadonlyArray<ProfileRequirement>): CompiledRequirements {
  const known = compiled.get(requirements);
  if (known) return known;
  const canonical = [...requirements]
    .sort((a, b) => compareRequirementIds(a.id, b.id))
    .map(({ id, foundationalRequirement, appliesTo, minSl }) => ({
      id,
      foundationalRequirement,
      appliesTo: inOrder(appliesTo),
      minSl,
    }));
  const byTypes = new Map<string, RowsByFoundation>();
  const fresh: CompiledRequirements = {
    digest: fingerprintOf(canonical),
    canonical,
    byId: new Map(canonical.map((row) => [row.id, row])),
    rowsFor(componentTypes) {
      const types = inOrder(componentTypes);
      const key = types.join();
      const rows = byTypes.get(key) ?? groupRows(selectApplicable(canonical, types));
      byTypes.set(key, rows);
      return rows;
    },
  };
  compiled.set(requirements, fresh);
  return fresh;
}

/** Each type once, in the standard's order. */
export function inOrder(componentTypes: ReadonlyArray<ComponentType>): Array<ComponentType> {
  return COMPONENT_TYPES.filter((type) => componentTypes.includes(type));
}

function groupRows(rows: ReadonlyArray<ProfileRequirement>): RowsByFoundation {
  return perFoundation((fr) =>
    rows.filter((row) => row.foundationalRequirement === fr).sort((a, b) => a.minSl - b.minSl),
  );
}
