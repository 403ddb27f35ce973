import { FOUNDATIONAL_REQUIREMENTS, SECURITY_LEVELS, type SlVector, vectorOf } from "./security-level";

/** Seven levels as seven digits in the order of the foundational requirements: `3322110`. */
export function writeDigits(vector: SlVector): string {
  return FOUNDATIONAL_REQUIREMENTS.map((fr) => vector[fr]).join("");
}

/** The vector of {@link writeDigits}; what is no level is 0. */
export function parseDigits(digits: string): SlVector {
  return vectorOf((fr) => {
    const digit = Number(digits[FOUNDATIONAL_REQUIREMENTS.indexOf(fr)]);
    return SECURITY_LEVELS.find((level) => level === digit) ?? 0;
  });
}
