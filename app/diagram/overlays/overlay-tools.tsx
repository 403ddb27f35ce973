import { useId } from "react";
import { Button } from "~/components/button";
import { useIsHydrated } from "~/components/use-is-hydrated";
import { useTranslation } from "~/i18n/use-translation";
import { isOverlay, OVERLAYS } from "./overlay";
import type { Overlays } from "./use-overlays";

/** What the zones show, and the way to hold a product against all of them. */
export function OverlayTools({ overlays }: { overlays: Overlays }) {
  const { t } = useTranslation("overlay");
  const { overlay, setOverlay, candidate, notices } = overlays;
  const { choices, chosen } = notices.shown;
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
      {overlay === "notice" && (choices.length > 1 || (choices.length === 1 && !chosen)) ? (
        <div className="overlay-choice">
          <label htmlFor={`${id}-notice`}>{t("notice.choose")}</label>
          <select
            id={`${id}-notice`}
            className="input select notice-choice"
            value={chosen?.id ?? ""}
            onChange={({ target }) => notices.choose(target.value || null)}
          >
            {chosen ? null : <option value="">{t("notice.pick")}</option>}
            {choices.map((notice) => (
              <option key={notice.id} value={notice.id}>
                {t("notice.option", { title: notice.title, supplier: notice.supplierName })}
              </option>
            ))}
          </select>
        </div>
      ) : null}
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
