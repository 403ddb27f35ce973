import { foldedWords } from "../folded";
import type { Mds2Word } from "./reading";

/** Answers as forms give them, without accents and case: English, German, Czech, Slovak, Polish, French, Italian, Spanish, Dutch. */
const ANSWERS: Readonly<Record<Mds2Word, string>> = {
  Yes: "yes|y|ja|j|ano|áno|tak|oui|si|sí|true",
  No: "no|n|nein|ne|nie|non|nee|false",
  "N/A":
    "n a|na|n a n|not applicable|nicht zutreffend|nicht anwendbar|entfällt|n z|nevztahuje se|netýká se|neaplikovatelné|" +
    "nepoužije se|netýka sa|nevzťahuje sa|nie dotyczy|n d|sans objet|non applicable|non applicabile|no aplica|n v t|niet van toepassing",
  "See note":
    "see note|see notes|see comment|note|siehe anmerkung|siehe hinweis|siehe bemerkung|s anmerkung|viz poznámka|viz pozn|" +
    "pozri poznámku|patrz uwaga|zob uwaga|voir note|voir remarque|vedi nota|ver nota|véase nota|zie opmerking",
};

const WORDS: ReadonlyMap<string, Mds2Word> = new Map(
  Object.entries(ANSWERS).flatMap(([answer, words]) =>
    // The keys are those of the closed table.
    words.split("|").map((word) => [foldedWords(word), answer as Mds2Word] as const),
  ),
);

export const MDS2_COLUMNS = ["id", "question", "answer", "note"] as const;
export type Mds2Column = (typeof MDS2_COLUMNS)[number];

const HEADS: Readonly<Record<Mds2Column, string>> = {
  id: "id|question id|question no|question number|no|nr|item|mds2 id|mds2|frage id|fragen id|frage nr|nummer|číslo|číslo otázky|id otázky|kód|identifiant|numéro",
  question:
    "question|questions|frage|fragen|otázka|question text|text|description|fragetext|pytanie|domanda|pregunta|vraag",
  answer:
    "answer|answers|response|yes no n a or see note|yes no n a|antwort|odpověď|odpoveď|odpowiedź|réponse|risposta|respuesta|antwoord|manufacturer answer|manufacturer response",
  note: "note|notes|see note|note s|comment|comments|remark|remarks|note #|anmerkung|anmerkungen|bemerkung|hinweis|kommentar|poznámka|poznámky|komentář|uwaga|uwagi|remarque|remarques|commentaire|nota|note e commenti|opmerking",
};

const HEAD_WORDS: ReadonlyMap<string, Mds2Column> = new Map(
  MDS2_COLUMNS.flatMap((column) =>
    HEADS[column].split("|").map((word) => [foldedWords(word), column] as const),
  ),
);

/** What a column holds by its head; undefined where the head is none of ours. */
export function columnOfHead(cell: string): Mds2Column | undefined {
  return cell.length > 60 ? undefined : HEAD_WORDS.get(foldedWords(cell));
}

/** The answer that a word stands for, in any of the languages; undefined where it is none. */
export function wordOf(text: string): Mds2Word | undefined {
  return text.length > 60 ? undefined : WORDS.get(foldedWords(text));
}

/** Nothing in it may repeat without end: cells are long, and there are many. */
const HEAD_OF_ANSWER = /^([^,;:(\n–—]{1,40}?)\s{0,3}(?:[,;:(\n–—]|\s-\s)/;

export type ParsedAnswer = { answer: Mds2Word; rest: string; noteNumber: string | null };

/**
 * An answer and what was written behind it in the same cell: `Yes`, `ja`, `Yes, optional`, `No (see note 3)`, `See Note 4`.
 * Undefined where it does not begin with an answer.
 */
export function parseAnswer(cell: string): ParsedAnswer | undefined {
  const text = cell.trim();
  const whole = wordOf(text);
  if (whole !== undefined) return { answer: whole, rest: "", noteNumber: null };
  const number = noteNumberOf(text);
  if (number !== null) return { answer: "See note", rest: "", noteNumber: number };
  const [start = "", head = ""] = HEAD_OF_ANSWER.exec(text) ?? [];
  const tail = text.slice(start.length).trim();
  const answer = wordOf(head);
  if (answer === undefined) return undefined;
  const rest = (text.includes("(") ? tail.replace(/\)\s*$/, "") : tail).trim();
  const noteNumber = noteNumberOf(rest);
  const isReference = noteNumber !== null || wordOf(rest) === "See note";
  return { answer, rest: isReference ? "" : rest, noteNumber };
}

const NOTE_WORDS =
  "see notes?|note|siehe anmerkung|anmerkung|anm|viz pozn[aá]mka|viz pozn|pozn[aá]mka|pozn|voir note|remarque|uwaga|nota|opmerking";
const NUMBERED = new RegExp(`^(?:${NOTE_WORDS})(?: no| nr| c)? ?(\\d{1,3})$`);
const DEFINITION = new RegExp(`^(?:${NOTE_WORDS})\\.? ?#?\\s?(\\d{1,3})\\s*[:.)–-]?\\s*([\\s\\S]*)$`, "iu");

/** The number in `See note 3`, `Note #3`, `Anm. 3`; null where the text says anything else. */
export function noteNumberOf(text: string): string | null {
  return text.length > 40 ? null : (NUMBERED.exec(foldedWords(text))?.[1] ?? null);
}

/** A line that tells what a numbered note says: `Note 3: …`; empty where the text stands in the next cell. */
export function noteDefinitionOf(text: string): { number: string; text: string } | null {
  const [, number = "", rest = ""] = DEFINITION.exec(text.trim().normalize("NFC")) ?? [];
  return number === "" ? null : { number, text: rest.trim() };
}
