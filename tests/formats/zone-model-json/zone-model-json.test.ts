import fc from "fast-check";
import { expect, test } from "vitest";
import { applyCommands } from "~/domain/zone-model/apply-command";
import { commandsBetween } from "~/domain/zone-model/commands-between";
import { findInconsistencies } from "~/domain/zone-model/consistency";
import { EMPTY_ZONE_MODEL } from "~/domain/zone-model/zone-model";
import { combined, withKnownReleases } from "~/formats/zone-model-json/combine";
import { parseZoneModelFile } from "~/formats/zone-model-json/parse";
import { writeZoneModelFile } from "~/formats/zone-model-json/write";
import { aConduit, aLargeZoneModel, anAsset, aZone, aZoneModel } from "../../builders/zone-model";
import { aDrawnModel } from "../../domain/zone-model/arbitraries";

const FILE = { name: "Building B", purpose: "" };

function errorsOf(change: (file: Record<string, unknown>) => unknown) {
  const file = JSON.parse(writeZoneModelFile({ ...FILE, model: aZoneModel() }));
  const read = parseZoneModelFile(JSON.stringify(change(file)));
  return read.ok ? [] : read.refusal.map(({ pointer, code }) => `${pointer} ${code}`);
}

test("whatever people can draw comes back deeply equal", () => {
  fc.assert(
    fc.property(aDrawnModel, fc.constantFrom("", "Building B"), (model, name) => {
      const read = parseZoneModelFile(writeZoneModelFile({ name, purpose: "", model }));
      expect(read).toEqual({ ok: true, value: { name, purpose: "", model } });
    }),
    { numRuns: 200 },
  );
});

test("a hospital of 300 zones and 5,000 assets comes back, in a list longer than other files may have", () => {
  const model = aLargeZoneModel({ assets: 6_000 });
  const read = parseZoneModelFile(writeZoneModelFile({ ...FILE, model }));
  expect(read.ok && read.value.model).toEqual(model);
});

test("a file replaces any draft, or comes beside it without touching what is there", () => {
  let number = 0;
  const newId = () => {
    number += 1;
    return `new${number}`;
  };
  fc.assert(
    fc.property(aDrawnModel, aDrawnModel, (draft, file) => {
      const replaced = applyCommands(draft, commandsBetween(draft, combined(draft, file, "replace", newId)));
      expect(replaced).toEqual({ ok: true, value: file });
      const beside = combined(draft, file, "add", newId);
      expect(findInconsistencies(beside)).toEqual([]);
      expect(beside.zones.slice(0, draft.zones.length)).toEqual(draft.zones);
      expect(beside.assets).toHaveLength(draft.assets.length + file.assets.length);
      expect(beside.conduits).toHaveLength(draft.conduits.length + file.conduits.length);
      expect(applyCommands(draft, commandsBetween(draft, beside))).toEqual({ ok: true, value: beside });
    }),
    { numRuns: 100 },
  );
});

test("in an empty draft ids stay as they are", () => {
  const model = aZoneModel();
  expect(combined(EMPTY_ZONE_MODEL, model, "add", () => "never")).toBe(model);
});

test("links to releases that the hospital does not know are dropped and counted", () => {
  const model = aZoneModel({
    zones: [aZone()],
    assets: [anAsset({ productReleaseId: "theirs" }), anAsset({ id: "b", productReleaseId: "ours" })],
  });
  const known = withKnownReleases(model, new Set(["ours"]));
  expect(known.dropped).toBe(1);
  expect(known.model.assets.map(({ productReleaseId }) => productReleaseId)).toEqual([null, "ours"]);
});

test.each([
  ["another format", (file: object) => ({ ...file, format: "threat-dragon" }), ["/format unknown-value"]],
  ["no format", () => ({ cells: [] }), ["/format missing"]],
  ["a later version", (file: object) => ({ ...file, formatVersion: 2 }), ["/formatVersion unknown-value"]],
  ["a list", () => [1, 2], [" wrong-type"]],
  [
    "an unknown field",
    (file: object) => ({ ...file, organisationId: "x" }),
    ["/organisationId unknown-field"],
  ],
  ["no model", ({ model: _model, ...file }: Record<string, unknown>) => file, ["/model missing"]],
])("%s is refused at its place", (_name, change, errors) => {
  expect(errorsOf(change)).toEqual(errors);
});

test("what no command could make is refused with a pointer to it", () => {
  const refused = (model: object) => {
    const read = parseZoneModelFile(
      JSON.stringify({ format: "cordon-zone-model", formatVersion: 1, model: { ...aZoneModel(), ...model } }),
    );
    return read.ok ? [] : read.refusal.map(({ pointer, code }) => `${pointer} ${code}`);
  };
  expect(refused({ zones: [aZone(), aZone(), aZone({ id: "archive" })] })).toEqual([
    "/model/zones/1/id duplicate-entry",
  ]);
  expect(refused({ zones: [aZone({ parentId: "imaging" }), aZone({ id: "archive" })] })).toEqual([
    "/model/zones/0/parentId unknown-value",
  ]);
  expect(refused({ assets: [anAsset({ zoneId: "nowhere" })] })).toEqual(["/model/assets/0 unknown-value"]);
  expect(refused({ conduits: [aConduit({ toZoneId: "imaging" })] })).toEqual([
    "/model/conduits/0/toZoneId unknown-value",
  ]);
  expect(refused({ layout: { gone: { x: 0, y: 0 } } })).toEqual(["/model/layout/gone unknown-value"]);
  expect(refused({ zones: [{ ...aZone(), slTarget: { IAC: 7 } }, aZone({ id: "archive" })] })[0]).toBe(
    "/model/zones/0/slTarget/IAC level-out-of-range",
  );
});

test("two members of one name, a prototype, and depth without end are refused", () => {
  const code = (text: string) => {
    const read = parseZoneModelFile(text);
    return read.ok ? "read" : read.refusal[0]?.code;
  };
  expect(code('{"format":"cordon-zone-model","format":"cordon-zone-model"}')).toBe("duplicate-key");
  expect(code('{"__proto__":{"format":"cordon-zone-model"}}')).toBe("unknown-field");
  expect(code(`{"format":${"[".repeat(100_000)}`)).toBe("too-deep");
  expect(code('{"format":')).toBe("not-json");
  expect(code(`[${"0,".repeat(60_000)}0]`)).toBe("too-many-values");
  expect(({} as { format?: string }).format).toBeUndefined();
});
