import { formatList, pluralOf } from "./format";
import type { Language } from "./resources";

/** What the domain says: a key `<namespace>:<path>`, and values of which a list names values of facts. */
type Message = { key: string; params: Readonly<Record<string, string | number | ReadonlyArray<string>>> };

// A key made at run time cannot be typed; the tests of the checks compare every key with the message files.
type Write = (key: string, parameters: Readonly<Record<string, unknown>>) => string;
type Spoken = Readonly<Record<string, string | number>>;

/** A message of the domain in words; lists of values of facts become lists of their words. */
export function writeMessage(translate: unknown, language: Language, { key, params }: Message): string {
  const write = translate as Write;
  const spoken: Record<string, string | number> = {};
  for (const [name, value] of Object.entries(params))
    spoken[name] =
      typeof value === "object"
        ? formatList(
            value.map((word) => speak(write, language, `facts:word.${word}`, {})),
            language,
          )
        : value;
  return speak(write, language, key, spoken);
}

/** A text, a parameter in it, or another text whose key is made of parameters: `$t(checks:area.{{fr}})`. */
type Piece = string | { name: string } | { key: ReadonlyArray<Piece> };
/** null: something that only the library can read. */
type Template = ReadonlyArray<Piece> | null;

/** By language, key and plural: the resources of a language never change. An assessment speaks many sentences. */
const templates = new Map<string, Template>();

function speak(write: Write, language: Language, key: string, params: Spoken): string {
  const plural = typeof params.count === "number" ? pluralOf(params.count, language) : "";
  const known = templates.get(`${language} ${plural} ${key}`);
  const template = known === undefined ? readTemplate(write, key, params) : known;
  if (known === undefined) templates.set(`${language} ${plural} ${key}`, template);
  return template === null ? write(key, params) : fill(template, write, language, params);
}

function fill(template: ReadonlyArray<Piece>, write: Write, language: Language, params: Spoken): string {
  let text = "";
  for (const piece of template) {
    if (typeof piece === "string") text += piece;
    else if ("name" in piece) text += params[piece.name] ?? "";
    else text += speak(write, language, fill(piece.key, write, language, params), params);
  }
  return text;
}

function readTemplate(write: Write, key: string, params: Spoken): Template {
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
