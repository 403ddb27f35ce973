import { type DeclarationContent, DeclarationContentSchema } from "~/domain/declaration/declaration";
import { type Evidence, EvidenceSchema } from "~/domain/declaration/evidence";
import { FACT_KEYS } from "~/domain/declaration/fact-fields";
import { ProductFactsSchema } from "~/domain/declaration/facts";
import type { FilePlace } from "~/domain/declaration/import-plan";
import { SlVectorSchema } from "~/domain/security-level/security-level";
import { scanJson } from "../cordon-json/scan-json";
import { MAX_STATED_PROBLEMS, type Stated, type StatedProblem } from "./stated";

/** What a foreign format has no place for, as a name and one line of JSON. */
export type ExtensionEntry = { name: string; value: string };

const TYPES = "component-types";
const CLAIM = "claimed-sl-c";
const FACT = "fact.";

/** All that a declaration says besides answers and evidence. */
export function extensionOf({
  componentTypes,
  claimedSlCapability,
  facts,
}: DeclarationContent): ReadonlyArray<ExtensionEntry> {
  return [
    { name: TYPES, value: toLine(componentTypes) },
    { name: CLAIM, value: toLine(claimedSlCapability) },
    ...FACT_KEYS.flatMap((key) =>
      facts[key] === undefined ? [] : [{ name: FACT + key, value: toLine(facts[key]) }],
    ),
  ];
}

export type PlacedEntry = ExtensionEntry & { place: FilePlace };
type Part = Pick<Stated, "componentTypes" | "claimedSlCapability" | "facts">;

/** The same read back; what is not a declaration's is listed, names of others are passed over. */
export function readExtension(entries: ReadonlyArray<PlacedEntry>, problems: Array<StatedProblem>): Part {
  const part: { -readonly [Key in keyof Part]: Part[Key] } = {
    componentTypes: null,
    claimedSlCapability: null,
    facts: [],
  };
  const seen = new Set<string>();
  for (const { name, value, place } of entries) {
    if (name !== TYPES && name !== CLAIM && !name.startsWith(FACT)) continue;
    const problem = readOne(part, { name, value, place }, seen);
    if (problem) note(problems, { code: problem, place, value: name });
  }
  return part;
}

function readOne(
  part: { -readonly [Key in keyof Part]: Part[Key] },
  { name, value, place }: PlacedEntry,
  seen: Set<string>,
): StatedProblem["code"] | null {
  if (seen.has(name)) return "duplicate-id";
  seen.add(name);
  const read = fromLine(value);
  if (read === undefined) return "unknown-value";
  if (name === TYPES) {
    const types = DeclarationContentSchema.shape.componentTypes.or(EMPTY_LIST).safeParse(read);
    if (types.success) part.componentTypes = { value: [...new Set(types.data)], place };
    return types.success ? null : "unknown-value";
  }
  if (name === CLAIM) {
    const claim = SlVectorSchema.nullable().safeParse(read);
    if (claim.success) part.claimedSlCapability = { value: claim.data, place };
    return claim.success ? null : "unknown-value";
  }
  const key = FACT_KEYS.find((one) => FACT + one === name);
  if (!key) return "unknown-id";
  const fact = ProductFactsSchema.safeParse({ [key]: read });
  if (fact.success) part.facts = [...part.facts, { key, value: fact.data, place }];
  return fact.success ? null : "unknown-value";
}

const EMPTY_LIST = DeclarationContentSchema.shape.componentTypes.element.array().length(0);

/** A piece of evidence as one line; null where a line is none. */
export function readEvidenceLine(value: string): Evidence | null {
  const parsed = EvidenceSchema.safeParse(fromLine(value));
  return parsed.success ? parsed.data : null;
}

/** JSON on one line, also for readers to whom U+2028 is the end of one. */
export function toLine(value: unknown): string {
  return JSON.stringify(value).replace(
    /[\u0085\u2028\u2029]/g,
    (one) => `\\u${one.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}

export function note(problems: Array<StatedProblem>, problem: StatedProblem): void {
  if (problems.length < MAX_STATED_PROBLEMS)
    problems.push({ ...problem, value: problem.value.slice(0, 300) });
}

function fromLine(value: string): unknown {
  const read = scanJson(value);
  return read.ok ? JSON.parse(JSON.stringify(read.value)) : undefined;
}
