import { type MouseEvent, useEffect, useRef, useState } from "react";
import { useTranslation } from "~/i18n/use-translation";
import { Button, buttonClass } from "../button";
import { Icon } from "../icon";
import { Progress } from "../progress";
import { askForFile } from "./ask-for-file";
import { Refused, readStages, STAGES_TYPE, type Stage } from "./download-stages";
import { PasswordDialog } from "./password-dialog";
import { nameOfAnswer, saveFile } from "./save-file";

type FileDownloadProps = {
  href: string;
  /** What the file is called on the page. */
  label: string;
  /** What it is for: the name of the file is the link then, instead of a button beside it. */
  hint?: string;
  /** Where somebody has just asked for it on another page. */
  startsAtOnce?: boolean;
};
type State =
  | { at: "idle" }
  | { at: "busy"; stage: Stage | null; stop: () => void }
  | { at: "asked" }
  | { at: "failed"; reason: "failed" | "too-many-requests" | "unavailable" }
  | { at: "stopped" };

/**
 * A link to a file; with a script it says how far it is, because a report of a large model takes its time, and lets
 * people give it up. Where the password was given too long ago it asks for it in place and goes on.
 */
export function FileDownload({ href, label, hint, startsAtOnce = false }: FileDownloadProps) {
  const { t } = useTranslation("transfer");
  const [state, setState] = useState<State>({ at: "idle" });
  const isBusy = state.at === "busy";
  async function download() {
    const given = new AbortController();
    const stop = () => given.abort();
    setState({ at: "busy", stage: null, stop });
    try {
      const answer = await askForFile(href, { accept: STAGES_TYPE, signal: given.signal });
      if (answer.headers.get("Content-Type") === STAGES_TYPE && answer.body) {
        const { name, blob } = await readStages(answer.body, (stage) =>
          setState({ at: "busy", stage, stop }),
        );
        saveFile(blob, name);
      } else saveFile(await answer.blob(), nameOfAnswer(answer, lastPart(href)));
      setState({ at: "idle" });
    } catch (error) {
      if (given.signal.aborted) setState({ at: "stopped" });
      else setState(stateAfter(error));
    }
  }
  const start = useRef(startsAtOnce ? download : undefined);
  useEffect(() => {
    const begin = start.current;
    start.current = undefined;
    void begin?.();
  }, []);
  const onClick = (event: MouseEvent) => {
    // With a modifier the person wants what the browser does with a link.
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    if (!isBusy) void download();
  };
  return (
    <>
      <a
        className={hint === undefined ? buttonClass({ size: "small" }) : "file-link"}
        href={href}
        aria-label={hint === undefined ? t("export.downloadNamed", { name: label }) : undefined}
        aria-busy={isBusy || undefined}
        onClick={onClick}
      >
        {isBusy ? <span className="spinner" aria-hidden /> : <Icon name="download" />}
        {hint === undefined ? (
          <span>{t("export.download")}</span>
        ) : (
          <>
            <span className="file-name">{label}</span>
            <span className="field-hint">{hint}</span>
          </>
        )}
      </a>
      {isBusy ? <Stages label={label} stage={state.stage} stop={state.stop} /> : null}
      <PasswordDialog
        isOpen={state.at === "asked"}
        onConfirmed={() => void download()}
        onClose={() => setState({ at: "stopped" })}
      />
      <DownloadOutcome state={state} />
    </>
  );
}

function stateAfter(error: unknown): State {
  if (!(error instanceof Refused)) return { at: "failed", reason: "failed" };
  return error.code === "step-up" ? { at: "asked" } : { at: "failed", reason: error.code };
}

function lastPart(href: string): string {
  return href.split("?")[0]?.split("/").at(-1) ?? "";
}

function Stages({ label, stage, stop }: { label: string; stage: Stage | null; stop: () => void }) {
  const { t } = useTranslation("transfer");
  const isWaiting = stage !== null && "before" in stage && stage.before > 0;
  const isWriting = stage !== null && "of" in stage;
  return (
    <div className="grid min-w-56 justify-items-start gap-1">
      <Progress
        label={isWaiting ? t("export.waiting", { count: stage.before }) : t("export.writing")}
        value={isWriting ? stage.done : null}
        max={isWriting ? stage.of : 1}
        as="percent"
      />
      <Button size="small" onClick={stop} aria-label={t("export.stopNamed", { name: label })}>
        {t("export.stop")}
      </Button>
    </div>
  );
}

/** Spoken too: what became of it when it is no file. */
function DownloadOutcome({ state }: { state: State }) {
  const { t } = useTranslation("transfer");
  const said = {
    idle: "",
    asked: "",
    busy: t("export.writing"),
    stopped: t("export.stopped"),
    failed: state.at === "failed" ? t(`export.${state.reason}`) : "",
  }[state.at];
  const isSeen = state.at === "stopped" || state.at === "failed";
  return (
    <p role="status" className={isSeen ? "field-hint" : "sr-only"}>
      {said}
    </p>
  );
}
