import { useEffect, useRef } from "react";
import { Button } from "~/components/button";
import { Progress } from "~/components/progress";
import { useTranslation } from "~/i18n/use-translation";

type RunProgressProps = {
  label: string;
  /** From 0 to 1; null where nobody knows. */
  share: number | null;
  /** Undefined where it is too late to stop. */
  onCancel?: () => void;
  /** Takes over the keyboard from what was pressed. */
  takesFocus?: boolean;
};

/** How far something is that takes a while, and the way out of it. */
export function RunProgress({ label, share, onCancel, takesFocus = false }: RunProgressProps) {
  const { t } = useTranslation("transfer");
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (takesFocus) place.current?.querySelector("button")?.focus();
  }, [takesFocus]);
  return (
    <div ref={place} className="flex flex-wrap items-center gap-x-4 gap-y-2">
      <div className="min-w-56 flex-1">
        <Progress label={label} value={share} max={1} as="percent" />
      </div>
      {/* Said when it begins and when what is going on changes, not at every per cent. */}
      <p role="status" className="sr-only">
        {label}
      </p>
      {onCancel ? (
        <Button icon="cross" onClick={onCancel}>
          {t("run.cancel")}
        </Button>
      ) : null}
    </div>
  );
}
