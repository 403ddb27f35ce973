import {
  type Column,
  type Columns,
  FACT_FIELDS,
  type FactField,
  type FactGroup,
  HANDLED_CLASSES,
  keysOfGroup,
} from "~/domain/declaration/fact-fields";
import { isEmpty, memberOf, placesOf, toFlag, toList, toNumber, toText } from "./form-values";
import type { Fields } from "./refusal";

/** What was posted, as input of `saveFacts`; values are judged there. `places`: of the rows that were not left blank. */
export type PostedFacts = {
  facts: Readonly<Record<string, unknown>>;
  places: Readonly<Record<string, ReadonlyArray<string>>>;
  /** What contradicts itself already in the form, e.g. "none" with a tick. */
  errors: Fields;
};

type Read = { value: unknown; places?: ReadonlyArray<string>; error?: string };

/** The facts of one topic from its form. Whatever is empty or says "not stated" is absent. */
export function readFactsForm(group: FactGroup, values: unknown): PostedFacts {
  const facts: Record<string, unknown> = {};
  const places: Record<string, ReadonlyArray<string>> = {};
  const errors: Record<string, ReadonlyArray<string>> = {};
  for (const key of keysOfGroup(group)) {
    const { value, places: rows, error } = readField(FACT_FIELDS[key], memberOf(values, key));
    if (value !== undefined) facts[key] = value;
    if (rows) places[key] = rows;
    if (error) errors[`facts.${key}`] = [error];
  }
  return { facts, places, errors };
}

/** Errors of the use case under the names of the fields that the person sees. */
export function toFieldNames(fields: Fields, { places }: Pick<PostedFacts, "places">): Fields {
  return Object.fromEntries(
    Object.entries(fields).map(([path, errors]) => [toFieldName(path, places), errors]),
  );
}

function toFieldName(path: string, places: PostedFacts["places"]): string {
  const [head, key = "", row = "", ...rest] = path.split(".");
  if (head !== "facts") return path;
  if (key === "mds2" && row === "answers") {
    const last = rest.at(-1) === "note" || rest.at(-1) === "answer" ? rest.pop() : "answer";
    return ["facts.mds2.answers", rest.join("_"), last].join(".");
  }
  const place = places[key]?.[Number(row)];
  if (place !== undefined) return ["facts", key, "rows", place, ...rest].join(".");
  // What is wrong with one of several ticks is wrong with the field.
  return /^\d+$/.test(row) ? `facts.${key}` : path;
}

function readField(field: FactField, value: unknown): Read {
  switch (field.kind) {
    case "line":
    case "text":
    case "date":
    case "one-of":
      return { value: toText(value) === "" ? undefined : toText(value) };
    case "flag":
      return { value: toFlag(value) ?? undefined };
    case "number":
      return { value: toNumber(value) };
    case "any-of":
      return readStated(value, toList(memberOf(value, "values")));
    case "rows":
      return readRows(field.columns, value);
    case "record":
      return { value: isBlank(field.columns, value) ? undefined : readColumns(field.columns, value) };
    case "handling":
      return readHandling(value);
    case "mds2":
      return readMds2(value);
  }
}

/** Not stated, none, or these. A tick counts even where the person has not said "these". */
function readStated(value: unknown, chosen: ReadonlyArray<unknown>): Read {
  const state = toText(memberOf(value, "state"));
  if (state === "none") return chosen.length > 0 ? { value: [], error: "none-and-some" } : { value: [] };
  if (chosen.length > 0) return { value: chosen };
  return state === "some" ? { value: undefined, error: "none-chosen" } : { value: undefined };
}

function readRows(columns: Columns, value: unknown): Read {
  const rows = memberOf(value, "rows");
  const places = placesOf(value, "rows").filter((place) => !isBlankRow(columns, memberOf(rows, place)));
  const read = readStated(
    value,
    places.map((place) => readColumns(columns, memberOf(rows, place))),
  );
  return { ...read, places };
}

function readColumns(columns: Columns, values: unknown) {
  const members = Object.entries(columns).map(([name, column]) => [
    name,
    readColumn(column, memberOf(values, name)),
  ]);
  return Object.fromEntries(members);
}

function readColumn({ kind }: Column, value: unknown): unknown {
  switch (kind) {
    case "line":
    case "text":
      return toText(value);
    case "date":
      return toText(value) === "" ? null : toText(value);
    case "number":
      return toNumber(value);
    case "one-of":
      return toText(value) === "" ? undefined : toText(value);
    case "some-of":
      return toList(value);
    case "yes":
      return toText(value) !== "";
  }
}

/** A row in which nothing was written; what a list offers first is not written by anybody. */
function isBlankRow(columns: Columns, values: unknown): boolean {
  return Object.entries(columns).every(
    ([name, { kind }]) => kind === "one-of" || kind === "yes" || isEmpty(memberOf(values, name)),
  );
}

function isBlank(columns: Columns, values: unknown): boolean {
  return Object.keys(columns).every((name) => isEmpty(memberOf(values, name)));
}

function readHandling(value: unknown): Read {
  const rows = memberOf(value, "rows");
  const handled = HANDLED_CLASSES.flatMap((dataClass) => {
    const row = memberOf(rows, dataClass);
    const use = toText(memberOf(row, "use"));
    if (use === "") return [];
    return [
      {
        dataClass,
        stored: use === "stored" || use === "both",
        sent: use === "sent" || use === "both",
        encryptedAtRest: toFlag(memberOf(row, "encryptedAtRest")),
        encryptedInTransit: toFlag(memberOf(row, "encryptedInTransit")),
      },
    ];
  });
  return readStated(value, handled);
}

function readMds2(value: unknown): Read {
  const posted = memberOf(value, "answers");
  const rows = typeof posted === "object" && posted !== null ? Object.entries(posted) : [];
  const answers = rows.flatMap(([name, row]) => {
    const answer = toText(memberOf(row, "answer"));
    const note = toText(memberOf(row, "note"));
    // A note without an answer is refused at its answer, not lost.
    if (answer === "" && note === "") return [];
    const id = name.replaceAll("_", ".");
    return [[id, { answer: answer === "" ? undefined : answer, ...(note === "" ? {} : { note }) }]];
  });
  const edition = toText(memberOf(value, "edition"));
  const releasedOn = toText(memberOf(value, "releasedOn"));
  if (edition === "" && releasedOn === "" && answers.length === 0) return { value: undefined };
  return {
    value: {
      edition: edition === "" ? undefined : edition,
      releasedOn: releasedOn === "" ? null : releasedOn,
      answers: Object.fromEntries(answers),
    },
  };
}
