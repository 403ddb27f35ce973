import { Icon, type IconName } from "~/components/icon";
import { rowIdOf } from "~/components/model/difference-table";
import { useTranslation } from "~/i18n/use-translation";
import type { Drawing } from "./drawing";
import { DrawingSvg } from "./drawing-svg";
import { type DrawingWords, shapesOf } from "./shapes";

type DifferenceDrawingProps = {
  drawing: Drawing;
  from: string;
  to: string;
  /** The page with every row on it: a filter may hide the one that is wanted. */
  rowsAt: string;
};

/** Two states in one drawing with its legend. What is marked leads to its row in the table. */
export function DifferenceDrawing({ drawing, from, to, rowsAt }: DifferenceDrawingProps) {
  const { t } = useTranslation("review");
  const words = useDrawingWords();
  const shapes = shapesOf(drawing, { words, hrefOf: (kind, id) => `${rowsAt}#${rowIdOf(kind, id)}` });
  return (
    <div className="grid gap-2">
      <DrawingLegend />
      <section
        className="drawing-region table-region"
        aria-label={t("drawing.region")}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard (WCAG 2.1.1)
        tabIndex={0}
      >
        <DrawingSvg bounds={drawing.bounds} shapes={shapes} label={t("drawing.label", { from, to })} />
      </section>
    </div>
  );
}

/** The words of a drawing in the language of the page. */
export function useDrawingWords(): DrawingWords {
  const { t } = useTranslation("review");
  return {
    mark: ({ change, level }) =>
      level === null ? t(`drawing.${change}`) : t(`drawing.changedLevel.${level}`),
    assets: (count) => t("drawing.assets", { count }),
    assetChanges: ({ added, removed, changed }) =>
      [
        added > 0 ? t("drawing.assetsAdded", { count: added }) : "",
        removed > 0 ? t("drawing.assetsRemoved", { count: removed }) : "",
        changed > 0 ? t("drawing.assetsChanged", { count: changed }) : "",
      ]
        .filter(Boolean)
        .join(" "),
  };
}

const LEGEND = [
  ["added", "plus"],
  ["removed", "minus"],
  ["changed", "edit"],
  ["up", "arrow-up"],
  ["down", "arrow-down"],
] as const satisfies ReadonlyArray<readonly [string, IconName]>;

function DrawingLegend() {
  const { t } = useTranslation("review");
  return (
    <ul className="drawing-legend" aria-label={t("drawing.legend.title")}>
      {LEGEND.map(([key, icon]) => (
        <li key={key}>
          <Icon name={icon} />
          {t(`drawing.legend.${key}`)}
        </li>
      ))}
      <li>{t("drawing.legend.assets")}</li>
    </ul>
  );
}
