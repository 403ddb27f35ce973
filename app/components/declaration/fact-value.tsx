import { DateText } from "~/components/date-text";
import { type Column, FACT_FIELDS, type FactField } from "~/domain/declaration/fact-fields";
import type { DataHandling, FactKey, ProductFacts } from "~/domain/declaration/facts";
import { formatList } from "~/i18n/format";
import { useLanguage } from "~/i18n/use-language";
import { useTranslation } from "~/i18n/use-translation";
import { listOf, textOf } from "./form-values";
import { useWord } from "./use-word";

/** What is stated, in words; what is not stated says so. */
export function FactValue({ factKey, value }: { factKey: FactKey; value: unknown }) {
  const { t } = useTranslation("declaration");
  const word = useWord();
  const language = useLanguage();
  const field: FactField = FACT_FIELDS[factKey];
  if (value === undefined) return <span className="text-muted">{t("facts.notStated")}</span>;
  if (Array.isArray(value) && value.length === 0) return t("facts.none");
  switch (field.kind) {
    case "line":
    case "text":
      return <span className="fact-text">{String(value)}</span>;
    case "date":
      return <DateText value={String(value)} />;
    case "flag":
      return value === true ? t("facts.yes") : t("facts.no");
    case "number":
      return field.unit === "days"
        ? t("facts.wholeDays", { count: Number(value) })
        : t("facts.wholeHours", { count: Number(value) });
    case "one-of":
      return word(String(value));
    case "any-of":
      return formatList(toList(value).map(word), language);
    case "rows":
      return (
        <ul className="fact-entries">
          {toEntries(value).map((entry) => (
            <li key={JSON.stringify(entry)}>
              <Entry factKey={factKey} entry={entry} />
            </li>
          ))}
        </ul>
      );
    case "record":
      return <Entry factKey={factKey} entry={value} />;
    case "handling":
      return <Handling handling={value as ReadonlyArray<DataHandling>} />;
    case "mds2":
      return <Mds2 mds2={value as NonNullable<ProductFacts["mds2"]>} />;
  }
}

/** The columns of an entry in one line, in the order in which they are asked for. */
function Entry({ factKey, entry }: { factKey: FactKey; entry: unknown }) {
  const { t } = useTranslation("declaration");
  const word = useWord();
  const language = useLanguage();
  const field: FactField = FACT_FIELDS[factKey];
  if (field.kind !== "rows" && field.kind !== "record") return null;
  const partOf = (column: string, kind: Column["kind"]): string => {
    // Columns of the table of facts each have their words.
    const label = t(`facts:column.${factKey}.${column}` as "facts:column.platforms.name");
    const value = memberText(entry, column);
    switch (kind) {
      case "yes":
        return value === "true" ? label : "";
      case "some-of": {
        const words = listOf(entry, column).map((one) => spoken(one, word));
        return words.length === 0 ? "" : `${label}: ${formatList(words, language)}`;
      }
      case "one-of":
        return value === "" ? "" : word(value);
      case "line":
      case "text":
        return value;
      case "date":
      case "number":
        return value === "" ? "" : `${label}: ${value}`;
    }
  };
  const parts = Object.entries(field.columns).map(([column, { kind }]) => partOf(column, kind));
  return <span className="fact-text">{parts.filter((part) => part !== "").join(" · ")}</span>;
}

function Handling({ handling }: { handling: ReadonlyArray<DataHandling> }) {
  const { t } = useTranslation("declaration");
  const word = useWord();
  const said = (isEncrypted: boolean | null) => {
    if (isEncrypted === null) return t("facts.notStated");
    return isEncrypted ? t("facts.yes") : t("facts.no");
  };
  return (
    <ul className="fact-entries">
      {handling.map(({ dataClass, stored, sent, encryptedAtRest, encryptedInTransit }) => (
        <li key={dataClass}>
          {word(dataClass)}:{" "}
          {[
            t(`facts:use.${stored ? (sent ? "both" : "stored") : sent ? "sent" : "none"}`),
            ...(stored
              ? [`${t("facts:column.dataHandling.encryptedAtRest")}: ${said(encryptedAtRest)}`]
              : []),
            ...(sent
              ? [`${t("facts:column.dataHandling.encryptedInTransit")}: ${said(encryptedInTransit)}`]
              : []),
          ].join(" · ")}
        </li>
      ))}
    </ul>
  );
}

function Mds2({ mds2 }: { mds2: NonNullable<ProductFacts["mds2"]> }) {
  const { t } = useTranslation("declaration");
  const count = Object.keys(mds2.answers).length;
  return (
    <span>
      {mds2.edition} · {mds2.releasedOn ? <DateText value={mds2.releasedOn} /> : t("facts.notStated")} ·{" "}
      {t("facts.mds2Count", { count })}
    </span>
  );
}

function toList(value: unknown): ReadonlyArray<string> {
  return Array.isArray(value) ? value.map(String) : [];
}

function toEntries(value: unknown): ReadonlyArray<unknown> {
  return Array.isArray(value) ? value : [];
}

function memberText(entry: unknown, column: string): string {
  const text = textOf(entry, column);
  if (text !== "" || typeof entry !== "object" || entry === null) return text;
  // Numbers and flags; what is missing or null was not stated.
  const value = (entry as Readonly<Record<string, unknown>>)[column] ?? "";
  return Array.isArray(value) ? "" : String(value);
}

/** Rows are named by their number, everything else by its word. */
function spoken(value: string, word: (value: string) => string): string {
  return /^[A-Z]{2,3} \d/.test(value) ? value : word(value);
}
