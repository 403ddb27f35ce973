import fc from "fast-check";
import { expect, test } from "vitest";
import { applyCommand, applyCommands } from "~/domain/zone-model/apply-command";
import type { ZoneModelCommand } from "~/domain/zone-model/commands";
import { inverseOf, inverseOfAll } from "~/domain/zone-model/inverse-of";
import { EMPTY_ZONE_MODEL, type ZoneModel } from "~/domain/zone-model/zone-model";
import { anAsset, aZone, aZoneModel } from "../../builders/zone-model";
import { aCommand, aDrawnModel } from "./arbitraries";

const ids = fc.integer({ min: 0, max: 25 }).map((number) => `n${number}`);
const anAssetCommand: fc.Arbitrary<ZoneModelCommand> = fc.oneof(
  {
    weight: 5,
    arbitrary: ids.map((id) => ({ type: "add-asset" as const, asset: anAsset({ id, zoneId: null }) })),
  },
  ids.map((assetId) => ({ type: "update-asset" as const, assetId, changes: { name: "Other", quantity: 2 } })),
  ids.map((assetId) => ({ type: "move-asset" as const, assetId, zoneId: "imaging" })),
  ids.map((assetId) => ({ type: "delete-asset" as const, assetId })),
);
/** Long runs of commands on assets, most of which fit, between any others. */
const longLists = fc
  .tuple(
    fc.array(anAssetCommand, { minLength: 40, maxLength: 90, size: "max" }),
    fc.array(aCommand),
    fc.boolean(),
  )
  .map(([run, others, isPure]) => (isPure ? run : [...run.slice(0, 40), ...others, ...run.slice(40)]));

/** The accepted ones, and with some luck one that is refused. */
function fitting(model: ZoneModel, commands: ReadonlyArray<ZoneModelCommand>, refusals: number) {
  let current = model;
  let left = refusals;
  return commands.filter((command) => {
    const applied = applyCommand(current, command);
    if (!applied.ok) {
      left -= 1;
      return left === 0;
    }
    current = applied.value;
    return true;
  });
}

function oneByOne(model: ZoneModel, commands: ReadonlyArray<ZoneModelCommand>) {
  let current = model;
  for (const [index, command] of commands.entries()) {
    const applied = applyCommand(current, command);
    if (!applied.ok) return { ok: false, refusal: { index, refusal: applied.refusal } };
    current = applied.value;
  }
  return { ok: true, value: current };
}

test("a run of commands on assets does what each would do alone, refusals included", () => {
  const models = fc.oneof(aDrawnModel, fc.constant(aZoneModel({ zones: [aZone()] })));
  let refused = 0;
  let accepted = 0;
  fc.assert(
    fc.property(models, longLists, fc.nat(3), (model, list, refusals) => {
      const commands = fitting(model, list, refusals);
      const applied = applyCommands(model, commands);
      expect(applied).toEqual(oneByOne(model, commands));
      if (!applied.ok) {
        refused += 1;
        return;
      }
      accepted += 1;
      const back = inverseOfAll(model, commands);
      if (!back.ok) throw new Error("what can be applied can be undone");
      expect(back.value).toEqual(backOneByOne(model, commands));
      expect(applyCommands(applied.value, back.value)).toEqual({ ok: true, value: model });
    }),
    { numRuns: 300 },
  );
  expect(refused).toBeGreaterThan(20);
  expect(accepted).toBeGreaterThan(50);
});

function backOneByOne(model: ZoneModel, commands: ReadonlyArray<ZoneModelCommand>) {
  let current = model;
  const steps = commands.map((command) => {
    const step = inverseOf(current, command);
    const applied = applyCommand(current, command);
    if (!step.ok || !applied.ok) throw new Error("these are accepted");
    current = applied.value;
    return step.value;
  });
  return steps.reverse().flat();
}

/** What is there is taken out in any order, and put back at any places, as undo and redo of thousands do. */
const takenOutAndPutBack = fc
  .tuple(
    fc.shuffledSubarray(
      Array.from({ length: 60 }, (_, n) => `n${n}`),
      { minLength: 17 },
    ),
    fc.array(fc.nat(80), { minLength: 17, maxLength: 40 }),
  )
  .map(
    ([ids, positions]): ReadonlyArray<ZoneModelCommand> => [
      ...ids.map((assetId) => ({ type: "delete-asset" as const, assetId })),
      ...positions.map((position, n) => ({
        type: "add-asset" as const,
        asset: anAsset({ id: `new${n}`, zoneId: null }),
        position,
      })),
    ],
  );

test("a run of deletions, and one of additions at places, does what each would do alone, and so does its way back", () => {
  const assets = Array.from({ length: 60 }, (_, n) => anAsset({ id: `n${n}`, zoneId: null }));
  const model = { ...EMPTY_ZONE_MODEL, assets };
  fc.assert(
    fc.property(takenOutAndPutBack, (commands) => {
      const applied = applyCommands(model, commands);
      expect(applied).toEqual(oneByOne(model, commands));
      const back = inverseOfAll(model, commands);
      if (!applied.ok || !back.ok) throw new Error("these are accepted");
      expect(back.value).toEqual(backOneByOne(model, commands));
      expect(applyCommands(applied.value, back.value)).toEqual({ ok: true, value: model });
      const again = inverseOfAll(applied.value, back.value);
      expect(again.ok && applyCommands(model, again.value)).toEqual(applied);
    }),
    { numRuns: 300 },
  );
});

test("what cannot be deleted or put back is refused at its place", () => {
  const assets = Array.from({ length: 30 }, (_, n) => anAsset({ id: `n${n}`, zoneId: null }));
  const model = { ...EMPTY_ZONE_MODEL, assets };
  const deletions = assets.map(({ id }): ZoneModelCommand => ({ type: "delete-asset", assetId: id }));
  const additions = (change: Partial<(typeof assets)[number]>) =>
    assets.map(
      (asset, n): ZoneModelCommand => ({
        type: "add-asset",
        asset: { ...asset, id: `again${n}`, ...(n === 20 && change) },
        position: n,
      }),
    );
  const lists = [
    deletions.with(20, { type: "delete-asset", assetId: "n3" }),
    additions({ id: "again3" }),
    additions({ zoneId: "nowhere" }),
  ];
  for (const commands of lists) {
    const refused = applyCommands(model, commands);
    expect(refused).toMatchObject({ ok: false, refusal: { index: 20 } });
    expect(refused).toEqual(oneByOne(model, commands));
    expect(inverseOfAll(model, commands)).toEqual(refused);
  }
});

test("a run that changes nothing keeps the model itself", () => {
  const model = aZoneModel();
  const commands = Array.from({ length: 20 }, () => ({
    type: "move-asset" as const,
    assetId: "mri-1",
    zoneId: "imaging",
  }));
  const applied = applyCommands(model, commands);
  expect(applied.ok && applied.value).toBe(model);
});

/** Commands that add assets, and how often anyone has looked at what these are called: that is the work. */
function countedAdditions(count: number) {
  const counted = { looks: 0, commands: [] as ReadonlyArray<ZoneModelCommand> };
  counted.commands = Array.from({ length: count }, (_, n) => {
    const asset = Object.defineProperty(anAsset({ zoneId: null }), "id", {
      get: () => {
        counted.looks += 1;
        return `n${n}`;
      },
      enumerable: true,
    });
    return { type: "add-asset", asset };
  });
  return counted;
}

test("each of many assets is looked at a few times when all are added, taken away and put back", () => {
  const count = 5_000;
  const counted = countedAdditions(count);
  const applied = applyCommands(EMPTY_ZONE_MODEL, counted.commands);
  const back = inverseOfAll(EMPTY_ZONE_MODEL, counted.commands);
  if (!applied.ok || !back.ok) throw new Error("these are accepted");
  const emptied = applyCommands(applied.value, back.value);
  const again = inverseOfAll(applied.value, back.value);
  const redone = again.ok && applyCommands(EMPTY_ZONE_MODEL, again.value);
  expect(counted.looks).toBeLessThan(20 * count);
  expect(emptied).toEqual({ ok: true, value: EMPTY_ZONE_MODEL });
  expect(redone).toEqual(applied);
});

test("one after the other, each addition looks at all that were added before", () => {
  const count = 200;
  const counted = countedAdditions(count);
  expect(oneByOne(EMPTY_ZONE_MODEL, counted.commands).ok).toBe(true);
  expect(counted.looks).toBeGreaterThan((count * (count - 1)) / 2);
});
