import { useNavigation } from "@remix-run/react";
import { useEffect, useState } from "react";
import { useTranslation } from "~/i18n/use-translation";

const PATIENCE_MS = 300;

/** A bar at the top edge once the next page takes longer than a moment. */
export function NavigationProgress() {
  const { t } = useTranslation("shell");
  const { state } = useNavigation();
  const [isLate, setIsLate] = useState(false);

  useEffect(() => {
    if (state === "idle") {
      setIsLate(false);
      return;
    }
    const timer = setTimeout(() => setIsLate(true), PATIENCE_MS);
    return () => clearTimeout(timer);
  }, [state]);

  return (
    <div className={isLate ? "navigation-progress is-late" : "navigation-progress"} role="status">
      {isLate ? <span className="sr-only">{t("loading")}</span> : null}
    </div>
  );
}
