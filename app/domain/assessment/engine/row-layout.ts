import { COMPONENT_TYPES } from "../../requirement/component-requirement";
import {
  FOUNDATIONAL_REQUIREMENTS,
  SECURITY_LEVELS,
  type SlVector,
  vectorOf,
} from "../../security-level/security-level";
import type { ProfileRequirement } from "../assessment";
import { compileRequirements } from "../compiled-requirements";
import { at, held, ROW_CAPACITY, ROW_WORDS, setBit } from "./words";

/** Bit 3 of each of seven nibbles: one flag per foundational requirement, and the carry of a comparison of levels. */
export const FLAGS = 0x08888888;

/** Levels at which something can be demanded. */
export const LEVELS = 4;

/** The rows of a catalogue as bits: by foundational requirement, then by level, then by number. */
export type RowLayout = {
  /** Stands for the rows: profiles of other rows cannot be compared here. */
  digest: string;
  rows: ReadonlyArray<ProfileRequirement>;
  bitOf: ReadonlyMap<string, number>;
  /** By bit: the flag of the row's foundational requirement. */
  flagOf: Int32Array;
};

const layouts = new WeakMap<ReadonlyArray<ProfileRequirement>, RowLayout>();

/** Throws a RangeError where there are more rows than bits. */
export function rowLayout(requirements: ReadonlyArray<ProfileRequirement>): RowLayout {
  const known = layouts.get(requirements);
  if (known) return known;
  const { digest, rowsFor } = compileRequirements(requirements);
  const byFoundation = rowsFor(COMPONENT_TYPES);
  const rows = FOUNDATIONAL_REQUIREMENTS.flatMap((fr) => byFoundation[fr]);
  if (rows.length > ROW_CAPACITY) throw new RangeError(`the engine holds at most ${ROW_CAPACITY} rows`);
  const fresh = {
    digest,
    rows,
    bitOf: new Map(rows.map(({ id }, bit) => [id, bit])),
    flagOf: Int32Array.from(rows, (row) =>
      flagAt(FOUNDATIONAL_REQUIREMENTS.indexOf(row.foundationalRequirement)),
    ),
  };
  layouts.set(requirements, fresh);
  return fresh;
}

/** The flag of the foundational requirement at this place of the standard's order. */
export function flagAt(place: number): number {
  return 8 << (4 * place);
}

/** Seven levels in seven nibbles. */
export function packLevels(levels: SlVector): number {
  return FOUNDATIONAL_REQUIREMENTS.reduce((packed, fr, place) => packed | (levels[fr] << (4 * place)), 0);
}

/** By level from 1 to 4: whole nibbles of the foundational requirements with this target. */
export function nibblesByLevel(levels: SlVector): Int32Array {
  const masks = new Int32Array(LEVELS);
  for (const [place, fr] of FOUNDATIONAL_REQUIREMENTS.entries())
    if (levels[fr] > 0) masks[levels[fr] - 1] = at(masks, levels[fr] - 1) | (15 << (4 * place));
  return masks;
}

/** The level at one place of packed levels, whatever their flags. */
export function levelAt(packed: number, place: number): number {
  return (packed >>> (4 * place)) & 7;
}

/** Levels as `packLevels` packed them, whatever flags have been added. */
export function unpackLevels(packed: number): SlVector {
  return vectorOf((fr) => held(SECURITY_LEVELS[levelAt(packed, FOUNDATIONAL_REQUIREMENTS.indexOf(fr))]));
}

/** Rows up to the level of their foundational requirement, whatever component types they apply to. */
export function levelWords({ rows }: RowLayout, levels: SlVector): Int32Array {
  const words = new Int32Array(ROW_WORDS);
  for (const [bit, { minSl, foundationalRequirement }] of rows.entries())
    if (minSl <= levels[foundationalRequirement]) setBit(words, bit >>> 5, bit);
  return words;
}
