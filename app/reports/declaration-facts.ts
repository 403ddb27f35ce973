import { type Column, FACT_FIELDS, type FactField } from "~/domain/declaration/fact-fields";
import type { DataHandling, FactKey, ProductFacts } from "~/domain/declaration/facts";
import type { QualifiedKey } from "~/i18n/keys";
import type { DeclarationReportWords } from "./declaration-report";

/** A fact in words, a line an entry; null where it is not stated. */
export function factText(key: FactKey, value: unknown, words: DeclarationReportWords): string | null {
  const { t, day, word } = words;
  const field: FactField = FACT_FIELDS[key];
  if (value === undefined) return null;
  if (Array.isArray(value) && value.length === 0) return t("declaration:facts.none");
  switch (field.kind) {
    case "line":
    case "text":
      return String(value);
    case "date":
      return day(String(value));
    case "flag":
      return t(value === true ? "declaration:facts.yes" : "declaration:facts.no");
    case "number":
      return t(field.unit === "days" ? "declaration:facts.wholeDays" : "declaration:facts.wholeHours", {
        count: Number(value),
      });
    case "one-of":
      return word(String(value));
    case "any-of":
      return listOf(value).map(word).join(", ");
    case "rows":
      return (value as ReadonlyArray<Entry>)
        .map((entry) => entryText(key, field.columns, entry, words))
        .join("\n");
    case "record":
      return entryText(key, field.columns, value as Entry, words);
    case "handling":
      return (value as ReadonlyArray<DataHandling>).map((one) => handlingText(one, words)).join("\n");
    case "mds2": {
      const { edition, releasedOn, answers } = value as NonNullable<ProductFacts["mds2"]>;
      const count = t("declaration:facts.mds2Count", { count: Object.keys(answers).length });
      return [edition, ...(releasedOn ? [day(releasedOn)] : []), count].join(" · ");
    }
  }
}

type Entry = Readonly<Record<string, unknown>>;

/** The columns of an entry in one line, in the order in which they are asked for. */
function entryText(
  key: FactKey,
  columns: Readonly<Record<string, Column>>,
  entry: Entry,
  { t, day, word }: DeclarationReportWords,
): string {
  const parts = Object.entries(columns).map(([column, { kind }]) => {
    const label = t(`facts:column.${key}.${column}` as QualifiedKey);
    const value = entry[column];
    if (value === null || value === undefined || value === "" || value === false) return "";
    if (kind === "yes") return label;
    if (kind === "some-of")
      return listOf(value).length === 0
        ? ""
        : `${label}: ${listOf(value)
            .map((one) => spoken(one, word))
            .join(", ")}`;
    if (kind === "one-of") return word(String(value));
    if (kind === "date") return `${label}: ${day(String(value))}`;
    return kind === "number" ? `${label}: ${String(value)}` : String(value);
  });
  return parts.filter((part) => part !== "").join(" · ");
}

function handlingText(
  { dataClass, stored, sent, encryptedAtRest, encryptedInTransit }: DataHandling,
  { t, word }: DeclarationReportWords,
): string {
  const said = (isEncrypted: boolean | null) =>
    t(`declaration:facts.${isEncrypted === null ? "notStated" : isEncrypted ? "yes" : "no"}`);
  const parts = [
    t(`facts:use.${stored ? (sent ? "both" : "stored") : sent ? "sent" : "none"}`),
    ...(stored ? [`${t("facts:column.dataHandling.encryptedAtRest")}: ${said(encryptedAtRest)}`] : []),
    ...(sent ? [`${t("facts:column.dataHandling.encryptedInTransit")}: ${said(encryptedInTransit)}`] : []),
  ];
  return `${word(dataClass)}: ${parts.join(" · ")}`;
}

function listOf(value: unknown): ReadonlyArray<string> {
  return Array.isArray(value) ? value.map(String) : [];
}

/** Rows are named by their number, everything else by its word. */
function spoken(value: string, word: (value: string) => string): string {
  return /^[A-Z]{2,3} \d/.test(value) ? value : word(value);
}
