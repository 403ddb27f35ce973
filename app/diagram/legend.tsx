import { Disclosure } from "~/components/disclosure";
import { Icon } from "~/components/icon";
import { LevelStripLegend } from "~/components/level-strip-legend";
import { useTranslation } from "~/i18n/use-translation";
import { OverlayLegend } from "./overlays/overlay-legend";
import { removedIn } from "./overlays/removed";
import type { Overlays } from "./overlays/use-overlays";

const LINES = [
  ["wired", "line-wired"],
  ["wireless", "line-wireless"],
  ["remoteAccess", "line-remote"],
  ["temporary", "line-temporary"],
] as const;

export function Legend({ overlays }: { overlays: Overlays }) {
  const { t } = useTranslation("diagram");
  const { overlay, candidate, difference, isWaiting, comparedWith, notices } = overlays;
  const kind = candidate.verdicts ? "candidate" : overlay;
  return (
    <div className="canvas-legend">
      {kind === "target" ? null : (
        <OverlayLegend
          {...{ kind, isWaiting, comparedWith }}
          removed={difference && removedIn(difference)}
          notice={notices.shown}
        />
      )}
      <Disclosure summary={t("legend.title")}>
        <LevelStripLegend />
        <ul className="legend-lines">
          {LINES.map(([key, line]) => (
            <li key={key}>
              <svg width={40} height={8} aria-hidden focusable="false">
                <path className={`conduit-line ${line}`} d="M1 4L39 4" />
              </svg>
              {t(`legend.${key}`)}
            </li>
          ))}
          <li>
            <Icon name="lock" />
            {t("legend.lock")}
          </li>
          <li>{t("legend.outside")}</li>
        </ul>
      </Disclosure>
    </div>
  );
}
