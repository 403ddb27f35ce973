import fc from "fast-check";
import type { RequirementProfile } from "~/domain/assessment/assessment";
import type { DeclarationContent } from "~/domain/declaration/declaration";
import { declarationContent, profile } from "./arbitraries";

/** Something and what an edit makes of it: all of it, one of its parts, one entry of a part, or nothing. */
function edited<Value extends object>(
  value: fc.Arbitrary<Value>,
  parts: ReadonlyArray<keyof Value>,
): fc.Arbitrary<[Value, Value]> {
  const some = fc.record({ how: fc.constantFrom("all", "part", "entry", "entry", "nothing"), nth: fc.nat() });
  return fc.tuple(value, value, some).map(([before, other, { how, nth }]): [Value, Value] => {
    if (how === "all") return [before, other];
    const part = parts[nth % parts.length];
    if (how === "nothing" || part === undefined) return [before, before];
    const after = how === "part" ? other[part] : withEntry(before[part], other[part], nth);
    return [before, { ...before, [part]: after }];
  });
}

/** One member of a record as in another; anything else stays. */
function withEntry(before: unknown, other: unknown, nth: number): unknown {
  const isRecord = [before, other].every((one) => typeof one === "object" && one && !Array.isArray(one));
  const entries = isRecord ? Object.entries({ ...(other as object) }) : [];
  const entry = entries[nth % Math.max(1, entries.length)];
  return entry ? { ...(before as object), [entry[0]]: entry[1] } : before;
}

/** A profile before and after an edit. */
export const editedProfile = edited<RequirementProfile>(profile, [
  "policy",
  "countermeasures",
  "channels",
  "slTarget",
]);
/** A declaration before and after an edit. */
export const editedContent = edited<DeclarationContent>(declarationContent, ["answers", "facts", "evidence"]);
