import { useRef } from "react";
import { formatClock } from "~/i18n/format";
import { useLanguage } from "~/i18n/use-language";
import { useTranslation } from "~/i18n/use-translation";
import type { Snapshot } from "./edit-session";

/** Saving that takes fewer posts than this is over before anybody reads a number. */
const MANY = 4;

/** What waits to be saved and since when, where saving does not just go on; how far it is where there is a lot of it. */
export function Waiting({ snapshot: { edit, save, waitsSince } }: { snapshot: Snapshot }) {
  const { t } = useTranslation("editing");
  const language = useLanguage();
  const most = useRef(0);
  most.current = edit.queue.length === 0 ? 0 : Math.max(most.current, edit.queue.length);
  if (save === "saving" && most.current >= MANY) {
    const done = most.current - edit.queue.length;
    return (
      <span className="save-waits">
        <progress className="tidy-progress" max={most.current} value={done} aria-label={t("waits.parts")} />{" "}
        {/* Not read out with every part: the bar says it to whoever asks. */}
        <span aria-hidden>{t("waits.share", { done, of: most.current })}</span>
      </span>
    );
  }
  if (save !== "failed" || edit.queue.length === 0) return null;
  const count = t("waits.count", { count: new Set(edit.queue.map(({ id }) => id)).size });
  return (
    <span className="save-waits">
      {waitsSince ? t("waits.since", { count, time: formatClock(waitsSince, language) }) : count}
    </span>
  );
}
