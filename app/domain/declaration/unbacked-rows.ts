import { type ComponentRequirement, selectApplicable } from "../requirement/component-requirement";
import type { IsoDate } from "../shared/iso-date";
import type { AnswerValue, DeclarationContent } from "./declaration";
import { validityOf } from "./evidence-validity";

const IN_FAVOUR: ReadonlyArray<AnswerValue> = ["met", "met-by-configuration", "met-with-countermeasure"];

/**
 * Ids of the applicable rows whose answer speaks for the product and rests on no piece of evidence that is in date, in the
 * order of `requirements`. They count all the same: whether evidence is demanded is up to the zone.
 */
export function rowsWithoutEvidence(
  content: Pick<DeclarationContent, "componentTypes" | "answers" | "evidence">,
  requirements: ReadonlyArray<Pick<ComponentRequirement, "id" | "appliesTo" | "foundationalRequirement">>,
  asOf: IsoDate,
): ReadonlyArray<string> {
  const inDate = new Set(content.evidence.filter((piece) => isInDate(piece, asOf)).map(({ id }) => id));
  return selectApplicable(requirements, content.componentTypes)
    .filter(({ id }) => {
      const answer = content.answers[id];
      if (answer === undefined || !IN_FAVOUR.includes(answer.value)) return false;
      return !answer.evidenceIds?.some((one) => inDate.has(one));
    })
    .map(({ id }) => id);
}

function isInDate(piece: DeclarationContent["evidence"][number], asOf: IsoDate): boolean {
  const { state } = validityOf(piece, asOf);
  return state !== "expired" && state !== "not-yet-valid";
}
