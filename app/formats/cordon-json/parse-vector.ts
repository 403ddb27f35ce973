import { fromLevels, type SlVector, SlVectorSchema } from "~/domain/security-level/security-level";
import { accept } from "~/domain/shared/result";
import { checkValue, type FileResult, isObject } from "./check-value";
import type { JsonValue } from "./scan-json";
import { ListedVectorSchema, NumberedVectorSchema } from "./schema";

/** Seven levels by abbreviation, by number (FR1 to FR7), or listed in the standard's order. */
export function parseVector(value: JsonValue | undefined, pointer: string): FileResult<SlVector> {
  if (Array.isArray(value)) {
    const listed = checkValue(ListedVectorSchema, value, pointer);
    return listed.ok ? accept(fromLevels(listed.value)) : listed;
  }
  if (isObject(value) && Object.keys(value).some((name) => name in NumberedVectorSchema.shape)) {
    const numbered = checkValue(NumberedVectorSchema, value, pointer);
    if (!numbered.ok) return numbered;
    const { FR1, FR2, FR3, FR4, FR5, FR6, FR7 } = numbered.value;
    return accept(fromLevels([FR1, FR2, FR3, FR4, FR5, FR6, FR7]));
  }
  return checkValue(SlVectorSchema, value, pointer);
}
