import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { applyCommands } from "~/domain/zone-model/apply-command";
import { commandsBetween } from "~/domain/zone-model/commands-between";
import { findInconsistencies } from "~/domain/zone-model/consistency";
import { factsOf } from "~/domain/zone-model/facts";
import type { Sides } from "~/domain/zone-model/fit-together";
import { placeOf } from "~/domain/zone-model/layout";
import { type Choice, contestedElements, mergedSides } from "~/domain/zone-model/three-way";
import { elementKey, type ZoneModel, ZoneModelSchema } from "~/domain/zone-model/zone-model";
import { aConduit, anAsset, aZone, aZoneModel } from "../../builders/zone-model";
import { acceptedOf, aDrawnModel, someCommands } from "./arbitraries";

const later = (model: ZoneModel, commands: Parameters<typeof acceptedOf>[1]) =>
  acceptedOf(model, commands).at(-1)?.after ?? model;

const someSides: fc.Arbitrary<Sides> = fc
  .tuple(aDrawnModel, someCommands, someCommands)
  .map(([before, mine, theirs]) => ({ before, mine: later(before, mine), theirs: later(before, theirs) }));
const someChoices = fc.func(fc.constantFrom<Choice>("mine", "theirs"));

const chosen = (sides: Sides, choose: (key: string) => Choice) =>
  new Map(contestedElements(sides).map((element) => [elementKey(element), choose(elementKey(element))]));

describe("two sides together", () => {
  it("are a model that commands lead to, whatever is chosen", () => {
    fc.assert(
      fc.property(someSides, someChoices, (sides, choose) => {
        const merged = mergedSides(sides, chosen(sides, choose));
        expect(findInconsistencies(merged)).toEqual([]);
        expect(ZoneModelSchema.safeParse(merged).success).toBe(true);
        expect(applyCommands(sides.theirs, commandsBetween(sides.theirs, merged))).toEqual({
          ok: true,
          value: merged,
        });
      }),
      { numRuns: 100 },
    );
  });

  it("are the one side that changed anything", () => {
    fc.assert(
      fc.property(aDrawnModel, someCommands, (before, commands) => {
        const after = later(before, commands);
        expect(contestedElements({ before, mine: before, theirs: after })).toEqual([]);
        expect(contestedElements({ before, mine: after, theirs: before })).toEqual([]);
        expect(mergedSides({ before, mine: before, theirs: after }, new Map())).toEqual(after);
        const merged = mergedSides({ before, mine: after, theirs: before }, new Map());
        expect(factsOf(merged)).toEqual(factsOf(after));
        expect(merged.layout).toEqual(after.layout);
      }),
    );
  });

  it("hold every change of both where nothing is contested, and of mine where mine is chosen", () => {
    fc.assert(
      fc.property(someSides, fc.constantFrom<Choice>("mine", "theirs"), (sides, choice) => {
        // Ids are drawn by chance from 128 bits, here from a handful: nobody adds what the other adds.
        fc.pre(!addsTheSame(sides));
        const contested = contestedElements(sides);
        const isOpen = contested.length > 0;
        const merged = mergedSides(
          sides,
          chosen(sides, () => choice),
        );
        if (choice === "theirs" || !isOpen) expect(missing(sides.before, sides.theirs, merged)).toEqual([]);
        if (choice === "mine" || !isOpen) expect(missing(sides.before, sides.mine, merged)).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });
});

function addsTheSame({ before, mine, theirs }: Sides): boolean {
  const idsIn = (model: ZoneModel) =>
    (["zones", "conduits", "assets", "waivers"] as const).flatMap((kind) =>
      model[kind].map(({ id }) => `${kind} ${id}`),
    );
  const known = new Set(idsIn(before));
  const added = new Set(idsIn(mine).filter((id) => !known.has(id)));
  return idsIn(theirs).some((id) => added.has(id));
}

/** What `after` changed in `before` and `merged` has otherwise. */
function missing(before: ZoneModel, after: ZoneModel, merged: ZoneModel): ReadonlyArray<string> {
  const fieldsIn = (model: ZoneModel) =>
    new Map<string, string>(
      (["zones", "conduits", "assets", "waivers"] as const).flatMap((kind) =>
        model[kind].flatMap((element) => [
          [`${kind} ${element.id}`, "there"] as const,
          ...Object.entries(element).map(
            ([name, value]) => [`${kind} ${element.id} ${name}`, JSON.stringify(value)] as const,
          ),
          ...(kind === "zones"
            ? [[`place ${element.id}`, JSON.stringify(placeOf(model, element.id))] as const]
            : []),
        ]),
      ),
    );
  const [was, is, got] = [fieldsIn(before), fieldsIn(after), fieldsIn(merged)];
  // A zone that goes takes its box along, wherever somebody has moved that meanwhile.
  const isBoxOfNone = (key: string) => key.startsWith("place ") && !got.has(key);
  return [...new Set([...was.keys(), ...is.keys()])].filter(
    (key) => was.get(key) !== is.get(key) && got.get(key) !== is.get(key) && !isBoxOfNone(key),
  );
}

const hospital = aZoneModel({
  zones: [aZone({ id: "imaging" }), aZone({ id: "ct" }), aZone({ id: "archive" })],
  conduits: [aConduit({ id: "line", fromZoneId: "imaging", toZoneId: "archive" })],
  assets: [anAsset({ id: "mri", zoneId: "imaging" })],
});
const changed = (changes: Partial<ZoneModel>): ZoneModel => ({ ...hospital, ...changes });
const zoneWith = (id: string, change: object): ZoneModel =>
  changed({ zones: hospital.zones.map((zone) => (zone.id === id ? { ...zone, ...change } : zone)) });

test("different fields of one zone are contested; mine keeps theirs that it did not change", () => {
  const sides: Sides = {
    before: hospital,
    mine: zoneWith("imaging", { name: "Radiology", owner: "Me" }),
    theirs: zoneWith("imaging", { purpose: "Images", owner: "They" }),
  };
  expect(contestedElements(sides)).toMatchObject([
    { kind: "zone", id: "imaging", fields: ["name", "purpose", "owner"] },
  ]);
  const key = "zone:imaging";
  expect(mergedSides(sides, new Map([[key, "mine"]])).zones[0]).toMatchObject({
    ...{ name: "Radiology", owner: "Me", purpose: "Images" },
  });
  expect(mergedSides(sides, new Map([[key, "theirs"]])).zones[0]).toMatchObject({
    ...{ name: "Zone imaging", owner: "They", purpose: "Images" },
  });
});

test("a conduit that both sides led elsewhere keeps the ends of mine, where mine took a zone of theirs away", () => {
  const line = hospital.conduits[0] ?? aConduit();
  const sides: Sides = {
    before: hospital,
    mine: changed({
      zones: hospital.zones.filter(({ id }) => id !== "archive"),
      conduits: [{ ...line, toZoneId: "ct" }],
    }),
    theirs: changed({ conduits: [{ ...line, fromZoneId: "ct" }] }),
  };
  const merged = mergedSides(
    sides,
    chosen(sides, () => "mine"),
  );
  expect(merged.conduits).toMatchObject([{ id: "line", fromZoneId: "imaging", toZoneId: "ct" }]);
});

test("moving a box and renaming its zone go together unasked", () => {
  const mine = changed({ layout: { ...hospital.layout, ct: { x: 9, y: 9 } } });
  const theirs = zoneWith("ct", { name: "Computed tomography" });
  expect(contestedElements({ before: hospital, mine, theirs })).toEqual([]);
  const merged = mergedSides({ before: hospital, mine, theirs }, new Map());
  expect(merged.zones[1]?.name).toBe("Computed tomography");
  expect(merged.layout.ct).toEqual({ x: 9, y: 9 });
});

test("a zone that the others deleted comes back where mine put something into it and is chosen", () => {
  const mine = changed({ assets: [...hospital.assets, anAsset({ id: "scanner", zoneId: "ct" })] });
  const theirs = changed({ zones: hospital.zones.filter(({ id }) => id !== "ct"), layout: {} });
  const sides = { before: hospital, mine, theirs };
  expect(contestedElements(sides)).toMatchObject([{ kind: "zone", id: "ct", versions: { theirs: null } }]);
  const kept = mergedSides(sides, new Map([["zone:ct", "mine"]]));
  expect(kept.zones.map(({ id }) => id)).toEqual(["imaging", "archive", "ct"]);
  expect(kept.assets.find(({ id }) => id === "scanner")?.zoneId).toBe("ct");
  const gone = mergedSides(sides, new Map());
  expect(gone.assets.find(({ id }) => id === "scanner")?.zoneId).toBe(null);
});

test("two zones put into each other are one choice, and neither ends up inside itself", () => {
  const sides: Sides = {
    before: hospital,
    mine: zoneWith("imaging", { parentId: "ct" }),
    theirs: zoneWith("ct", { parentId: "imaging" }),
  };
  expect(contestedElements(sides)).toMatchObject([{ kind: "zone", id: "imaging", fields: ["parentId"] }]);
  const parents = (choice: Choice) =>
    mergedSides(sides, new Map([["zone:imaging", choice]])).zones.map(({ parentId }) => parentId);
  expect(parents("mine")).toEqual(["ct", null, null]);
  expect(parents("theirs")).toEqual([null, "imaging", null]);
});

test("a conduit deleted here and changed there is contested; deleting stands where mine is chosen", () => {
  const sides: Sides = {
    before: hospital,
    mine: changed({ conduits: [] }),
    theirs: changed({ conduits: hospital.conduits.map((conduit) => ({ ...conduit, wireless: true })) }),
  };
  expect(contestedElements(sides)).toMatchObject([{ kind: "conduit", id: "line", versions: { mine: null } }]);
  expect(mergedSides(sides, new Map([["conduit:line", "mine"]])).conduits).toEqual([]);
  expect(mergedSides(sides, new Map()).conduits).toEqual(sides.theirs.conduits);
});
