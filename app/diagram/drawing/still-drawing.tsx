import type { ZoneModel } from "~/domain/zone-model/zone-model";
import { useTranslation } from "~/i18n/use-translation";
import { useDrawingWords } from "./difference-drawing";
import { drawModel } from "./drawing";
import { DrawingSvg } from "./drawing-svg";
import { shapesOf } from "./shapes";

/** A model as it is, drawn for paper: with the names of its conduits, and what collapsed zones hold. */
export function StillDrawing({ model }: { model: ZoneModel }) {
  const { t } = useTranslation("diagram");
  const words = useDrawingWords();
  const drawing = drawModel(model);
  return (
    <DrawingSvg
      bounds={drawing.bounds}
      shapes={shapesOf(drawing, { words, labels: true })}
      label={t("printed")}
    />
  );
}
