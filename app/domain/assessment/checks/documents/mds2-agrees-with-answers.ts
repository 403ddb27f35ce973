import { factCheck, rowParams } from "../../check";
import { findingsOf } from "../../check-parts";
import {
  contradictedQuestions,
  type FormAndAnswers,
  formAndAnswers,
  type TellingQuestion,
  tellingQuestions,
} from "../../document-parts";

const id = "mds2-agrees-with-answers";
const finding = findingsOf(id, null);

/**
 * Where the supplier's form and the supplier's answers say opposite things, one of them is wrong (product.md §4.5). Which
 * one the supplier must settle, so it is a condition and never a gap: a row that is met must not be worth less than one
 * that is not. Above the target it is a note. The mapping of questions to rows is our own judgement.
 */
export const mds2AgreesWithAnswers = factCheck<ReadonlyArray<TellingQuestion>, FormAndAnswers | null>({
  id,
  clauses: [
    { standard: "iec-62443-4-2", ref: "SL-C" },
    { standard: "mds2-2019", ref: "DOC-4" },
  ],
  demandOf: (profile) => (profile.mds2Questions.length === 0 ? null : tellingQuestions(profile)),
  subjectOf: formAndAnswers,
  evaluate: (questions, said) =>
    said === null ? [] : contradictedQuestions(questions, said).flatMap(contradictionOf),
});

function contradictionOf({ id: question, favourable, rows: contradicted }: TellingQuestion) {
  const demanded = contradicted.filter((row) => row.isDemanded);
  const isDemanded = demanded.length > 0;
  const rows = isDemanded ? demanded : contradicted;
  const [first] = rows;
  if (first === undefined) return [];
  const { foundationalRequirement } = first;
  const isOneArea = rows.every((row) => row.foundationalRequirement === foundationalRequirement);
  const requirementIds = rows.map((row) => row.id);
  const answer = favourable === "Yes" ? "No" : "Yes";
  return [
    {
      ...finding({
        about: question,
        outcome: isDemanded ? "conforms-with-conditions" : "note",
        state: isDemanded ? "contradicts" : "above-target",
        params: { question, answer, favourable, ...rowParams(requirementIds) },
        supplier: ["correct-answer", "correct-form"],
        hospital: isDemanded ? ["ask"] : [],
      }),
      foundationalRequirement: isOneArea ? foundationalRequirement : null,
      requirementIds,
    },
  ];
}
