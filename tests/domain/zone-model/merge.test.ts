import { expect, test } from "vitest";
import { applyCommands } from "~/domain/zone-model/apply-command";
import type { ZoneModelCommand } from "~/domain/zone-model/commands";
import { applyEdit, mergeEdit } from "~/domain/zone-model/merge";
import type { ZoneModel } from "~/domain/zone-model/zone-model";
import { aConduit, anAsset, aZone, aZoneModel } from "../../builders/zone-model";

const hospital: ZoneModel = aZoneModel({
  zones: [
    aZone({ id: "site" }),
    aZone({ id: "imaging", parentId: "site" }),
    aZone({ id: "ct", parentId: "imaging" }),
  ],
  conduits: [aConduit({ id: "line", fromZoneId: "imaging", toZoneId: "ct" })],
  assets: [anAsset({ id: "mri", zoneId: "imaging" }), anAsset({ id: "free", zoneId: null })],
});
const deletion: ZoneModelCommand = { type: "delete-zone", zoneId: "imaging" };

function applied(model: ZoneModel, ...commands: ReadonlyArray<ZoneModelCommand>) {
  const outcome = applyEdit(model, commands);
  if (!outcome.ok) throw new Error(outcome.refusal.refusal.code);
  return outcome.value;
}

test("the commands kept lead to the same model as the commands given", () => {
  const { model, commands } = applied(hospital, deletion);
  expect(commands.map(({ type }) => type)).toEqual([
    "nest-zone",
    "move-asset",
    "delete-conduit",
    "delete-zone",
  ]);
  expect(applyCommands(hospital, commands)).toEqual({ ok: true, value: model });
  expect(applyCommands(hospital, [deletion])).toEqual({ ok: true, value: model });
});

test("the commands kept touch the same elements on any model", () => {
  const { commands, touched } = applied(hospital, deletion);
  const empty = mergeEdit(hospital, [{ commands }], []);
  expect(empty.ok).toBe(true);
  const keys = touched.map(({ kind, id }) => `${kind}:${id}`);
  expect(new Set(keys)).toEqual(new Set(["zone:imaging", "zone:ct", "conduit:line", "asset:mri"]));
});

test("edits of different elements are put together", () => {
  const theirs = applied(hospital, { type: "update-zone", zoneId: "site", changes: { name: "Campus" } });
  const ours: ZoneModelCommand = { type: "move-asset", assetId: "free", zoneId: "ct" };
  const merged = mergeEdit(theirs.model, [theirs], [ours]);
  expect(merged.ok && merged.value.model.zones[0]?.name).toBe("Campus");
  expect(merged.ok && merged.value.model.assets[1]?.zoneId).toBe("ct");
});

test("edits of the same element are refused and name it once", () => {
  const theirs = applied(hospital, { type: "update-zone", zoneId: "ct", changes: { name: "CT" } });
  const ours: ReadonlyArray<ZoneModelCommand> = [
    { type: "update-zone", zoneId: "ct", changes: { name: "Computed tomography" } },
    { type: "update-zone", zoneId: "ct", changes: { owner: "Radiology" } },
  ];
  expect(mergeEdit(theirs.model, [theirs], ours)).toEqual({
    ok: false,
    refusal: { elements: [{ kind: "zone", id: "ct" }] },
  });
});

test("what a deletion moved or took along is not changed unseen", () => {
  const theirs = applied(hospital, deletion);
  const move: ZoneModelCommand = { type: "move-asset", assetId: "mri", zoneId: "ct" };
  expect(mergeEdit(theirs.model, [theirs], [move])).toMatchObject({
    refusal: { elements: [{ kind: "asset", id: "mri" }] },
  });
});

test("commands that no longer fit are refused without an element to choose", () => {
  const theirs = applied(hospital, deletion);
  const add: ZoneModelCommand = { type: "add-asset", asset: anAsset({ id: "new", zoneId: "imaging" }) };
  expect(mergeEdit(theirs.model, [theirs], [add])).toEqual({ ok: false, refusal: { elements: [] } });
});

test("long runs of commands on assets are kept and touched like single ones, and refused at the same place", () => {
  const ids = Array.from({ length: 40 }, (_, n) => `pump-${n}`);
  const commands: ReadonlyArray<ZoneModelCommand> = [
    ...ids.map((id) => ({ type: "add-asset" as const, asset: anAsset({ id, zoneId: "ct" }) })),
    ...ids.slice(0, 20).map((assetId) => ({ type: "move-asset" as const, assetId, zoneId: "imaging" })),
    deletion,
    ...ids.map((assetId) => ({ type: "delete-asset" as const, assetId })),
  ];
  const whole = applied(hospital, ...commands);
  let model = hospital;
  const pieces = commands.map((command) => {
    const piece = applied(model, command);
    model = piece.model;
    return piece;
  });
  expect(whole.model).toEqual(model);
  expect(whole.commands).toEqual(pieces.flatMap((piece) => piece.commands));
  expect(whole.touched).toEqual(pieces.flatMap((piece) => piece.touched));
  expect(whole.commands.filter(({ type }) => type === "move-asset")).toHaveLength(41);
  for (const at of [10, 40, 50, 70, 100])
    expect(
      applyEdit(hospital, commands.toSpliced(at, 0, { type: "delete-asset", assetId: "nobody" })),
    ).toMatchObject({ ok: false, refusal: { index: at, refusal: { code: "unknown-asset" } } });
});
