import { expect, test } from "vitest";
import { flatVector } from "~/domain/security-level/security-level";
import { type ChangeSentence, sentencesOf } from "~/domain/zone-model/change-sentences";
import { type ZoneModelCommand, ZoneModelCommandSchema } from "~/domain/zone-model/commands";
import type { Place } from "~/domain/zone-model/zone-model";
import { translatorFor } from "~/i18n/i18n";
import { aConduit, aZone, aZoneModel } from "../../builders/zone-model";

const place = (changes: Partial<Place> = {}): Place => ({ x: 0, y: 0, ...changes });
const placing = (to: Place | null): ZoneModelCommand => ({ type: "place-zone", zoneId: "icu", place: to });

function told(command: ZoneModelCommand, before: Place | undefined) {
  const model = aZoneModel({
    zones: [aZone({ id: "icu", name: "ICU" })],
    layout: before ? { icu: before } : {},
  });
  return sentencesOf([command], { before: model, named: [model] })[0];
}

test.each<[string, Place | undefined, Place | null, ChangeSentence["type"]]>([
  ["a box goes elsewhere", place(), place({ x: 10 }), "place-zone"],
  ["a box gets its first place", undefined, place({ x: 10 }), "place-zone"],
  [
    "a collapsed box goes elsewhere",
    place({ collapsed: true }),
    place({ x: 1, collapsed: true }),
    "place-zone",
  ],
  ["a box grows", place({ width: 300, height: 200 }), place({ width: 320, height: 200 }), "resize-zone"],
  ["a box without a place is resized", undefined, place({ width: 320, height: 200 }), "resize-zone"],
  ["a zone is collapsed", place({ width: 300 }), place({ width: 300, collapsed: true }), "collapse-zone"],
  ["a zone without a place is collapsed", undefined, place({ collapsed: true }), "collapse-zone"],
  ["a zone is opened", place({ collapsed: true }), place(), "open-zone"],
  ["a box loses its place", place(), null, "unplace-zone"],
])("%s", (_name, before, after, type) => {
  expect(told(placing(after), before)).toEqual({ type, name: "ICU", where: "", fields: [] });
});

test("a target that goes is not said to be set", () => {
  const target = (slTarget: ReturnType<typeof flatVector> | null): ZoneModelCommand => ({
    ...{ type: "set-sl-target", zoneId: "icu", slTarget, rationale: "" },
  });
  expect(told(target(flatVector(3)), undefined)?.type).toBe("set-sl-target");
  expect(told(target(null), undefined)?.type).toBe("clear-sl-target");
});

test("names come from both states: what is gone from the one before, what is new from the one after", () => {
  const zones = [aZone({ id: "imaging", name: "Imaging" }), aZone({ id: "archive", name: "Archive" })];
  const before = aZoneModel({ zones, conduits: [aConduit({ id: "old" })] });
  const after = aZoneModel({ zones: [...zones, aZone({ id: "new", name: "New" })] });
  const commands: ReadonlyArray<ZoneModelCommand> = [
    { type: "delete-conduit", conduitId: "old" },
    { type: "nest-zone", zoneId: "new", parentId: "imaging", place: null },
  ];
  expect(sentencesOf(commands, { before, named: [before, after] })).toMatchObject([
    { name: "Imaging – Archive" },
    { name: "New", where: "Imaging" },
  ]);
});

test("every command has its words, and every member that an update names", () => {
  const t = translatorFor("en");
  for (const { shape } of ZoneModelCommandSchema.options) {
    const [type] = shape.type.values;
    expect(t(`diagram:change.${type as ZoneModelCommand["type"]}`), type).toContain("{{name}}");
    if (!("changes" in shape)) continue;
    for (const field of Object.keys(shape.changes.shape)) {
      const words = [`model:difference.field.${field}`, `editing:field.${field}`] as const;
      expect(
        words.some((key) => t(key as "model:title") !== key.split(":")[1]),
        field,
      ).toBe(true);
    }
  }
});
