import { useTranslation } from "~/i18n/use-translation";
import type { Stage } from "./reading";
import { RunProgress } from "./run-progress";

/** What is being read, how far where that is known, and the way out of it. */
export function ReadingProgress({ stage, onCancel }: { stage: Stage; onCancel(): void }) {
  const { t } = useTranslation("transfer");
  return (
    <RunProgress
      label={t(`reading.${stage.stage}`)}
      share={"share" in stage ? stage.share : null}
      onCancel={onCancel}
    />
  );
}
