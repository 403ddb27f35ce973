import fc from "fast-check";
import { expect, test } from "vitest";
import { applyCommands } from "~/domain/zone-model/apply-command";
import { type ZoneModelCommand, ZoneModelCommandsSchema } from "~/domain/zone-model/commands";
import { findInconsistencies } from "~/domain/zone-model/consistency";
import {
  commandsOfCut,
  commandsOfFragment,
  fragmentOf,
  freeZoneNames,
  LONGEST_FRAGMENT,
  readFragment,
  writeFragment,
} from "~/domain/zone-model/fragment";
import { inverseOfAll } from "~/domain/zone-model/inverse-of";
import { placeOf } from "~/domain/zone-model/layout";
import { indexModel } from "~/domain/zone-model/queries";
import { evaluateRules } from "~/domain/zone-model/rules";
import {
  type ElementRef,
  EMPTY_ZONE_MODEL,
  type ZoneModel,
  ZoneModelSchema,
} from "~/domain/zone-model/zone-model";
import { aConduit, aLargeZoneModel, anAsset, aZone, aZoneModel } from "../../builders/zone-model";
import { aDrawnModel } from "./arbitraries";

function applied(model: ZoneModel, commands: ReadonlyArray<ZoneModelCommand>): ZoneModel {
  const done = applyCommands(model, commands);
  if (!done.ok) throw new Error(done.refusal.refusal.code);
  return done.value;
}

function ids(prefix = "new") {
  let number = 0;
  return () => {
    number += 1;
    return `${prefix}${number}`;
  };
}

const everything = (model: ZoneModel): ReadonlyArray<ElementRef> => [
  ...model.zones.map(({ id }) => ({ kind: "zone" as const, id })),
  ...model.conduits.map(({ id }) => ({ kind: "conduit" as const, id })),
  ...model.assets.map(({ id }) => ({ kind: "asset" as const, id })),
];

const someOf = (model: ZoneModel, mask: number) =>
  everything(model).filter((_, position) => ((mask >> (position % 20)) & 1) === 1);

/** The same for two models that differ in ids and in the order of elements alone. */
function upToIds(model: ZoneModel): unknown {
  const index = indexModel(model);
  const zone = (id: string | null): unknown => {
    const found = id === null ? undefined : index.zoneById.get(id);
    return found
      ? { ...found, id: "", place: placeOf(model, found.id), parentId: zone(found.parentId) }
      : null;
  };
  const conduit = (id: string) => {
    const found = index.conduitById.get(id);
    return found
      ? { ...found, id: "", fromZoneId: zone(found.fromZoneId), toZoneId: zone(found.toZoneId) }
      : null;
  };
  const asset = (id: string) => {
    const found = index.assetById.get(id);
    return found ? { ...found, id: "", zoneId: zone(found.zoneId) } : null;
  };
  const element = { zone, conduit, asset };
  const sorted = (list: ReadonlyArray<unknown>) => list.map((entry) => JSON.stringify(entry)).sort();
  return {
    zones: sorted(model.zones.map(({ id }) => zone(id))),
    conduits: sorted(model.conduits.map(({ id }) => conduit(id))),
    assets: sorted(model.assets.map(({ id }) => asset(id))),
    // Those of elements that have gone are not copied.
    waivers: sorted(
      model.waivers
        .map((waiver) => ({ ...waiver, id: "", element: element[waiver.element.kind](waiver.element.id) }))
        .filter((waiver) => waiver.element !== null),
    ),
  };
}

test("pasting everything into an empty model gives an equal model, up to ids", () => {
  fc.assert(
    fc.property(aDrawnModel, (model) => {
      const fragment = fragmentOf(indexModel(model), everything(model));
      const outer = fragment.zones.flatMap(({ id, parentId }) =>
        parentId === null ? (placeOf(fragment, id) ?? []) : [],
      );
      const at = {
        x: Math.min(1_000_000, ...outer.map(({ x }) => x)),
        y: Math.min(1_000_000, ...outer.map(({ y }) => y)),
      };
      const commands = commandsOfFragment(fragment, { newId: ids(), into: null, at, nameOf: (name) => name });
      expect(upToIds(applied(EMPTY_ZONE_MODEL, commands))).toEqual(upToIds(model));
    }),
  );
});

test("a part survives the clipboard, goes into any model, and undo takes all of it back", () => {
  fc.assert(
    fc.property(aDrawnModel, aDrawnModel, fc.nat(), fc.nat(), (source, target, mask, pick) => {
      const read = readFragment(writeFragment(fragmentOf(indexModel(source), someOf(source, mask))));
      if (!read.ok) throw new Error(read.refusal);
      const into = [null, ...target.zones.map(({ id }) => id)][pick % (target.zones.length + 1)] ?? null;
      const commands = commandsOfFragment(read.value, {
        newId: ids(),
        into,
        at: { x: 40, y: 80 },
        nameOf: freeZoneNames(target.zones.map(({ name }) => name)),
      });
      if (commands.length > 0) ZoneModelCommandsSchema.parse(commands);
      const after = applied(target, commands);
      expect(ZoneModelSchema.safeParse(after).success).toBe(true);
      expect(findInconsistencies(after)).toEqual([]);
      const back = inverseOfAll(target, commands);
      expect(back.ok && applied(after, back.value)).toEqual(target);
    }),
  );
});

test("copies have names that no zone has, so that pasting adds no finding about names", () => {
  fc.assert(
    fc.property(aDrawnModel, (model) => {
      const doubled = (of: ZoneModel) =>
        evaluateRules(of).filter(({ ruleId }) => ruleId === "zone-name-is-unique").length;
      const commands = commandsOfFragment(fragmentOf(indexModel(model), everything(model)), {
        newId: ids(),
        into: null,
        at: null,
        nameOf: freeZoneNames(model.zones.map(({ name }) => name)),
      });
      expect(doubled(applied(model, commands))).toBe(doubled(model));
    }),
  );
});

test("cutting takes out what copying takes along, and undo brings it back", () => {
  fc.assert(
    fc.property(aDrawnModel, fc.nat(), (model, mask) => {
      const index = indexModel(model);
      const refs = someOf(model, mask);
      const commands = commandsOfCut(index, refs);
      const after = applied(model, commands);
      const fragment = fragmentOf(index, refs);
      const gone = new Set([...fragment.zones, ...fragment.assets].map(({ id }) => id));
      expect([...after.zones, ...after.assets].length).toBe(
        [...model.zones, ...model.assets].length - fragment.zones.length - fragment.assets.length,
      );
      for (const { id, zoneId } of after.assets) {
        expect(gone.has(id) && fragment.assets.some((asset) => asset.id === id)).toBe(false);
        expect(zoneId).toBe(model.assets.find((asset) => asset.id === id)?.zoneId);
      }
      const back = inverseOfAll(model, commands);
      expect(back.ok && applied(after, back.value)).toEqual(model);
    }),
  );
});

const hospital = aZoneModel({
  zones: [
    aZone({ id: "ward", name: "Ward" }),
    aZone({ id: "room", name: "Room", parentId: "ward" }),
    aZone({ id: "lab", name: "Lab" }),
  ],
  conduits: [
    aConduit({ id: "inside", fromZoneId: "ward", toZoneId: "room" }),
    aConduit({ id: "outside", fromZoneId: "room", toZoneId: "lab" }),
  ],
  assets: [
    anAsset({ id: "bed", zoneId: "room", productReleaseId: "release-7" }),
    anAsset({ id: "desk", zoneId: "lab" }),
  ],
  waivers: [
    {
      id: "w1",
      ruleId: "conduit-has-channels",
      element: { kind: "conduit", id: "inside" },
      reason: "Being cabled",
      expiresOn: "2026-12-31",
    },
    {
      id: "w2",
      ruleId: "zone-has-sl-target",
      element: { kind: "zone", id: "lab" },
      reason: "Is closed",
      expiresOn: "2026-12-31",
    },
  ],
});

test("a zone goes with everything inside it; a conduit only with both ends; waivers with their element", () => {
  const fragment = fragmentOf(indexModel(hospital), [
    { kind: "zone", id: "ward" },
    { kind: "conduit", id: "outside" },
    { kind: "asset", id: "desk" },
  ]);
  expect(fragment.zones.map(({ id }) => id)).toEqual(["ward", "room"]);
  expect(fragment.conduits.map(({ id }) => id)).toEqual(["inside"]);
  expect(fragment.assets).toMatchObject([
    { id: "bed", zoneId: "room", productReleaseId: "release-7" },
    { id: "desk", zoneId: null },
  ]);
  expect(fragment.waivers.map(({ id }) => id)).toEqual(["w1"]);
});

test("an inner zone copied alone stands free, at the corner that the drawing gave", () => {
  const fragment = fragmentOf(
    indexModel(hospital),
    [{ kind: "zone", id: "room" }],
    new Map([["room", { x: 500, y: 90 }]]),
  );
  expect(fragment.zones).toMatchObject([{ id: "room", parentId: null }]);
  expect(fragment.layout.room).toMatchObject({ x: 500, y: 90, width: 280 });
  const [command] = commandsOfFragment(fragment, {
    newId: ids(),
    into: "lab",
    at: { x: 12, y: 70 },
    nameOf: freeZoneNames(["Room", "room (2)"]),
  });
  expect(command).toMatchObject({
    type: "add-zone",
    zone: { id: "new1", name: "Room (3)", parentId: "lab" },
    place: { x: 12, y: 70 },
  });
});

test("a name as long as a name may be stays within its length", () => {
  const long = "Z".repeat(120);
  const free = freeZoneNames([long]);
  expect(free(long)).toHaveLength(120);
  expect(free(long)).not.toBe(free(long));
});

test("what the clipboard may hold besides: told apart, and never an exception", () => {
  const good = fragmentOf(indexModel(hospital), everything(hospital));
  const refusalOf = (text: string) => {
    const read = readFragment(text);
    return read.ok ? "accepted" : read.refusal;
  };
  const changed = (change: object) => JSON.stringify({ ...good, ...change });
  expect(refusalOf(writeFragment(good))).toBe("accepted");
  for (const text of ["", "Dear all,", "null", "[]", "{", '{"cordon":"yes"}', "7", "\u0000"])
    expect(refusalOf(text)).toBe("not-a-fragment");
  expect(refusalOf(`"${"x".repeat(LONGEST_FRAGMENT)}"`)).toBe("too-big");
  expect(refusalOf(changed({ version: 2 }))).toBe("unreadable");
  expect(refusalOf(changed({ more: 1 }))).toBe("unreadable");
  expect(refusalOf(changed({ zones: [{ ...aZone(), name: "" }] }))).toBe("unreadable");
  expect(refusalOf(changed({ layout: { ward: { x: 1e12, y: 0 } } }))).toBe("unreadable");
  // Names nothing that could be reached: the schema leaves it out.
  const odd = readFragment(writeFragment(good).replace('"layout":{', '"layout":{"__proto__":{"x":0,"y":0},'));
  expect(odd.ok && Object.keys(odd.value.layout).sort()).toEqual(Object.keys(good.layout).sort());
  expect(
    refusalOf(changed({ zones: [aZone({ id: "a", parentId: "b" }), aZone({ id: "b", parentId: "a" })] })),
  ).toBe("inconsistent");
  expect(refusalOf(changed({ zones: [...good.zones, ...good.zones] }))).toBe("inconsistent");
  fc.assert(fc.property(fc.json(), (text) => refusalOf(text) !== "accepted"));
});

test("a copy of a whole large hospital is within the bounds and is read in a moment", () => {
  const model = aLargeZoneModel();
  const text = writeFragment(fragmentOf(indexModel(model), everything(model)));
  expect(text.length).toBeLessThan(LONGEST_FRAGMENT);
  const read = readFragment(text);
  expect(read.ok && read.value.assets.length).toBe(model.assets.length);
});
