import { formatList, pluralOf } from "./format";
import type { Language } from "./resources";

/** What the domain says: a key `<namespace>:<path>`, and values of which a list names values of facts. */
type Message = { key: string; params: Readonly<Record<string, string | number | ReadonlyArray<string>>> };

// A key made at run time cannot be typed; the tests of the checks compare every key with the message files.
type Write = (key: string, parameters: Readonly<Record<string, unknown>>) => string;
type Params = Message["params"];

/** A message of the domain in words; lists of values of facts become lists of their words. */
export function writeMessage(translate: unknown, language: Language, { key, params }: Message): string {
  return speak(translate as Write, language, key, params);
}

/** A text, a parameter in it, or another text whose key is made of parameters: `$t(checks:area.{{fr}})`. */
type Piece = string | { name: string } | { key: ReadonlyArray<Piece> };
/** null: something that only the library can read. */
type Template = ReadonlyArray<Piece> | null;

/** By language, plural and key: the resources of a language never change, and an assessment speaks much. */
const templates = new Map<Language, Map<string, Map<string, Template>>>();

function speak(write: Write, language: Language, key: string, params: Params): string {
  const ofForm = templatesOf(language, params.count);
  const known = ofForm.get(key);
  const template = known === undefined ? readTemplate(write, key, params) : known;
  if (known === undefined) ofForm.set(key, template);
  return template === null
    ? write(key, spokenParams(write, language, params))
    : fill(template, write, language, params);
}

function templatesOf(language: Language, count: Params[string] | undefined): Map<string, Template> {
  const form = typeof count === "number" ? formOf(count, language) : "";
  const ofLanguage = templates.get(language) ?? new Map<string, Map<string, Template>>();
  const ofForm = ofLanguage.get(form) ?? new Map<string, Template>();
  if (ofForm.size === 0) templates.set(language, ofLanguage.set(form, ofForm));
  return ofForm;
}

/** Counts whose forms are kept: rows of a catalogue, days of a year. */
const FEW = 512;
const forms = new Map<Language, Array<string>>();

function formOf(count: number, language: Language): string {
  if (!(count < FEW)) return pluralOf(count, language);
  const known = forms.get(language) ?? [];
  const form = known[count] ?? pluralOf(count, language);
  known[count] = form;
  forms.set(language, known);
  return form;
}

const NO_PARAMS: Params = {};

function fill(template: ReadonlyArray<Piece>, write: Write, language: Language, params: Params): string {
  let text = "";
  for (const piece of template) {
    if (typeof piece === "string") text += piece;
    else if ("name" in piece) text += spoken(write, language, params[piece.name] ?? "");
    else text += speak(write, language, fill(piece.key, write, language, params), params);
  }
  return text;
}

function spoken(write: Write, language: Language, value: Params[string]): string | number {
  if (typeof value !== "object") return value;
  const words = value.map((word) => speak(write, language, `facts:word.${word}`, NO_PARAMS));
  const [only] = words;
  return words.length === 1 && only !== undefined ? only : formatList(words, language);
}

function spokenParams(write: Write, language: Language, params: Params) {
  return Object.fromEntries(
    Object.entries(params).map(([name, value]) => [name, spoken(write, language, value)]),
  );
}

function readTemplate(write: Write, key: string, params: Params): Template {
  const text = write(key, { ...params, skipInterpolation: true });
  const pieces = piecesOf(text, /\{\{(\w+)\}\}|\$t\(([^(),]+)\)/g);
  const rest = pieces.filter((piece) => typeof piece === "string").join(" ");
  return rest.includes("{{") || rest.includes("$t(") ? null : pieces;
}

function piecesOf(text: string, placeholder: RegExp): ReadonlyArray<Piece> {
  const pieces: Array<Piece> = [];
  let from = 0;
  for (const { 0: whole, 1: name, 2: key = "", index } of text.matchAll(placeholder)) {
    pieces.push(text.slice(from, index));
    pieces.push(name === undefined ? { key: piecesOf(key, /\{\{(\w+)\}\}/g) } : { name });
    from = index + whole.length;
  }
  return [...pieces, text.slice(from)].filter((piece) => piece !== "");
}
