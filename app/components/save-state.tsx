import { formatClock } from "~/i18n/format";
import { useLanguage } from "~/i18n/use-language";
import { useTranslation } from "~/i18n/use-translation";
import { Button } from "./button";
import { Icon } from "./icon";

type SaveStateProps = {
  state: "saved" | "saving" | "unsaved" | "failed";
  /** When it was saved last, as an ISO instant. */
  at?: string | null;
  onRetry?: () => void;
};

/** Whether the last change is kept. Read out when it changes. */
export function SaveState({ state, at, onRetry }: SaveStateProps) {
  const { t } = useTranslation("components");
  const language = useLanguage();
  const saved = at ? t("saveState.savedAt", { time: formatClock(at, language) }) : t("saveState.saved");
  return (
    <span className={`save-state save-${state}`}>
      <output className="save-text">
        {state === "saving" ? <span className="spinner" aria-hidden /> : null}
        {state === "saved" ? <Icon name="check" /> : null}
        {state === "failed" ? <Icon name="warning" /> : null}
        <span>{state === "saved" ? saved : t(`saveState.${state}`)}</span>
      </output>
      {state === "failed" && onRetry ? (
        <Button size="small" onClick={onRetry}>
          {t("saveState.retry")}
        </Button>
      ) : null}
    </span>
  );
}
