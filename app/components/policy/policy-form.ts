import type { PolicyLayer } from "~/domain/policy/policy";
import { POLICY_KEYS, POLICY_RULES, type PolicyKey } from "~/domain/policy/policy-rules";

/** How a rule is set at one level: as the level above, switched off, or with a value of its own. */
export const RULE_MODES = ["inherit", "off", "own"] as const;
export type RuleMode = (typeof RULE_MODES)[number];

/** One rule in a form. Every kind of value is a list of texts: `["30"]`, one a choice, one a level. */
export type RuleField = { mode: RuleMode; value: ReadonlyArray<string> };
export type RuleFields = Readonly<Record<PolicyKey, RuleField>>;

type Entry = PolicyLayer[PolicyKey];

/** `policy.patchDaysHigh.mode`; errors are named `policy.patchDaysHigh`. */
export function fieldName(key: PolicyKey): string {
  return `policy.${key}`;
}

/**
 * The fields of a layer. A rule without a value of its own begins with what it would inherit, so that whoever sets one
 * starts from there.
 */
export function fieldsOfLayer(layer: PolicyLayer, suggested: PolicyLayer): RuleFields {
  return fieldsOf((key) => {
    const entry = layer[key];
    const mode = entry === undefined ? "inherit" : isOff(entry) ? "off" : "own";
    return { mode, value: textsOf(isOff(entry) ? suggested[key] : entry) };
  });
}

/** The fields as they were posted: members of `policy`, each with `mode` and `value`. */
export function fieldsOfForm(posted: unknown): RuleFields {
  const members = membersOf(posted);
  return fieldsOf((key) => {
    const { mode, value } = membersOf(members[key]);
    return { mode: RULE_MODES.find((known) => known === mode) ?? "inherit", value: postedTexts(value) };
  });
}

/** What the fields mean, to be judged by `PolicyLayerSchema`: what makes no sense stays as it was typed. */
export function layerOfFields(fields: RuleFields): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    POLICY_KEYS.flatMap((key) => {
      const { mode, value } = fields[key];
      if (mode === "inherit") return [];
      return [[key, mode === "off" ? null : ownValueOf(key, value)]];
    }),
  );
}

/** Errors of a use case by the names of the form: whatever is wrong inside a value belongs to its rule. */
export function toPolicyErrors(
  errors: Readonly<Record<string, ReadonlyArray<string>>>,
  prefix: string,
): Readonly<Record<string, ReadonlyArray<string>>> {
  const named: Record<string, ReadonlyArray<string>> = {};
  for (const [path, messages] of Object.entries(errors)) {
    const inside = path.startsWith(prefix) ? path.slice(prefix.length).split(".")[0] : undefined;
    const key = POLICY_KEYS.find((known) => known === inside);
    const name = key ? fieldName(key) : path;
    named[name] = [...new Set([...(named[name] ?? []), ...messages])];
  }
  return named;
}

function ownValueOf(key: PolicyKey, texts: ReadonlyArray<string>): unknown {
  const rule = POLICY_RULES[key];
  const [first = ""] = texts;
  switch (rule.kind) {
    case "flag":
      return true;
    case "number":
      return first.trim() === "" ? first : Number(first);
    case "choice":
    case "ladder":
      return texts;
    case "one-of":
      return first;
  }
}

/** Not to demand something and to demand nothing are the same. */
function isOff(entry: Entry): entry is null | false | undefined {
  return entry === null || entry === false || entry === undefined;
}

/** A rule that is either on or off has no value to choose. */
function textsOf(entry: Entry): ReadonlyArray<string> {
  if (isOff(entry) || entry === true) return [];
  return typeof entry === "object" ? entry : [String(entry)];
}

/** A ladder is posted by its levels, `value.0` to `value.3`; a single box or text not as a list. */
function postedTexts(value: unknown): ReadonlyArray<string> {
  if (typeof value === "string") return [value];
  const members = Array.isArray(value) ? value : Object.values(membersOf(value));
  return members.filter((member) => typeof member === "string");
}

function fieldsOf(fieldOf: (key: PolicyKey) => RuleField): RuleFields {
  // Filled for every key of the table.
  return Object.fromEntries(POLICY_KEYS.map((key) => [key, fieldOf(key)])) as RuleFields;
}

function membersOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? { ...value } : {};
}
