import { useId } from "react";
import { Button } from "~/components/button";
import { useIsHydrated } from "~/components/use-is-hydrated";
import { useTranslation } from "~/i18n/use-translation";
import { isOverlay, OVERLAYS } from "./overlay";
import type { Overlays } from "./use-overlays";

/** What the zones show, and the way to hold a product against all of them. */
export function OverlayTools({ overlays }: { overlays: Overlays }) {
  const { t } = useTranslation("overlay");
  const { overlay, setOverlay, candidate } = overlays;
  const id = useId();
  // What is chosen before the scripts run would be taken back.
  const isHydrated = useIsHydrated();
  return (
    <div className="overlay-tools">
      <div className="overlay-choice">
        <label htmlFor={id}>{t("choose")}</label>
        <select
          id={id}
          className="input select"
          value={overlay}
          disabled={!isHydrated}
          onChange={({ target }) => isOverlay(target.value) && setOverlay(target.value)}
        >
          {OVERLAYS.map((one) => (
            <option key={one} value={one}>
              {t(`name.${one}`)}
            </option>
          ))}
        </select>
      </div>
      <Button
        icon="product"
        aria-pressed={candidate.isOpen}
        onClick={candidate.isOpen ? candidate.leave : candidate.open}
      >
        {t("candidate.try")}
      </Button>
    </div>
  );
}
