import { memo, useEffect, useRef, useState } from "react";
import { Badge } from "~/components/badge";
import { Callout } from "~/components/callout";
import { FieldErrors } from "~/components/field-errors";
import { useMessage } from "~/components/procurement/use-message";
import { TextArea } from "~/components/text-area";
import { VerifyMark } from "~/components/verify-mark";
import type { Message } from "~/domain/assessment/assessment";
import { ANSWER_VALUES, type Answer, type AnswerValue } from "~/domain/declaration/declaration";
import type { ComponentRequirement } from "~/domain/requirement/component-requirement";
import { useTranslation } from "~/i18n/use-translation";
import { paths } from "~/paths";
import type { QueueEvent } from "./answer-queue";
import { CitedEvidence, type FiledEvidence } from "./cited-evidence";
import { ConflictChoice } from "./conflict-list";
import { CountermeasureSuggestions } from "./countermeasure-suggestions";
import { toAnchor } from "./sheet";

type AnswerRowProps = {
  declarationId: string;
  row: ComponentRequirement;
  /** What the declaration has on file to rest answers on. */
  evidence: ReadonlyArray<FiledEvidence>;
  /** Place in the form: fields of one row share it. */
  index: number;
  answer: Answer | null;
  /** What a form without scripts replaces. */
  before: Answer | null;
  /** True where the compared request asks for this row. */
  isAsked: boolean;
  isHydrated: boolean;
  errors: ReadonlyArray<string> | undefined;
  /** What else of the declaration cannot be true beside it. */
  contradictions: ReadonlyArray<Message> | undefined;
  /** What somebody else answered meanwhile; undefined where nobody did. */
  conflict: Answer | null | undefined;
  onAnswer: (requirementId: string, answer: Answer | null) => void;
  dispatch: (event: QueueEvent) => void;
};

/** One requirement with its five answers and the empty one. Native radio buttons: arrows choose, Tab goes on. */
export const AnswerRow = memo(function AnswerRow(props: AnswerRowProps) {
  const {
    declarationId,
    row,
    evidence,
    index,
    answer,
    before,
    isAsked,
    isHydrated,
    errors,
    conflict,
    onAnswer,
    dispatch,
  } = props;
  const write = useMessage();
  const { t } = useTranslation("declaration");
  const anchor = toAnchor(row.id);
  /** A note waits here while no answer is chosen that it could be stored with. */
  const [waiting, setWaiting] = useState("");
  const note = answer ? (answer.note ?? "") : waiting;
  const cited = (answer?.evidenceIds ?? []).filter((id) => evidence.some((piece) => piece.id === id));
  function say(value: AnswerValue | null, text = note, evidenceIds = cited): void {
    setWaiting(value === null ? text : "");
    onAnswer(row.id, value === null ? null : toAnswer(value, text, evidenceIds));
  }
  return (
    <fieldset
      id={anchor}
      className={row.enhancement === null ? "answer-row" : "answer-row answer-row-enhancement"}
    >
      <legend className="answer-legend">
        <span className="answer-id">{row.id}</span> <span className="answer-title">{row.title}</span>
      </legend>
      <div className="answer-marks">
        <Badge>{t("row.level", { level: row.minSl })}</Badge>
        {isAsked ? <Badge tone="info">{t("row.asked")}</Badge> : null}
        <VerifyMark confidence={row.confidence} conflict={row.conflict} note={row.note} />
        {row.condition ? (
          <span className="field-hint">{t("row.condition", { condition: row.condition })}</span>
        ) : null}
      </div>
      <input type="hidden" name={`rows.${index}.requirementId`} value={row.id} />
      <input type="hidden" name={`rows.${index}.beforeValue`} value={before?.value ?? ""} />
      <input type="hidden" name={`rows.${index}.beforeNote`} value={before?.note ?? ""} />
      <input
        type="hidden"
        name={`rows.${index}.beforeEvidence`}
        value={(before?.evidenceIds ?? []).join(" ")}
      />
      <div className="answer-choices">
        {[...ANSWER_VALUES, null].map((value) => (
          <label
            key={value ?? ""}
            className={value === null ? "answer-choice answer-choice-empty" : "answer-choice"}
          >
            <input
              type="radio"
              name={`rows.${index}.value`}
              value={value ?? ""}
              checked={(answer?.value ?? null) === value}
              onChange={() => say(value)}
            />
            <span>{value === null ? t("row.none") : t(`components:answer.${value}`)}</span>
          </label>
        ))}
      </div>
      <NoteField
        {...{ anchor, index, answer, note, isHydrated }}
        onNote={(text) => (answer ? say(answer.value, text) : setWaiting(text))}
      />
      {isHydrated && answer && isOutside(answer.value) ? (
        <CountermeasureSuggestions
          url={paths.suggestedCountermeasures(declarationId, row.id)}
          {...{ value: answer.value, note }}
          onUse={(text) => say("met-with-countermeasure", text)}
        />
      ) : null}
      {evidence.length > 0 && (answer || !isHydrated) ? (
        <CitedEvidence
          {...{ anchor, index, evidence, cited, isHydrated }}
          onCite={(evidenceIds) => answer && say(answer.value, note, evidenceIds)}
        />
      ) : null}
      {props.contradictions?.map((reason) => (
        <Callout key={JSON.stringify(reason)} tone="warning">
          {write(reason)}
        </Callout>
      ))}
      {conflict !== undefined && isHydrated ? (
        <Callout tone="warning" title={t("conflict.row")} live>
          <ConflictChoice requirementId={row.id} stored={conflict} yours={answer} dispatch={dispatch} />
        </Callout>
      ) : null}
      <FieldErrors
        id={`${anchor}-errors`}
        errors={errors?.map((error) => {
          if (error === "unknown-evidence") return t("row.unknownEvidence");
          return error === "row-not-applicable" ? t("row.notApplicable") : error;
        })}
      />
    </fieldset>
  );
});

type NoteFieldProps = {
  anchor: string;
  index: number;
  answer: Answer | null;
  note: string;
  isHydrated: boolean;
  onNote: (text: string) => void;
};

/**
 * Asks in the words of the chosen answer. Without scripts it always stands there, because nothing can show it later; what
 * was typed before they came stays, and so does the note of an answer that was taken back.
 */
function NoteField({ anchor, index, answer, note, isHydrated, onNote }: NoteFieldProps) {
  const { t } = useTranslation("declaration");
  const field = useRef<HTMLDivElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the scripts have come
  useEffect(() => {
    const typed = field.current?.querySelector("textarea")?.value ?? "";
    if (!answer && typed !== "") onNote(typed);
  }, []);
  if (!answer && isHydrated && note === "") return null;
  const isMissing = isHydrated && note.trim() === "" && answer !== null && needsNote(answer.value);
  const missing = isMissing && answer ? t(`note.${answer.value}.missing`) : undefined;
  return (
    <div ref={field} className="answer-note">
      <TextArea
        id={`${anchor}-note`}
        name={`rows.${index}.note`}
        label={answer && isHydrated ? t(`note.${answer.value}.label`) : t("note.any")}
        hint={isHydrated && !answer ? t("note.waiting") : missing}
        optional={!answer || !needsNote(answer.value)}
        rows={1}
        maxLength={4000}
        {...(isHydrated
          ? { value: note, onChange: (event) => onNote(event.currentTarget.value) }
          : { defaultValue: note })}
      />
    </div>
  );
}

/** Answers after which something around the product could make up for it. */
function isOutside(value: AnswerValue): boolean {
  return value === "not-met" || value === "met-with-countermeasure";
}

function needsNote(value: AnswerValue): boolean {
  return (
    value === "met-by-configuration" || value === "met-with-countermeasure" || value === "not-applicable"
  );
}

function toAnswer(value: AnswerValue, note: string, evidenceIds: Array<string>): Answer {
  return { value, ...(note === "" ? {} : { note }), ...(evidenceIds.length > 0 ? { evidenceIds } : {}) };
}
