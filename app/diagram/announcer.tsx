import { useTranslation } from "~/i18n/use-translation";
import type { Snapshot } from "./editing/edit-session";
import { useChangeText } from "./editing/use-change-text";

/** Reads out what the last gesture did. */
export function Announcer({ snapshot: { last, edit } }: { snapshot: Snapshot }) {
  const { t } = useTranslation("diagram");
  const changeText = useChangeText();
  const change = last ? changeText(last.commands, last.before, edit.model).join("; ") : "";
  return (
    <p className="sr-only" role="status">
      {last ? <span key={last.number}>{t(`announce.${last.how}`, { change })}</span> : null}
    </p>
  );
}
