import { Disclosure } from "~/components/disclosure";
import { Icon } from "~/components/icon";
import { LevelStripLegend } from "~/components/level-strip-legend";
import { useTranslation } from "~/i18n/use-translation";

const LINES = [
  ["wired", "line-wired"],
  ["wireless", "line-wireless"],
  ["remoteAccess", "line-remote"],
  ["temporary", "line-temporary"],
] as const;

export function Legend() {
  const { t } = useTranslation("diagram");
  return (
    <div className="canvas-legend">
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
