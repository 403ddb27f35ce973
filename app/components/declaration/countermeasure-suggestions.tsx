import { type ReactNode, useEffect, useRef } from "react";
import { Button } from "~/components/button";
import { useResource } from "~/components/use-resource";
import { VerifyMark } from "~/components/verify-mark";
import type { AnswerValue } from "~/domain/declaration/declaration";
import type { EarlierWording } from "~/domain/declaration/own-wording";
import type { Confidence } from "~/domain/requirement/component-requirement";
import { useTranslation } from "~/i18n/use-translation";

/** What the server knows of a row; each part has its source. */
export type SuggestedCountermeasures = {
  own: ReadonlyArray<EarlierWording<{ product: string; release: string; version: number }>>;
  system: { id: string; title: string; confidence: Confidence } | null;
  portal: ReadonlyArray<string>;
};

type CountermeasureSuggestionsProps = {
  /** Where they are asked for; nothing is asked before somebody wants it. */
  url: string;
  value: AnswerValue;
  note: string;
  /** The text of the answer with the chosen suggestion in it. */
  onUse: (note: string) => void;
};

const LONGEST_NOTE = 4000;

/** What the zone around a product could provide for a row. Nothing is written before a person chooses it. */
export function CountermeasureSuggestions({ url, value, note, onUse }: CountermeasureSuggestionsProps) {
  const { t } = useTranslation("declaration");
  const { data, state, load } = useResource<SuggestedCountermeasures>();
  const list = useRef<HTMLElement>(null);
  // The button that had the focus has gone.
  useEffect(() => {
    if (data) list.current?.focus();
  }, [data]);
  const said = { idle: "", loading: t("suggest.loading"), failed: t("suggest.failed") }[state];
  return (
    <div className="answer-note">
      {data ? (
        <section ref={list} tabIndex={-1} aria-label={t("suggest.title")} className="suggestions">
          <Offered {...{ data, value, note, onUse }} />
        </section>
      ) : (
        <Button size="small" variant="quiet" icon="plus" busy={state === "loading"} onClick={() => load(url)}>
          {t("suggest.open")}
        </Button>
      )}
      <span role="status" className="field-hint">
        {said}
      </span>
    </div>
  );
}

type OfferedProps = Pick<CountermeasureSuggestionsProps, "value" | "note" | "onUse"> & {
  data: SuggestedCountermeasures;
};

function Offered({ data, value, note, onUse }: OfferedProps) {
  const { t } = useTranslation("declaration");
  const { own, system, portal } = data;
  const systemText = system ? t("suggest.systemText", { id: system.id, title: system.title }) : "";
  const known = new Set(own.map(({ text }) => text));
  const offered: ReadonlyArray<{ text: string; source: ReactNode }> = [
    ...own.map(({ text, origin }) => ({ text, source: t("suggest.fromOwn", origin) })),
    ...portal.filter((text) => !known.has(text)).map((text) => ({ text, source: t("suggest.fromPortal") })),
    ...(system && !known.has(systemText)
      ? [
          {
            text: systemText,
            source: (
              <>
                {t("suggest.fromSystem", { id: system.id })} <VerifyMark confidence={system.confidence} />
              </>
            ),
          },
        ]
      : []),
  ];
  return (
    <>
      <p className="field-label">{t("suggest.title")}</p>
      {offered.length === 0 ? <p className="field-hint">{t("suggest.none")}</p> : null}
      <ul>
        {offered.map(({ text, source }) => (
          <li key={text}>
            <p>{text}</p>
            <div className="suggestion-source">
              <span className="field-hint">{source}</span>
              <UseText {...{ text, value, note, onUse }} />
            </div>
          </li>
        ))}
      </ul>
      <p className="field-hint">{t("suggest.care")}</p>
    </>
  );
}

type UseTextProps = Pick<CountermeasureSuggestionsProps, "value" | "note" | "onUse"> & { text: string };

function UseText({ text, value, note, onUse }: UseTextProps) {
  const { t } = useTranslation("declaration");
  const isTaken = value === "met-with-countermeasure" && note.includes(text);
  const next = withSuggestion(note, text);
  const isOver = isTaken || next.length > LONGEST_NOTE;
  return (
    <>
      <Button size="small" aria-disabled={isOver} onClick={() => (isOver ? undefined : onUse(next))}>
        {value === "met-with-countermeasure" ? t("suggest.use") : t("suggest.answer")}
      </Button>
      <span role="status" className="field-hint">
        {isTaken ? t("suggest.taken") : ""}
      </span>
    </>
  );
}

/** What somebody wrote stays; the suggestion stands on a line of its own below it. */
export function withSuggestion(note: string, text: string): string {
  if (note.includes(text)) return note;
  return note.trim() === "" ? text : `${note.trimEnd()}\n${text}`;
}
