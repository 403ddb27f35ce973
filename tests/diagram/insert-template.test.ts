import { expect, test } from "vitest";
import { MODEL_TEMPLATES, templateFragment } from "~/catalogue/templates/model-templates";
import { overlaps } from "~/diagram/geometry";
import { insertBeside } from "~/diagram/insert-template";
import { toFlow } from "~/diagram/to-flow";
import { applyCommands } from "~/domain/zone-model/apply-command";
import { childrenOf, indexModel } from "~/domain/zone-model/queries";
import { EMPTY_ZONE_MODEL, type ZoneModel } from "~/domain/zone-model/zone-model";

const IDS = MODEL_TEMPLATES.map(({ id }) => id);

function drawn(model: ZoneModel) {
  const index = indexModel(model);
  return { index, flow: toFlow(index, []) };
}

function inserted(model: ZoneModel, id: string, mark: string): ZoneModel {
  let number = 0;
  const fragment = templateFragment(id);
  if (!fragment) throw new Error(id);
  const newId = () => {
    number += 1;
    return `${mark}${number}`;
  };
  const { commands, refs } = insertBeside(drawn(model), fragment, { centre: { x: 100, y: 100 }, newId });
  expect(refs.length).toBeGreaterThan(0);
  const applied = applyCommands(model, commands);
  if (!applied.ok) throw new Error(applied.refusal.refusal.code);
  return applied.value;
}

test.each(IDS)("%s is put beside what is there, twice, and covers nothing", (id) => {
  const once = inserted(inserted(EMPTY_ZONE_MODEL, "small-clinic", "a"), id, "b");
  const model = inserted(once, id, "c");
  const { index, flow } = drawn(model);
  const boxes = childrenOf(index, null).flatMap((zone) => flow.boxes.get(zone.id) ?? []);
  expect(boxes).toHaveLength(childrenOf(index, null).length);
  for (const [place, box] of boxes.entries())
    for (const other of boxes.slice(place + 1)) expect(overlaps(box, other)).toBe(false);
  expect(new Set(model.zones.map(({ name }) => name)).size).toBe(model.zones.length);
});
