import { expect, test } from "vitest";
import { answersOf, HEAD, problemsOf, type Rows, read, SMALL } from "./forms";

test.each<[string, Rows]>([
  [
    "the worksheet: blank head over the answers, title above",
    [["Manufacturer Disclosure Statement", "", "", ""], ...SMALL],
  ],
  ["no heads at all", SMALL.slice(1)],
  [
    "columns in another order",
    SMALL.map(([id = "", question = "", answer = "", note = ""]) => [note, answer, question, id]),
  ],
  [
    "empty columns between",
    SMALL.map(([id = "", question = "", answer = "", note = ""]) => [
      "",
      id,
      "",
      question,
      "",
      answer,
      "",
      note,
    ]),
  ],
  [
    "reference columns of the form behind the notes",
    SMALL.map((row, index) => [...row, index === 0 ? "IEC TR 80001-2-2:2012" : "Section 5.1, ALOF", "AC-12"]),
  ],
  [
    "section titles between the questions",
    SMALL.flatMap((row, index) => (index === 3 ? [["", "AUTHORIZATION (AUTH)", "", ""], row] : [row])),
  ],
  [
    "a column for each answer",
    [
      ["ID", "Question", "Yes", "No", "N/A", "See note", "Comments"],
      ["ALOF-1", "Idle session", "X", "", "", "", ""],
      ["ALOF-2", "Interval", "", "x", "", "", "fixed at 5 minutes"],
      ["AUTH-1", "Login", "", "", "", "✓", "by badge"],
    ],
  ],
])("a layout variant says the same: %s", (_name, rows) => {
  expect(answersOf(read(rows))).toEqual({
    "ALOF-1": "Yes",
    "ALOF-2": "No: fixed at 5 minutes",
    "AUTH-1": "See note: by badge",
  });
});

test.each([
  [
    "German",
    ["Frage-Nr.", "Frage", "Antwort", "Anmerkung"],
    ["Ja", "Nein", "Nicht zutreffend", "siehe Anmerkung"],
  ],
  ["Czech", ["Číslo otázky", "Otázka", "Odpověď", "Poznámka"], ["Ano", "NE", "Netýká se", "viz poznámka"]],
  ["Slovak", ["ID otázky", "Otázka", "Odpoveď", "Poznámky"], ["áno", "nie", "Netýka sa", "Pozri poznámku"]],
  ["Polish", ["ID", "Pytanie", "Odpowiedź", "Uwagi"], ["TAK", "nie", "nie dotyczy", "zob. uwaga"]],
  ["French", ["Numéro", "Question", "Réponse", "Remarques"], ["Oui", "Non", "Sans objet", "Voir note"]],
  ["short English", ["#", "Question", "Response", "Comments"], ["Y", "n", "n/a", "See Note"]],
])("answers and heads in %s", (_language, heads, [yes = "", no = "", none = "", see = ""]) => {
  const reading = read([
    heads,
    ["ALOF-1", "", yes, ""],
    ["ALOF-2", "", no, ""],
    ["AUTH-1", "", none, "a reason"],
    ["AUTH-2", "", see, "the answer"],
  ]);
  expect(answersOf(reading)).toEqual({
    "ALOF-1": "Yes",
    "ALOF-2": "No",
    "AUTH-1": "N/A: a reason",
    "AUTH-2": "See note: the answer",
  });
  expect(reading.headRow).toBe(1);
});

test.each([
  ["Yes, optional", "Yes: optional"],
  ["Yes (from 3.2)", "Yes: from 3.2"],
  ["No - planned", "No: planned"],
  ["YES.", "Yes"],
  ["N/A; no radio", "N/A: no radio"],
])("an answer with words in its cell: %s", (cell, said) => {
  expect(answersOf(read([...SMALL, ["AUTH-2", "", cell, ""]]))["AUTH-2"]).toBe(said);
});

test("numbered notes are found wherever they stand; one that is missing is reported", () => {
  const reading = read([
    ...SMALL,
    ["AUTH-2", "", "See Note 2", ""],
    ["AUTH-4", "", "Yes", "Note 1"],
    ["AUTH-5", "", "Yes", "7"],
    ["Note 1: only over HTTPS"],
    ["Note 2", "", "roles are fixed"],
  ]);
  expect(answersOf(reading)).toMatchObject({
    "AUTH-2": "See note: roles are fixed",
    "AUTH-4": "Yes: only over HTTPS",
    "AUTH-5": "Yes: 7",
  });
  expect(problemsOf(reading)).toEqual(["note-not-found C7"]);
});

test("ids with other dashes, spaces and case are the same; the known misprint is read and named", () => {
  const reading = read([
    HEAD,
    ["alof–1", "", "Yes", ""],
    ["ALOF 2", "", "Yes", ""],
    ["AUDT-2,8.1", "", "Yes", ""],
    ["SHAD-15", "", "Yes", ""],
    ["AUTH_1.", "", "No", ""],
  ]);
  expect(Object.keys(answersOf(reading))).toEqual(["ALOF-1", "ALOF-2", "AUDT-2.8.1", "SAHD-15", "AUTH-1"]);
  expect(reading.readAs).toEqual([
    { place: { sheet: "MDS2", row: 5, column: "A" }, written: "SHAD-15", question: "SAHD-15" },
  ]);
  expect(reading.problems).toEqual([]);
});

test("an id that could mean two things, or has a number the form does not have, is only suggested", () => {
  const reading = read([
    ...SMALL,
    // SAHD-15 stands in the file as well: which of the two is meant, nobody knows.
    ["SAHD-15", "", "Yes", ""],
    ["SHAD-15", "", "No", ""],
    ["AUDT-2.99", "", "Yes", ""],
    ["QQQQ-1", "", "Yes", ""],
    // One letter from AUDT and AUTH.
    ["AUTT-1", "", "Yes", ""],
  ]);
  expect(problemsOf(reading)).toEqual([
    "unknown-id A6 SAHD-15",
    "unknown-id A7 AUDT-2",
    "unknown-id A8",
    "unknown-id A9 AUDT-1",
  ]);
  expect(answersOf(reading)["SAHD-15"]).toBe("Yes");
  expect(answersOf(reading)["AUDT-1"]).toBeUndefined();
});

test("what cannot be read sets nothing and is listed with its cell", () => {
  const reading = read([
    ...SMALL,
    ["AUTH-2", "", "perhaps", ""],
    ["AUTH-3", "", "N/A", ""],
    ["AUTH-4", "", "See note", ""],
    ["AUTH-5", "", "Yes", ""],
    ["AUTH-5", "", "No", ""],
    ["EMRG-1", "", "Yes", ""],
    ["EMRG-1", "", "", ""],
    ["DOC-7", "", "03/04/2026", ""],
  ]);
  expect(problemsOf(reading)).toEqual([
    "unknown-answer C5",
    "not-applicable-without-reason C6",
    "see-note-without-note C7",
    "contradicting-answers A9",
    "duplicate-id A11",
    "ambiguous-date C12",
  ]);
  expect(answersOf(reading)).toMatchObject({ "AUTH-3": "N/A", "AUTH-4": "See note", "EMRG-1": "Yes" });
  expect(reading.unanswered).toEqual(expect.arrayContaining(["AUTH-2", "AUTH-5"]));
  expect(reading.releasedOn).toBeNull();
});

test.each([
  ["2026-03-20", "2026-03-20"],
  ["20. 3. 2026", "2026-03-20"],
  ["03/20/2026", "2026-03-20"],
  ["March 20, 2026", "2026-03-20"],
  ["20. března 2026", "2026-03-20"],
  ["1. července 2026", "2026-07-01"],
  ["1. června 2026", "2026-06-01"],
  ["2026-02-30", null],
  ["spring", null],
])("the day of the form %s", (text, day) => {
  expect(read([...SMALL, ["DOC-7", "", text, ""]]).releasedOn).toBe(day);
});

test("two crosses in one row are no answer", () => {
  const reading = read([
    ["ID", "Yes", "No"],
    ["ALOF-1", "x", ""],
    ["ALOF-2", "x", "x"],
    ["AUTH-1", "", "x"],
  ]);
  expect(answersOf(reading)).toEqual({ "ALOF-1": "Yes", "AUTH-1": "No" });
  expect(problemsOf(reading)).toEqual(["two-answers B3"]);
});
