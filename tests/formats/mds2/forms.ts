import questions from "~/catalogue/mds2-2019/requirements.json";
import standard from "~/catalogue/mds2-2019/standard.json";
import { parseMds2 } from "~/formats/mds2/parse";
import type { Mds2Question, Mds2Reading } from "~/formats/mds2/reading";
import type { Mds2Heads } from "~/formats/mds2/write";

// The catalogue's own schema says so; a JSON module forgets it.
export const FORM = questions as ReadonlyArray<Mds2Question>;
export const HEADS: Mds2Heads = ["Question ID", "Question", "Answer", "Note"];
export const SECTIONS = standard.groups.map(({ id, title }) => ({
  id,
  title,
  questions: FORM.filter((one) => one.id.startsWith(`${id}-`)),
}));

export type Rows = ReadonlyArray<ReadonlyArray<string>>;

export function table(rows: Rows) {
  return {
    name: "MDS2",
    merges: [],
    rows: rows.flatMap((cells, index) =>
      cells.every((cell) => cell === "") ? [] : [{ number: index + 1, cells }],
    ),
  };
}

export function read(rows: Rows): Mds2Reading {
  const result = parseMds2([table(rows)], FORM);
  if (!result.ok) throw new Error(result.refusal.code);
  return result.value;
}

export const answersOf = (reading: Mds2Reading) =>
  Object.fromEntries(
    reading.entries.map(({ question, answer, note }) => [
      question,
      note === "" ? answer : `${answer}: ${note}`,
    ]),
  );
export const problemsOf = (reading: Mds2Reading) =>
  reading.problems.map(({ code, place, suggestion }) =>
    [code, `${place.column}${place.row}`, suggestion].filter((part) => part !== null).join(" "),
  );

export const HEAD = ["Question ID", "Question", "", "See note"];
export const SMALL: Rows = [
  HEAD,
  ["ALOF-1", "Idle session can be locked", "Yes", ""],
  ["ALOF-2", "Interval can be set", "No", "fixed at 5 minutes"],
  ["AUTH-1", "Login", "See note", "by badge"],
];
