import type { MeasureField } from "~/domain/measure/measure";
import { useTranslation } from "~/i18n/use-translation";
import { DateText } from "../date-text";
import { Section } from "../section";

export type Change = {
  version: number;
  writtenByName: string;
  writtenAt: string;
  isTakenBack: boolean;
  changes: ReadonlyArray<{ field: MeasureField; before: string; after: string }>;
};

/** Who wrote what, newest first: nothing of it is ever changed. */
export function MeasureHistory({ history }: { history: ReadonlyArray<Change> }) {
  const { t } = useTranslation("measure");
  return (
    <Section title={t("one.history")}>
      {history.length === 0 ? <p className="text-muted">{t("one.historyNone")}</p> : null}
      <ol className="grid gap-3">
        {history.map(({ version, writtenByName, writtenAt, isTakenBack, changes }) => (
          <li key={version}>
            <strong>{t("one.version", { version })}</strong>{" "}
            <span className="text-muted">
              {writtenByName}, <DateText value={writtenAt} time />
            </span>
            {isTakenBack ? <p>{t("one.takenBack")}</p> : <ChangeLines changes={changes} />}
          </li>
        ))}
      </ol>
    </Section>
  );
}

export function ChangeLines({ changes }: Pick<Change, "changes">) {
  const { t } = useTranslation("measure");
  const textOf = (field: MeasureField, value: string) => {
    if (value === "") return t("empty");
    // A value of the list of states: the content passed its schema.
    return field === "state" ? t(`state.${value as "in-place"}`) : value;
  };
  return (
    <ul className="list-disc pl-5">
      {changes.map(({ field, before, after }) => (
        <li key={field} className="break-words">
          {t("one.change", {
            ...{ field: t(`field.${field}`), before: textOf(field, before), after: textOf(field, after) },
          })}
        </li>
      ))}
    </ul>
  );
}
