import { useState } from "react";
import { Button } from "~/components/button";
import { Callout } from "~/components/callout";
import { Disclosure } from "~/components/disclosure";
import { SelectField } from "~/components/select-field";
import { TextArea } from "~/components/text-area";
import { ANSWER_VALUES, type Answer, type Answers } from "~/domain/declaration/declaration";
import { isSameAnswer } from "~/domain/declaration/difference";
import type { ComponentRequirement } from "~/domain/requirement/component-requirement";
import { useTranslation } from "~/i18n/use-translation";

type BulkAnswersProps = {
  /** The rows that stand on the page: no other is ever answered from here. */
  shown: ReadonlyArray<Pick<ComponentRequirement, "id">>;
  answers: Answers;
  onAnswer: (requirementId: string, answer: Answer | null) => void;
};

/** One answer for all rows on the page that have none; given ones stay. Taken back with one press. */
export function BulkAnswers({ shown, answers, onAnswer }: BulkAnswersProps) {
  const { t } = useTranslation("declaration");
  const [value, setValue] = useState<Answer["value"] | "">("");
  const [note, setNote] = useState("");
  const [given, setGiven] = useState<{ ids: ReadonlyArray<string>; answer: Answer } | null>(null);
  const open = shown.filter(({ id }) => answers[id] === undefined).map(({ id }) => id);
  const undone = given?.ids.filter((id) => isSameAnswer(answers[id], given.answer)) ?? [];

  function giveAll() {
    if (value === "") return;
    const text = note.trim();
    const answer: Answer = { value, ...(text !== "" && { note: text }) };
    for (const id of open) onAnswer(id, answer);
    setGiven({ ids: open, answer });
    setValue("");
    setNote("");
  }

  function takeBack() {
    for (const id of undone) onAnswer(id, null);
    setGiven(null);
  }

  if (open.length < 2 && undone.length === 0) return null;
  return (
    <>
      {undone.length > 0 ? (
        <Callout
          tone="success"
          live
          action={
            <Button icon="undo" onClick={takeBack}>
              {t("bulk.takeBack")}
            </Button>
          }
        >
          {t("bulk.given", { count: undone.length })}
        </Callout>
      ) : null}
      {open.length < 2 ? null : (
        <Disclosure summary={t("bulk.title", { count: open.length })} boxed>
          <div className="bulk-answers">
            <p>{t("bulk.rows", { rows: open.join(", ") })}</p>
            <SelectField
              name="bulk-value"
              label={t("bulk.answer")}
              placeholder={t("bulk.choose")}
              value={value}
              onChange={({ currentTarget }) =>
                setValue(ANSWER_VALUES.find((one) => one === currentTarget.value) ?? "")
              }
              options={ANSWER_VALUES.map((one) => ({ value: one, label: t(`components:answer.${one}`) }))}
            />
            {value === "" ? null : (
              <TextArea
                name="bulk-note"
                label={t(`note.${value}.label`)}
                hint={t(`note.${value}.missing`)}
                rows={2}
                maxLength={4000}
                value={note}
                onChange={({ currentTarget }) => setNote(currentTarget.value)}
              />
            )}
            {value === "met" ? <p className="field-hint">{t("bulk.metCare")}</p> : null}
            <Button variant="primary" disabled={value === ""} onClick={giveAll}>
              {t("bulk.submit", { count: open.length })}
            </Button>
          </div>
        </Disclosure>
      )}
    </>
  );
}
