import { deepFreeze } from "./freeze";
import questions from "./mds2-2019/requirements.json";
import standard from "./mds2-2019/standard.json";

type Question = { id: string; label: string; answerType: "yes-no" | "text" | "date" };

/** The questions of the MDS2 2019 as its sheet asks them, in our own words. */
export const MDS2_SHEET: ReadonlyArray<Question> = deepFreeze(
  questions.map(({ id, label, answerType }) => ({
    id,
    label,
    // The catalogue's schema knows no other word; a JSON module forgets it.
    answerType: answerType as Question["answerType"],
  })),
);

/** The same section by section; sections without numbered questions are left out. */
export const MDS2_SECTIONS: ReadonlyArray<{ id: string; title: string; questions: ReadonlyArray<Question> }> =
  deepFreeze(
    standard.groups.flatMap(({ id, title }) => {
      const own = MDS2_SHEET.filter((question) => question.id.startsWith(`${id}-`));
      return own.length > 0 ? [{ id, title, questions: own }] : [];
    }),
  );
