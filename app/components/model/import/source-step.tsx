import { type DragEvent, useEffect, useRef, useState } from "react";
import { Button } from "~/components/button";
import { Callout } from "~/components/callout";
import { classNames } from "~/components/class-names";
import { Icon } from "~/components/icon";
import { Section } from "~/components/section";
import { TextArea } from "~/components/text-area";
import type { KeyOf } from "~/i18n/keys";
import { useTranslation } from "~/i18n/use-translation";
import type { ImportContext } from "./import-wizard";
import { readBeside } from "./read-beside";
import type { ReadSource, SourceError } from "./read-source";
import type { Asked, Stage } from "./reading";
import { ReadingProgress } from "./reading-progress";

/** Choose, drop or paste. What cannot be read says why, and what was typed stays. */
export function SourceStep({ state, change }: ImportContext) {
  const { t } = useTranslation("transfer");
  const input = useRef<HTMLInputElement>(null);
  const [isOver, setIsOver] = useState(false);
  const [stage, setStage] = useState<Stage | null>(null);
  const [error, setError] = useState<SourceError | null>(null);
  const running = useRef<AbortController>();
  useEffect(() => () => running.current?.abort(), []);

  const take = (read: ReadSource) => {
    setError(read.ok ? null : read.refusal);
    if (!read.ok) return;
    const step = read.value.kind === "table" ? "columns" : "preview";
    change({ source: read.value, step, sheet: 0, plan: null, page: 0, mode: "add" });
  };
  const read = async (asked: Extract<Asked, { what: "file" | "text" }>) => {
    running.current?.abort();
    const stop = new AbortController();
    running.current = stop;
    setError(null);
    setStage({ stage: "bytes", share: 0 });
    try {
      const found = await readBeside<"file" | "text">(asked, { signal: stop.signal, onStage: setStage });
      if (found && !stop.signal.aborted) take(found);
    } catch {
      if (!stop.signal.aborted) setError({ code: "not-read" });
    }
    if (running.current === stop) setStage(null);
  };
  const takeFile = (file: File | undefined) => {
    if (file) void read({ what: "file", file });
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setIsOver(false);
    takeFile(event.dataTransfer.files[0]);
  };
  return (
    <Section title={t("source.title")} description={t("source.text")}>
      {error ? <SourceErrorCallout error={error} /> : null}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: dropping is a second way; the button inside is the first */}
      <div
        className={classNames(
          "grid justify-items-center gap-2 rounded border border-dashed border-line-strong p-5 text-center",
          isOver ? "bg-accent-soft" : "bg-surface",
        )}
        onDragOver={(event) => {
          event.preventDefault();
          setIsOver(true);
        }}
        onDragLeave={() => setIsOver(false)}
        onDrop={drop}
      >
        <Icon name="upload" size={20} />
        <p>{t("source.drop")}</p>
        {stage ? (
          <div className="w-full max-w-xl">
            <ReadingProgress stage={stage} onCancel={() => running.current?.abort()} />
          </div>
        ) : (
          <Button onClick={() => input.current?.click()}>{t("source.choose")}</Button>
        )}
        <input
          ref={input}
          type="file"
          className="sr-only"
          tabIndex={-1}
          aria-label={t("source.file")}
          onChange={(event) => {
            takeFile(event.target.files?.[0]);
            event.target.value = "";
          }}
        />
        <p className="field-hint">{t("source.limits")}</p>
      </div>
      <TextArea
        name="pasted"
        label={t("source.paste")}
        hint={t("source.pasteHint")}
        rows={6}
        className="max-h-80 font-mono"
        spellCheck={false}
        value={state.pasted}
        onChange={(event) => change({ pasted: event.target.value })}
      />
      <div className="actions">
        <Button
          variant="primary"
          disabled={state.pasted.trim() === "" || stage !== null}
          onClick={() => void read({ what: "text", text: state.pasted, name: t("source.paste") })}
        >
          {t("source.read")}
        </Button>
      </div>
    </Section>
  );
}

export function SourceErrorCallout({ error }: { error: SourceError }) {
  const { t } = useTranslation("transfer");
  const { code, ...params } = error;
  // Every code of a refusal has a sentence of its name: the test of the messages says so.
  const key = `sourceError.${code}` as KeyOf<"transfer">;
  return (
    <Callout tone="danger" title={t("sourceError.title")} live>
      {t(key, params)} {t("sourceError.nothing")}
    </Callout>
  );
}
