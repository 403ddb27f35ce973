import { type ComponentType, useEffect, useState } from "react";
import { flushSync } from "react-dom";
import type { ZoneModel } from "~/domain/zone-model/zone-model";

type Still = ComponentType<{ model: ZoneModel }>;

/**
 * The whole model as a still drawing, there only while it is printed: the canvas holds what fits the screen, a sheet
 * everything. What draws it is loaded once the page has nothing else to do, because printing waits for nothing.
 */
export function PrintDrawing({ model }: { model: ZoneModel }) {
  const [Still, setStill] = useState<Still | null>(null);
  const [isPrinting, setIsPrinting] = useState(false);
  useEffect(() => {
    let isGone = false;
    void import("./drawing/still-drawing").then(({ StillDrawing }) => {
      if (!isGone) setStill(() => StillDrawing);
    });
    const begin = () => flushSync(() => setIsPrinting(true));
    const end = () => setIsPrinting(false);
    window.addEventListener("beforeprint", begin);
    window.addEventListener("afterprint", end);
    return () => {
      isGone = true;
      window.removeEventListener("beforeprint", begin);
      window.removeEventListener("afterprint", end);
    };
  }, []);
  if (!isPrinting || !Still || model.zones.length === 0) return null;
  return (
    <div className="print-drawing">
      <Still model={model} />
    </div>
  );
}
