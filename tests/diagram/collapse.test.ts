import fc from "fast-check";
import { expect, test } from "vitest";
import { collapsedAround, drawnAs, fromCollapse, isCollapsed } from "~/diagram/collapse";
import { toFlow } from "~/diagram/to-flow";
import { applyCommands } from "~/domain/zone-model/apply-command";
import { fingerprintOfModel } from "~/domain/zone-model/facts";
import { inverseOfAll } from "~/domain/zone-model/inverse-of";
import { ancestorsOf, indexModel } from "~/domain/zone-model/queries";
import { evaluateRules } from "~/domain/zone-model/rules";
import type { ZoneModel } from "~/domain/zone-model/zone-model";
import { aConduit, anAsset, aZone, aZoneModel } from "../builders/zone-model";
import { aDrawnModel } from "../domain/zone-model/arbitraries";

function collapsed(model: ZoneModel, isMeant: (id: string, position: number) => boolean): ZoneModel {
  const index = indexModel(model);
  const ids = model.zones.map(({ id }) => id).filter(isMeant);
  const commands = fromCollapse(index, toFlow(index, []).boxes, ids, true);
  const done = applyCommands(model, commands);
  const back = inverseOfAll(model, commands);
  if (!done.ok || !back.ok) throw new Error("refused");
  const undone = applyCommands(done.value, back.value);
  expect(undone.ok && undone.value).toEqual(model);
  expect(fingerprintOfModel(done.value)).toBe(fingerprintOfModel(model));
  return done.value;
}

test("of collapsed zones nothing inside is drawn, every line has two drawn ends, and none is lost or drawn twice", () => {
  fc.assert(
    fc.property(aDrawnModel, fc.nat(), (drawn, mask) => {
      const model = collapsed(drawn, (_, n) => ((mask >> (n % 20)) & 1) === 1);
      const index = indexModel(model);
      const { nodes, edges, boxes } = toFlow(index, []);
      const shown = new Set(nodes.map(({ id }) => id));
      for (const { id } of model.zones) {
        const isHidden = ancestorsOf(index, id).some((zone) => isCollapsed(model, zone.id));
        expect(shown.has(id)).toBe(!isHidden);
        expect(boxes.has(id)).toBe(!isHidden);
        expect(shown.has(drawnAs(index)(id))).toBe(true);
      }
      for (const { source, target } of edges) {
        expect(shown.has(source) && shown.has(target)).toBe(true);
        expect(source).not.toBe(target);
      }
      const seenAs = drawnAs(index);
      const crossing = model.conduits.filter(
        ({ fromZoneId, toZoneId }) => seenAs(fromZoneId) !== seenAs(toZoneId),
      );
      const drawnIds = edges.flatMap(({ data }) =>
        (data?.bundle ?? [data?.conduit]).map((conduit) => conduit?.id),
      );
      expect(drawnIds.sort()).toEqual(crossing.map(({ id }) => id).sort());
    }),
  );
});

test("drawing a collapsed model on what was drawn before gives the same as drawing anew", () => {
  fc.assert(
    fc.property(aDrawnModel, fc.nat(), fc.nat(), (drawn, mask, other) => {
      const first = collapsed(drawn, (_, n) => ((mask >> (n % 20)) & 1) === 1);
      const second = collapsed(drawn, (_, n) => ((other >> (n % 20)) & 1) === 1);
      const before = toFlow(indexModel(first), evaluateRules(first));
      const findings = evaluateRules(second);
      expect(toFlow(indexModel(second), findings, before)).toEqual(toFlow(indexModel(second), findings));
    }),
    { numRuns: 50 },
  );
});

const hospital = aZoneModel({
  zones: [
    aZone({ id: "ward" }),
    aZone({ id: "room", parentId: "ward", slTarget: null }),
    aZone({ id: "bath", parentId: "ward" }),
    aZone({ id: "lab" }),
  ],
  conduits: [
    aConduit({ id: "inside", fromZoneId: "room", toZoneId: "bath" }),
    aConduit({ id: "one", fromZoneId: "room", toZoneId: "lab" }),
    aConduit({ id: "two", fromZoneId: "lab", toZoneId: "bath" }),
    aConduit({ id: "own", fromZoneId: "ward", toZoneId: "lab" }),
  ],
  assets: [anAsset({ id: "bed", zoneId: "room" }), anAsset({ id: "desk", zoneId: "ward" })],
  layout: {
    ward: { x: 40, y: 30, width: 900, height: 500 },
    room: { x: 20, y: 80 },
    bath: { x: 400, y: 80 },
    lab: { x: 1_300, y: 0 },
  },
});

test("a collapsed zone says what it holds; several hidden conduits are one line with all of them", () => {
  const model = collapsed(hospital, (id) => id === "ward");
  const { nodes, edges } = toFlow(indexModel(model), evaluateRules(model));
  expect(nodes.map(({ id }) => id)).toEqual(["ward", "lab"]);
  expect(nodes[0]?.data.totals).toMatchObject({ zones: 2, assets: 2, worst: "error", worstVerdict: null });
  expect(nodes[0]?.data.totals?.findings).toBeGreaterThan(0);
  expect(nodes[1]?.data.totals).toBe(null);
  expect(edges.map(({ id, data }) => [id, data?.bundle?.map((conduit) => conduit.id)])).toEqual([
    ["one", ["one", "two"]],
    ["own", undefined],
  ]);
});

test("opening brings back the size and everything inside where it stood", () => {
  const model = collapsed(hospital, (id) => id === "ward");
  const index = indexModel(model);
  const { boxes } = toFlow(index, []);
  expect(collapsedAround(index, "room")).toEqual(["ward"]);
  expect(collapsedAround(index, "ward")).toEqual([]);
  const commands = fromCollapse(index, boxes, ["ward", "lab", "gone"], false);
  const opened = applyCommands(model, commands);
  expect(opened.ok && opened.value).toEqual(hospital);
});
