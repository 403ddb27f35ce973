import { Disclosure } from "~/components/disclosure";
import { FieldErrors } from "~/components/field-errors";
import { SelectField } from "~/components/select-field";
import { TextField } from "~/components/text-field";
import { MDS2_ANSWERS, MDS2_EDITIONS } from "~/domain/declaration/fact-values";
import { useTranslation } from "~/i18n/use-translation";
import { memberOf, textOf } from "./form-values";
import type { Fields } from "./refusal";
import { mds2Name } from "./write-facts-form";

export type Mds2Section = {
  id: string;
  title: string;
  questions: ReadonlyArray<{ id: string; label: string }>;
};

const NAME = "facts.mds2";

/** Edition, date, and the answers section by section; sections with nothing in them stay closed. */
export function Mds2Field({
  values,
  errors,
  sections,
}: {
  values: unknown;
  errors: Fields;
  sections: ReadonlyArray<Mds2Section>;
}) {
  const { t } = useTranslation("declaration");
  return (
    <fieldset id={NAME} className="field" tabIndex={-1}>
      <legend className="field-label">{t("facts:field.mds2")}</legend>
      <p className="field-hint">{t("facts:help.mds2")}</p>
      <FieldErrors id={`${NAME}-error`} errors={errors[NAME]} />
      <div className="fact-columns">
        <SelectField
          name={`${NAME}.edition`}
          label={t("facts:column.mds2.edition")}
          placeholder={t("facts.notStated")}
          defaultValue={textOf(values, "edition")}
          options={MDS2_EDITIONS.map((edition) => ({ value: edition, label: edition }))}
          errors={errors[`${NAME}.edition`]}
        />
        <TextField
          name={`${NAME}.releasedOn`}
          label={t("facts:column.mds2.releasedOn")}
          type="date"
          defaultValue={textOf(values, "releasedOn")}
          errors={errors[`${NAME}.releasedOn`]}
        />
      </div>
      {withOthers(sections, values, t("facts.mds2Other")).map(({ id, title, questions }) => {
        const answered = questions.filter((one) => answerOf(values, one.id) !== "").length;
        const isWrong = questions.some((one) => errorsOf(errors, one.id) !== undefined);
        return (
          <Disclosure
            key={id}
            defaultOpen={isWrong}
            summary={t("facts.mds2Section", { title, answered, questions: questions.length })}
          >
            {questions.map((question) => (
              <Question key={question.id} {...{ question, values }} errors={errorsOf(errors, question.id)} />
            ))}
          </Disclosure>
        );
      })}
    </fieldset>
  );
}

type QuestionProps = {
  question: Mds2Section["questions"][number];
  values: unknown;
  errors: ReadonlyArray<string> | undefined;
};

function Question({ question: { id, label }, values, errors }: QuestionProps) {
  const { t } = useTranslation("declaration");
  const name = `${NAME}.answers.${mds2Name(id)}`;
  return (
    <div className="mds2-question">
      <label htmlFor={`${name}.answer`}>
        <strong>{id}</strong> {label}
      </label>
      <select
        id={`${name}.answer`}
        name={`${name}.answer`}
        className="input select"
        defaultValue={answerOf(values, id)}
        aria-invalid={errors ? true : undefined}
      >
        <option value="">{t("facts.notStated")}</option>
        {MDS2_ANSWERS.map((answer) => (
          <option key={answer} value={answer}>
            {answer}
          </option>
        ))}
      </select>
      <input
        name={`${name}.note`}
        className="input"
        aria-label={`${id}: ${t("facts:column.mds2.note")}`}
        placeholder={t("facts:column.mds2.note")}
        autoComplete="off"
        defaultValue={textOf(values, `answers.${mds2Name(id)}.note`)}
      />
      <FieldErrors id={`${name}-error`} errors={errors} />
    </div>
  );
}

function answerOf(values: unknown, questionId: string): string {
  return textOf(values, `answers.${mds2Name(questionId)}.answer`);
}

function errorsOf(errors: Fields, questionId: string): ReadonlyArray<string> | undefined {
  const name = `${NAME}.answers.${mds2Name(questionId)}`;
  return errors[`${name}.answer`] ?? errors[`${name}.note`];
}

/** Answers to questions that the 2019 edition does not have are kept and can be taken back. */
function withOthers(
  sections: ReadonlyArray<Mds2Section>,
  values: unknown,
  title: string,
): ReadonlyArray<Mds2Section> {
  const known = new Set(sections.flatMap(({ questions }) => questions.map(({ id }) => mds2Name(id))));
  const others = Object.keys(memberOf(values, "answers") ?? {}).filter((name) => !known.has(name));
  if (others.length === 0) return sections;
  const questions = others.sort().map((name) => ({ id: name.replaceAll("_", "."), label: "" }));
  return [...sections, { id: "others", title, questions }];
}
