import { Badge } from "~/components/badge";
import { Disclosure } from "~/components/disclosure";
import { SelectField } from "~/components/select-field";
import { VerifyMark } from "~/components/verify-mark";
import { VULNERABILITY_SEVERITIES } from "~/domain/declaration/fact-values";
import type { ImportEntry } from "~/domain/declaration/import-plan";
import { useTranslation } from "~/i18n/use-translation";
import { useWord } from "../use-word";
import { EntryValue } from "./entry-value";
import { PlaceText } from "./place-text";

export type ImportWords = {
  rows: Readonly<Record<string, { title: string; minSl: number }>>;
  questions: Readonly<Record<string, string>>;
};

type EntryRowProps = {
  entry: ImportEntry;
  words: ImportWords;
  isTaken: boolean;
  isStale: boolean;
  severity: string;
};

/** One thing that the file says: what it would set, what is stated, why, and a box to take it. */
export function EntryRow({ entry, words, isTaken, isStale, severity }: EntryRowProps) {
  const { t } = useTranslation("import");
  const word = useWord();
  const { id, standing } = entry;
  const isNew = standing === "new";
  return (
    <li className="import-entry">
      <label className="import-tick" htmlFor={`take-${id}`}>
        <input type="checkbox" id={`take-${id}`} name="taken" value={id} defaultChecked={isTaken} />
        <span>
          <EntryName entry={entry} words={words} />
        </span>
      </label>
      <dl className="import-sides">
        <div>
          <dt>{t("side.proposed")}</dt>
          <dd>
            <EntryValue entry={entry} side="proposed" />
          </dd>
        </div>
        {isNew ? null : (
          <div>
            <dt>{t("side.present")}</dt>
            <dd>
              <EntryValue entry={entry} side="present" />
            </dd>
          </div>
        )}
        <div>
          <dt>{t("side.place")}</dt>
          <dd>
            <PlaceText place={entry.place} />
          </dd>
        </div>
      </dl>
      {isStale ? <Badge tone="warning">{t("entry.stale")}</Badge> : null}
      {entry.kind === "vulnerability" && entry.lacksSeverity ? (
        <SelectField
          name="severity"
          id={`severity-${id}`}
          label={t("severity.choose", { id: entry.proposed.id })}
          hint={t("severity.hint")}
          placeholder={t("severity.none")}
          defaultValue={severity === "" ? "" : `${severity} ${id}`}
          options={VULNERABILITY_SEVERITIES.map((one) => ({ value: `${one} ${id}`, label: word(one) }))}
        />
      ) : null}
      <EntryReasons entry={entry} words={words} />
    </li>
  );
}

export function EntryName({ entry, words }: { entry: ImportEntry; words: ImportWords }) {
  const { t } = useTranslation("import");
  switch (entry.kind) {
    case "answer": {
      const row = words.rows[entry.requirementId];
      return (
        <>
          <strong>{entry.requirementId}</strong> {row?.title ?? ""}
        </>
      );
    }
    case "fact":
      return <strong>{t(`facts:field.${entry.key}`)}</strong>;
    case "vulnerability":
      return <strong>{entry.proposed.id}</strong>;
    case "evidence":
    case "component-types":
    case "claimed-level":
      return <strong>{t(`entry.${entry.kind}`)}</strong>;
  }
}

function EntryReasons({ entry: { id, reasons }, words }: { entry: ImportEntry; words: ImportWords }) {
  const { t } = useTranslation("import");
  if (reasons.length === 0) return null;
  return (
    <Disclosure summary={t("reasons", { count: reasons.length })}>
      <ul className="import-reasons">
        {reasons.map(({ code, subject, says, confidence, place }, index) => (
          // A plan never changes, and the same may be said twice.
          // biome-ignore lint/suspicious/noArrayIndexKey: see above
          <li key={`${id} ${index}`}>
            {t(`reason.${code}`, { subject: named(subject, words), says })} (<PlaceText place={place} />){" "}
            {confidence ? <VerifyMark confidence={confidence} /> : null}
          </li>
        ))}
      </ul>
    </Disclosure>
  );
}

/** A question with its words, where it is one. */
function named(subject: string, { questions }: ImportWords): string {
  const label = Object.hasOwn(questions, subject) ? questions[subject] : undefined;
  return label === undefined ? subject : `${subject} “${label}”`;
}
