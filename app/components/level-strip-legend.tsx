import { useTranslation } from "~/i18n/use-translation";
import { SCREEN_COLOURS } from "./level-strip-colours";
import { hatchPath } from "./level-strip-geometry";

const BOX = { x: 2, y: 2, width: 12, height: 12 };

/** How to read the strip; once on a page that shows many. */
export function LevelStripLegend() {
  const { t } = useTranslation("components");
  const { target, gap, empty, levels } = SCREEN_COLOURS;
  const samples = [
    { key: "target", mark: <rect {...BOX} fill={empty} stroke={target} /> },
    { key: "reached", mark: <rect {...BOX} fill={levels[3]} /> },
    {
      key: "withCountermeasures",
      mark: <path d={hatchPath(BOX, 3.5)} stroke={levels[3]} strokeWidth={1.25} />,
    },
    { key: "gap", mark: <rect {...BOX} fill={empty} stroke={gap} strokeWidth={2} /> },
  ] as const;
  return (
    <ul className="legend" aria-label={t("levelStrip.legend.label")}>
      {samples.map(({ key, mark }) => (
        <li key={key}>
          <svg width={16} height={16} viewBox="0 0 16 16" aria-hidden focusable="false">
            {mark}
          </svg>
          {t(`levelStrip.legend.${key}`)}
        </li>
      ))}
    </ul>
  );
}
