import {
  type Columns,
  FACT_FIELDS,
  type FactField,
  type FactGroup,
  keysOfGroup,
} from "~/domain/declaration/fact-fields";
import type { DataHandling, FactKey, ProductFacts } from "~/domain/declaration/facts";
import { type FormValues, memberOf } from "./form-values";

/** What the form of one topic shows. */
export function writeFactsForm(group: FactGroup, facts: ProductFacts): FormValues {
  return Object.fromEntries(keysOfGroup(group).map((key) => [key, writeField(key, facts)]));
}

/** Dots part the names of fields. */
export function mds2Name(questionId: string): string {
  return questionId.replaceAll(".", "_");
}

function useOf({ stored, sent }: DataHandling): string {
  if (stored) return sent ? "both" : "stored";
  return sent ? "sent" : "none";
}

function writeField(key: FactKey, facts: ProductFacts): unknown {
  const field: FactField = FACT_FIELDS[key];
  const value = facts[key];
  switch (field.kind) {
    case "line":
    case "text":
    case "date":
    case "one-of":
    case "number":
    case "flag":
      return value === undefined ? "" : String(value);
    case "any-of":
      return { state: stateOf(value), values: Array.isArray(value) ? value : [] };
    case "rows":
      return { state: stateOf(value), rows: writeRows(field.columns, value) };
    case "record":
      return value === undefined ? {} : writeColumns(field.columns, value);
    case "handling":
      return writeHandling(facts.dataHandling);
    case "mds2":
      return writeMds2(facts.mds2);
  }
}

function stateOf(value: unknown): string {
  if (!Array.isArray(value)) return "";
  return value.length === 0 ? "none" : "some";
}

function writeRows(columns: Columns, value: unknown) {
  const rows: ReadonlyArray<unknown> = Array.isArray(value) ? value : [];
  return Object.fromEntries(rows.map((row, place) => [String(place), writeColumns(columns, row)]));
}

function writeColumns(columns: Columns, value: unknown) {
  return Object.fromEntries(
    Object.entries(columns).map(([name, { kind }]) => {
      const member = memberOf(value, name);
      if (kind === "some-of") return [name, member];
      if (kind === "yes") return [name, member === true ? "on" : ""];
      return [name, member === null || member === undefined ? "" : String(member)];
    }),
  );
}

function writeHandling(handling: ReadonlyArray<DataHandling> | undefined) {
  const rows = (handling ?? []).map((row) => [
    row.dataClass,
    {
      use: useOf(row),
      encryptedAtRest: String(row.encryptedAtRest ?? ""),
      encryptedInTransit: String(row.encryptedInTransit ?? ""),
    },
  ]);
  return { state: stateOf(handling), rows: Object.fromEntries(rows) };
}

function writeMds2(mds2: ProductFacts["mds2"]) {
  if (!mds2) return {};
  const answers = Object.entries(mds2.answers).map(([id, { answer, note = "" }]) => [
    mds2Name(id),
    { answer, note },
  ]);
  return { edition: mds2.edition, releasedOn: mds2.releasedOn ?? "", answers: Object.fromEntries(answers) };
}
