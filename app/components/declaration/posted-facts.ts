import { z } from "zod";
import { isSameFact } from "~/domain/declaration/difference";
import { FACT_GROUPS, type FactGroup, keysOfGroup } from "~/domain/declaration/fact-fields";
import { type ProductFacts, ProductFactsSchema } from "~/domain/declaration/facts";
import type { RefusedFacts } from "./facts-form";
import { type FormValues, memberOf } from "./form-values";
import { type PostedFacts, readFactsForm, toFieldNames } from "./read-facts-form";
import { writeFactsForm } from "./write-facts-form";

export type PostedTopic = PostedFacts & {
  group: FactGroup;
  /** What the person saw, or null where that is not what the page posts. */
  before: ProductFacts | null;
  values: FormValues;
};

const TopicSchema = z.enum(FACT_GROUPS).catch("identification");

/** What the page of one topic posts, as input of `saveFacts`. */
export function toPostedFacts(form: Record<string, unknown>): PostedTopic {
  const group = TopicSchema.parse(form.group);
  const before = ProductFactsSchema.safeParse(toJson(form.before));
  // Readers of forms make nested objects of dotted names.
  const values = (memberOf(form, "facts") ?? {}) as FormValues;
  return { ...readFactsForm(group, values), group, before: before.success ? before.data : null, values };
}

/** The page again with what was posted; after a conflict, what is stored with the person's own changes over it. */
export function refusedFacts(
  { group, places, values, before }: PostedTopic,
  refusal: RefusedFacts["refusal"],
): RefusedFacts & { group: FactGroup } {
  const seen = before ?? {};
  if (refusal.code === "invalid-input")
    return {
      group,
      before: seen,
      values,
      refusal: { ...refusal, fields: toFieldNames(refusal.fields, { places }) },
    };
  if (refusal.code !== "facts-changed" || !("stored" in refusal))
    return { group, before: seen, values, refusal };
  const { stored, yours } = refusal;
  const merged = Object.fromEntries(
    keysOfGroup(group).map((key) => [key, isSameFact(yours[key], seen[key]) ? stored[key] : yours[key]]),
  );
  return { group, before: stored, values: writeFactsForm(group, merged), refusal };
}

function toJson(text: unknown): unknown {
  try {
    return JSON.parse(String(text));
  } catch {
    return null;
  }
}
