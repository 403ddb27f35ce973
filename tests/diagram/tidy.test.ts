import ELK from "elkjs/lib/elk.bundled.js";
import fc from "fast-check";
import { expect, test } from "vitest";
import { MODEL_TEMPLATES, templateFragment } from "~/catalogue/templates/model-templates";
import { isCollapsed } from "~/diagram/collapse";
import { overlaps } from "~/diagram/geometry";
import { layOutModel } from "~/diagram/layout-zone";
import { fromElk } from "~/diagram/tidy/from-elk";
import { layOutInParts } from "~/diagram/tidy/in-parts";
import { leadingPairs } from "~/diagram/tidy/leading-pairs";
import { toElk } from "~/diagram/tidy/to-elk";
import { applyCommands } from "~/domain/zone-model/apply-command";
import { commandsBetween } from "~/domain/zone-model/commands-between";
import { factsOf } from "~/domain/zone-model/facts";
import { ancestorsOf, childrenOf, descendantsOf, indexModel } from "~/domain/zone-model/queries";
import type { ZoneModel } from "~/domain/zone-model/zone-model";
import { aLargeZoneModel, aZone, aZoneModel } from "../builders/zone-model";
import { aDrawnModel } from "../domain/zone-model/arbitraries";

const elk = new ELK();

async function tidied(model: ZoneModel, zoneId: string | null = null): Promise<ZoneModel> {
  const index = indexModel(model);
  const laidOut = await layOutInParts(
    toElk(index, zoneId),
    (part) => elk.layout(part),
    () => {},
  );
  const commands = fromElk(index, zoneId, laidOut);
  const applied = applyCommands(model, commands);
  if (!applied.ok) throw new Error(applied.refusal.refusal.code);
  return applied.value;
}

function expectNothingCovered(model: ZoneModel, within: string | null): void {
  const index = indexModel(model);
  const { boxes } = layOutModel(index);
  const around = [
    within,
    ...(within === null ? model.zones : descendantsOf(index, within)).map(({ id }) => id),
  ];
  for (const zone of around) {
    if (
      zone !== null &&
      [zone, ...ancestorsOf(index, zone).map(({ id }) => id)].some((id) => isCollapsed(model, id))
    )
      continue;
    const siblings = childrenOf(index, zone).flatMap(({ id }) => boxes.get(id) ?? []);
    expect(siblings).toHaveLength(childrenOf(index, zone).length);
    for (const [place, box] of siblings.entries())
      expect(siblings.slice(place + 1).some((other) => overlaps(box, other))).toBe(false);
  }
}

const isHidden = (model: ZoneModel) => {
  const index = indexModel(model);
  return (id: string) => ancestorsOf(index, id).some((zone) => isCollapsed(model, zone.id));
};

test("every zone gets a place, none covers another, and no fact changes", async () => {
  await fc.assert(
    fc.asyncProperty(aDrawnModel, async (model) => {
      const after = await tidied(model);
      const hidden = isHidden(model);
      for (const { id } of after.zones) if (!hidden(id)) expect(after.layout[id]).toBeDefined();
      expectNothingCovered(after, null);
      expect(factsOf(after)).toEqual(factsOf(model));
    }),
    { numRuns: 40 },
  );
});

test("tidying the inside of a zone moves nothing outside it", async () => {
  await fc.assert(
    fc.asyncProperty(aDrawnModel, fc.nat(), async (model, pick) => {
      const index = indexModel(model);
      const parents = model.zones.filter(({ id }) => childrenOf(index, id).length > 0);
      const zone = parents[pick % Math.max(1, parents.length)];
      fc.pre(zone !== undefined && !isCollapsed(model, zone.id));
      if (!zone) return;
      const after = await tidied(model, zone.id);
      const inside = new Set(descendantsOf(index, zone.id).map(({ id }) => id));
      const changed = commandsBetween(model, after);
      expect(changed.every((command) => command.type === "place-zone" && inside.has(command.zoneId))).toBe(
        true,
      );
      expectNothingCovered(after, zone.id);
    }),
    { numRuns: 40 },
  );
});

test("a second tidying finds nothing to do, and the sizes that a person gave stay", async () => {
  const wide = aZone({ id: "wide", name: "Wide" });
  const model = aZoneModel({
    zones: [wide, aZone({ id: "next", name: "Next" })],
    conduits: [],
    assets: [],
    layout: { wide: { x: 0, y: 0, width: 700, height: 300 }, next: { x: 10, y: 10 } },
  });
  const once = await tidied(model);
  expect(once.layout.wide).toMatchObject({ width: 700, height: 300 });
  expect(commandsBetween(once, await tidied(once))).toEqual([]);
});

test("templates can be tidied", async () => {
  for (const { id } of MODEL_TEMPLATES) {
    const fragment = templateFragment(id);
    if (!fragment) throw new Error(id);
    const { zones, conduits, assets } = fragment;
    expectNothingCovered(await tidied({ zones, conduits, assets, waivers: [], layout: {} }), null);
  }
});

test("300 zones with 450 conduits come out without overlap", async () => {
  expectNothingCovered(await tidied(aLargeZoneModel()), null);
});

test("it says how many zones are done, up to all of them", async () => {
  const model = aLargeZoneModel({ zones: 40, assets: 60, conduits: 60 });
  const told: Array<number> = [];
  await layOutInParts(
    toElk(indexModel(model), null),
    (part) => elk.layout(part),
    (done) => told.push(done),
  );
  expect(told).toEqual([9, 18, 27, 36, 40]);
});

test("it stops between two parts when asked to, and no later part is asked for", async () => {
  const model = aLargeZoneModel({ zones: 40, assets: 60, conduits: 60 });
  const controller = new AbortController();
  let parts = 0;
  const layOut = async (part: Parameters<typeof elk.layout>[0]) => {
    controller.signal.throwIfAborted();
    parts += 1;
    if (parts === 2) controller.abort();
    return elk.layout(part);
  };
  await expect(layOutInParts(toElk(indexModel(model), null), layOut, () => {})).rejects.toThrow();
  expect(parts).toBe(2);
});

test("where zones are joined in every way, the pairs with most conduits lead and nothing comes apart", () => {
  const ids = Array.from({ length: 12 }, (_, n) => `z${n}`);
  const pairs = ids.flatMap((from, place) =>
    ids.slice(place + 1).map((to) => ({ from, to, conduits: from === "z3" && to === "z9" ? 5 : 1 })),
  );
  const kept = leadingPairs(pairs, ids.length);
  expect(kept).toHaveLength(18);
  expect(kept).toContainEqual({ from: "z3", to: "z9", conduits: 5 });
  const reached = new Set(["z0"]);
  for (let turn = 0; turn < ids.length; turn += 1)
    for (const { from, to } of kept)
      if (reached.has(from) || reached.has(to)) for (const id of [from, to]) reached.add(id);
  expect(reached.size).toBe(ids.length);
  expect(leadingPairs(pairs.slice(0, 18), ids.length), "few enough").toHaveLength(18);
});
