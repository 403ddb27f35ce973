import { z } from "zod";

/** The seven foundational requirements of IEC 62443, always in this order (IEC TS 62443-1-1). */
export const FOUNDATIONAL_REQUIREMENTS = ["IAC", "UC", "SI", "DC", "RDF", "TRE", "RA"] as const;
export type FoundationalRequirement = (typeof FOUNDATIONAL_REQUIREMENTS)[number];

/** 0 = no requirement met or demanded … 4 = against sophisticated means with extended resources. */
export const SECURITY_LEVELS = [0, 1, 2, 3, 4] as const;
export type SecurityLevel = (typeof SECURITY_LEVELS)[number];

/** One level per foundational requirement. Never averaged, never collapsed to one number. */
export type SlVector = Readonly<Record<FoundationalRequirement, SecurityLevel>>;

export const FoundationalRequirementSchema = z.enum(FOUNDATIONAL_REQUIREMENTS);
export const SecurityLevelSchema = z.literal(SECURITY_LEVELS);

export const SlVectorSchema = z.strictObject({
  IAC: SecurityLevelSchema,
  UC: SecurityLevelSchema,
  SI: SecurityLevelSchema,
  DC: SecurityLevelSchema,
  RDF: SecurityLevelSchema,
  TRE: SecurityLevelSchema,
  RA: SecurityLevelSchema,
});

/** Builds a vector from a function of the foundational requirement. */
export function vectorOf(level: (fr: FoundationalRequirement) => SecurityLevel): SlVector {
  return perFoundation(level);
}

/** One value per foundational requirement, made in the standard's order. */
export function perFoundation<Value>(
  value: (fr: FoundationalRequirement) => Value,
): Readonly<Record<FoundationalRequirement, Value>> {
  return {
    IAC: value("IAC"),
    UC: value("UC"),
    SI: value("SI"),
    DC: value("DC"),
    RDF: value("RDF"),
    TRE: value("TRE"),
    RA: value("RA"),
  };
}

/** The same level in every foundational requirement. */
export function flatVector(level: SecurityLevel): SlVector {
  return vectorOf(() => level);
}

/** Per foundational requirement the higher of both: what a conduit between two zones must reach by default. */
export function higherOf(a: SlVector, b: SlVector): SlVector {
  return vectorOf((fr) => (a[fr] >= b[fr] ? a[fr] : b[fr]));
}

/** Per foundational requirement the lower of both. */
export function lowerOf(a: SlVector, b: SlVector): SlVector {
  return vectorOf((fr) => (a[fr] <= b[fr] ? a[fr] : b[fr]));
}

/** True where `capability` reaches `target` in every foundational requirement. */
export function reaches(capability: SlVector, target: SlVector): boolean {
  return FOUNDATIONAL_REQUIREMENTS.every((fr) => capability[fr] >= target[fr]);
}

/** The lowest of the seven levels: for a badge only, and to be labelled as the minimum. */
export function minimumLevel(vector: SlVector): SecurityLevel {
  return FOUNDATIONAL_REQUIREMENTS.reduce<SecurityLevel>(
    (lowest, fr) => (vector[fr] < lowest ? vector[fr] : lowest),
    4,
  );
}

/** The seven levels in the standard's order, e.g. to write `{2 2 3 2 3 2 3}`. */
export function toLevels(vector: SlVector): ReadonlyArray<SecurityLevel> {
  return FOUNDATIONAL_REQUIREMENTS.map((fr) => vector[fr]);
}

/** Notation of IEC 62443-3-3 annex A: `{2 2 3 2 3 2 3}`. */
export function toNotation(vector: SlVector): string {
  return `{${toLevels(vector).join(" ")}}`;
}

/** Seven levels in the standard's order as a vector. Throws where there are not seven. */
export function fromLevels(levels: ReadonlyArray<SecurityLevel>): SlVector {
  const [IAC, UC, SI, DC, RDF, TRE, RA] = levels;
  // The seventh is there, so the six before it are; an eighth would be lost.
  if (RA === undefined || levels.length !== FOUNDATIONAL_REQUIREMENTS.length)
    throw new RangeError("a vector has seven levels");
  return { IAC, UC, SI, DC, RDF, TRE, RA } as SlVector;
}

export function isSameVector(a: SlVector, b: SlVector): boolean {
  return FOUNDATIONAL_REQUIREMENTS.every((fr) => a[fr] === b[fr]);
}
