import {
  FOUNDATIONAL_REQUIREMENTS,
  type FoundationalRequirement,
  type SecurityLevel,
  SecurityLevelSchema,
  type SlVector,
} from "~/domain/security-level/security-level";
import type { FieldState, FormErrors } from "./command-form";

/** The levels that had been chosen when the form was refused, else the stored ones. */
export function typedLevels(
  typed: FieldState["typed"],
  name: string,
  stored: SlVector | null,
): Partial<SlVector> | null {
  const levels: Partial<Record<FoundationalRequirement, SecurityLevel>> = {};
  for (const fr of FOUNDATIONAL_REQUIREMENTS) {
    const value = typed(`${name}.${fr}`, stored?.[fr] ?? "");
    const level = SecurityLevelSchema.safeParse(value === "" ? undefined : Number(value));
    if (level.success) levels[fr] = level.data;
  }
  return levels;
}

/** Errors of `<name>.IAC` … as the field wants them. */
export function levelErrors(errors: FormErrors, name: string) {
  const byLevel: Partial<Record<FoundationalRequirement | "form", ReadonlyArray<string>>> = {};
  for (const fr of FOUNDATIONAL_REQUIREMENTS) {
    const own = errors[`${name}.${fr}`];
    if (own) byLevel[fr] = own;
  }
  const whole = errors[name];
  return whole ? { ...byLevel, form: whole } : byLevel;
}
