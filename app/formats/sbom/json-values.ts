import { accept, type Result, refuse } from "~/domain/shared/result";
import { isObject } from "../cordon-json/check-value";
import { type JsonObject, type JsonValue, scanJson } from "../cordon-json/scan-json";
import type { SbomRefusal, SbomRefusalCode } from "./document";
import { withoutDeception } from "./problems";

/** 200,000 components of 25 values, each list as long as a file of 25 MB can make it. */
const LIMITS = { values: 6_000_000, entries: 2_000_000 };
const LONGEST_TEXT = 2_000;
const NOTHING: ReadonlyArray<never> = [];

const REFUSALS: Readonly<Record<string, SbomRefusalCode>> = {
  "not-json": "not-json",
  "too-deep": "too-deep",
  "too-many-values": "too-many-values",
  "duplicate-key": "duplicate-key",
  "unknown-field": "reserved-name",
};

/**
 * JSON as strictly as a file of strangers deserves: names that stand twice or reach into objects are refused, as is
 * what is deeper than 64 levels. Never throws.
 */
export function readJson(text: string): Result<JsonValue, SbomRefusal> {
  const read = scanJson(text, LIMITS);
  if (read.ok) return accept(read.value);
  const [first] = read.refusal;
  return refuse({
    code: REFUSALS[first?.code ?? "not-json"] ?? "not-json",
    place: { pointer: first?.pointer ?? "" },
    detail: first?.message ?? "",
  });
}

export { isObject, type JsonObject, type JsonValue };

/** A text or number of an object as clean text of at most 2,000 characters; null where there is none. */
export function textOf(value: JsonValue | undefined): string | null {
  if (typeof value === "number") return String(value);
  if (typeof value !== "string") return null;
  const text = withoutDeception(value.length > LONGEST_TEXT ? value.slice(0, LONGEST_TEXT) : value);
  return text === "" ? null : text;
}

export function textAt(object: JsonValue | undefined, name: string): string | null {
  return isObject(object) ? textOf(object[name]) : null;
}

export function objectAt(object: JsonValue | undefined, name: string): JsonObject | undefined {
  const value = isObject(object) ? object[name] : undefined;
  return isObject(value) ? value : undefined;
}

/** The entries of a list; none where it is missing or something else. */
export function listAt(object: JsonValue | undefined, name: string): ReadonlyArray<JsonValue> {
  const value = isObject(object) ? object[name] : undefined;
  return isList(value) ? value : NOTHING;
}

export function objectsAt(object: JsonValue | undefined, name: string): ReadonlyArray<JsonObject> {
  const list = listAt(object, name);
  return list.length === 0 ? NOTHING : list.filter((entry): entry is JsonObject => isObject(entry));
}

export function textsAt(object: JsonValue | undefined, name: string): ReadonlyArray<string> {
  const list = listAt(object, name);
  return list.length === 0 ? NOTHING : list.flatMap((entry) => textOf(entry) ?? []);
}

export function isList(value: JsonValue | undefined): value is ReadonlyArray<JsonValue> {
  return Array.isArray(value);
}
