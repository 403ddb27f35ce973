import type { Fragment } from "~/domain/zone-model/fragment";
import { childrenOf, indexModel } from "~/domain/zone-model/queries";
import { type Pasted, pasteInto } from "./copying";
import type { Point } from "./geometry";
import { layOutModel } from "./layout-zone";
import type { Drawing } from "./use-drawing";

/** A template put at the top of the model near `centre`, beside what stands there. One gesture. */
export function insertBeside(
  { index, flow }: Drawing,
  fragment: Fragment,
  { centre, newId }: { centre: Point; newId(): string },
): Pasted {
  const drawn = { index, boxes: flow.boxes };
  return pasteInto(drawn, inRows(fragment), { into: null, centre, newId });
}

/** Templates say nothing of places: the outermost zones get those that the diagram would find for them alone. */
export function inRows(fragment: Fragment): Fragment {
  const index = indexModel(fragment);
  const { boxes } = layOutModel(index);
  const places = childrenOf(index, null).flatMap(({ id }) => {
    const box = boxes.get(id);
    return box ? [[id, { x: box.x, y: box.y }] as const] : [];
  });
  return { ...fragment, layout: { ...Object.fromEntries(places), ...fragment.layout } };
}
