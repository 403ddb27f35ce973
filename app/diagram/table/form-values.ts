import { FOUNDATIONAL_REQUIREMENTS } from "~/domain/security-level/security-level";

/** Members of a posted form: texts, lists of texts, or members of their own. */
export type FormValues = Readonly<Record<string, unknown>>;

/** Called so where every asset that passes the filter of the page is meant, on all pages. */
export const ALL_FOUND = "allFound";

export function membersOf(value: unknown): FormValues {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? { ...value } : {};
}

/** Null for a field that is left empty or is not there. */
export function orNull(value: unknown): unknown {
  return value === undefined || value === "" ? null : value;
}

/** Null for anything but a text that says something. */
export function textOrNull(value: unknown): string | null {
  return typeof value === "string" && value !== "" ? value : null;
}

/** Of boxes with one name: none, one or several are ticked. */
export function listOf(value: unknown): ReadonlyArray<unknown> {
  if (value === undefined) return [];
  return Array.isArray(value) ? value : [value];
}

/** A number where a number is written, else the value as it is, for its schema to refuse. */
export function numberOf(value: unknown): unknown {
  return typeof value === "string" && value.trim() !== "" ? Number(value) : value;
}

/** A box that is not ticked is not posted. */
export function flagsOf(fields: FormValues, names: ReadonlyArray<string>): FormValues {
  return Object.fromEntries(names.map((name) => [name, fields[name] === "on"]));
}

/** Null where nobody has said. */
export function answerOf(value: unknown): boolean | null {
  return value === "yes" ? true : value === "no" ? false : null;
}

/** Null where no level is given; an empty one among others stays empty and is refused. */
export function vectorOf(levels: unknown): unknown {
  const given = membersOf(levels);
  if (FOUNDATIONAL_REQUIREMENTS.every((fr) => orNull(given[fr]) === null)) return null;
  return Object.fromEntries(
    Object.entries(given).map(([fr, level]) => [fr, orNull(level) === null ? level : Number(level)]),
  );
}

/** Every text of a form by the name of its field, to show it again. */
export function typedOf(values: FormValues, prefix = ""): Readonly<Record<string, string>> {
  const typed: Record<string, string> = {};
  for (const [name, value] of Object.entries(values)) {
    if (typeof value === "string") typed[prefix + name] = value;
    else Object.assign(typed, typedOf(membersOf(value), `${prefix}${name}.`));
  }
  return typed;
}

/** Errors of the use case by the names of the form: without the place in the list, channels by their row. */
export function formErrorsOf(
  fields: Readonly<Record<string, ReadonlyArray<string>>>,
  channelRows: ReadonlyArray<number>,
): Readonly<Record<string, ReadonlyArray<string>>> {
  return Object.fromEntries(
    Object.entries(fields).map(([path, errors]) => [
      path
        .replace(/^commands\.\d+\.?/, "")
        .replace(/channels\.(\d+)/, (_match, index) => `channels.${channelRows[Number(index)] ?? index}`),
      errors,
    ]),
  );
}
