import type { DeclarationContent } from "./declaration";

/** Where a text was written before. */
export type EarlierWording<Origin> = { text: string; origin: Origin };

/**
 * How the supplier described the countermeasure for one row in other declarations, in their order; a text that comes
 * again is named once, with the first that has it. At most `atMost`.
 */
export function earlierWordings<Origin>(
  declarations: ReadonlyArray<{ content: Pick<DeclarationContent, "answers">; origin: Origin }>,
  requirementId: string,
  atMost: number,
): ReadonlyArray<EarlierWording<Origin>> {
  const found = new Map<string, Origin>();
  for (const { content, origin } of declarations) {
    const answer = content.answers[requirementId];
    const text = answer?.value === "met-with-countermeasure" ? (answer.note ?? "").trim() : "";
    if (text !== "" && !found.has(text)) found.set(text, origin);
  }
  return [...found].slice(0, atMost).map(([text, origin]) => ({ text, origin }));
}
