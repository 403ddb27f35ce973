import type { Mds2 } from "../../../declaration/mds2";
import { factCheck } from "../../check";
import { findingsOf } from "../../check-parts";
import { questionIds } from "../../document-parts";

const id = "mds2-exceptions-have-a-reason";
const finding = findingsOf(id, null);

type Exceptions = {
  notApplicable: ReadonlyArray<string>;
  seeNote: ReadonlyArray<string>;
  /** Every question that a form of 2019 answers. */
  answered: ReadonlyArray<string>;
};

/**
 * “N/A” must be justified in the note, and behind “See note” the note is the answer: without one nothing was said. A
 * question that the form does not have was misread or made up, and nothing is concluded from it.
 */
export const mds2ExceptionsHaveAReason = factCheck<ReadonlyArray<string>, Exceptions | null>({
  id,
  clauses: [{ standard: "mds2-2019", ref: "DOC-4" }],
  demandOf: ({ mds2Questions }) => questionIds(mds2Questions),
  subjectOf: ({ facts }) => (facts.mds2 === undefined ? null : exceptionsOf(facts.mds2)),
  evaluate: (known, exceptions) => {
    if (exceptions === null) return [];
    const { notApplicable, seeNote, answered } = exceptions;
    return [
      ...noteOn("not-applicable", notApplicable, "give-reason"),
      ...noteOn("see-note", seeNote, "write-note"),
      ...noteOn(
        "unknown-question",
        known.length === 0 ? [] : answered.filter((one) => !known.includes(one)),
        "check-id",
      ),
    ];
  },
});

function noteOn(state: string, questions: ReadonlyArray<string>, way: string) {
  if (questions.length === 0) return [];
  const params = { questions: questions.join(", "), count: questions.length };
  return [finding({ about: state, outcome: "note", state, params, supplier: [way] })];
}

function exceptionsOf({ edition, answers }: Mds2): Exceptions {
  const entries = Object.entries(answers).sort(([a], [b]) => (a < b ? -1 : 1));
  const without = (wanted: string) =>
    entries
      .filter(([, { answer, note }]) => answer === wanted && (note ?? "") === "")
      .map(([question]) => question);
  return {
    notApplicable: without("N/A"),
    seeNote: without("See note"),
    answered: edition === "2019" ? entries.map(([question]) => question) : [],
  };
}
