import { withoutSilence } from "~/domain/zone-model/facts";
import { placeOf } from "~/domain/zone-model/layout";
import { indexModel, type ZoneModelIndex } from "~/domain/zone-model/queries";
import type { Asset, Conduit, Zone, ZoneModel } from "~/domain/zone-model/zone-model";
import { escaped } from "../xml/entities";
import { drawnBoxes } from "./boxes";
import type { Geometry } from "./cells";
import { FACTS_ATTRIBUTE, geometryText, WAIVERS_ATTRIBUTE, type WrittenFacts } from "./own-facts";

export type DrawingWords = {
  /** Name of the page. */
  title: string;
  /** Stands below the name of a zone, e.g. `SL-T 2 2 1 2 1 1 2`. */
  level(zone: Zone): string;
  /** Stands on the line of a conduit. */
  conduit(conduit: Conduit): string;
};

/**
 * The whole model as a draw.io file: zones as containers in each other, assets in them, conduits as lines. What a
 * drawing cannot show lies beside each cell, so that `parseDrawing` gives back the same model.
 */
export function writeDrawing(model: ZoneModel, words: DrawingWords): string {
  const index = indexModel(model);
  const boxes = drawnBoxes(index);
  const cells = [
    ...model.zones.map((zone) => zoneCell(zone, index, boxes.zones, words)),
    ...model.assets.map((asset) => assetCell(asset, boxes.assets.get(asset.id), index)),
    ...model.conduits.map((conduit) => conduitCell(conduit, words)),
  ];
  const waivers = model.waivers.length > 0 ? attribute(WAIVERS_ATTRIBUTE, JSON.stringify(model.waivers)) : "";
  const lines = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<mxfile host="Cordon">',
    `<diagram id="model"${attribute("name", words.title)}>`,
    '<mxGraphModel grid="1" gridSize="10" guides="1" connect="1" arrows="1" page="0" math="0" shadow="0">',
    "<root>",
    `<object label=""${waivers} id="0"><mxCell/></object>`,
    '<mxCell id="1" parent="0"/>',
    ...cells,
    "</root>",
    "</mxGraphModel>",
    "</diagram>",
    "</mxfile>",
  ];
  return `${lines.join("\n")}\n`;
}

const ZONE_STYLE =
  "swimlane;container=1;collapsible=0;startSize=44;html=0;whiteSpace=wrap;rounded=1;fontStyle=1;";
const ASSET_STYLE = "rounded=1;whiteSpace=wrap;html=0;fontSize=11;";
const CONDUIT_STYLE = "html=0;rounded=1;endArrow=none;startArrow=none;fontSize=11;";

function zoneCell(
  zone: Zone,
  { model }: ZoneModelIndex,
  boxes: ReadonlyMap<string, Geometry>,
  words: DrawingWords,
): string {
  const box = boxes.get(zone.id) ?? { x: 0, y: 0, width: 200, height: 120 };
  const facts: WrittenFacts = {
    kind: "zone",
    element: zone,
    place: placeOf(model, zone.id),
    drawn: geometryText(box),
  };
  const parent = zone.parentId === null ? "1" : cellId("zone", zone.parentId);
  const cell = `<mxCell style="${ZONE_STYLE}" vertex="1"${attribute("parent", parent)}>${geometry(box)}</mxCell>`;
  return wrapped(cellId("zone", zone.id), `${zone.name}\n${words.level(zone)}`, facts, cell);
}

function assetCell(asset: Asset, box: Geometry | undefined, { zoneById }: ZoneModelIndex): string {
  const parent = asset.zoneId !== null && zoneById.has(asset.zoneId) ? cellId("zone", asset.zoneId) : "1";
  const place = geometry(box ?? { x: 0, y: 0, width: 150, height: 34 });
  const cell = `<mxCell style="${ASSET_STYLE}" vertex="1"${attribute("parent", parent)}>${place}</mxCell>`;
  const label = asset.quantity > 1 ? `${asset.name}\n× ${asset.quantity}` : asset.name;
  return wrapped(cellId("asset", asset.id), label, { kind: "asset", element: withoutSilence(asset) }, cell);
}

function conduitCell(conduit: Conduit, words: DrawingWords): string {
  const ends = `${attribute("source", cellId("zone", conduit.fromZoneId))}${attribute("target", cellId("zone", conduit.toZoneId))}`;
  const cell = `<mxCell style="${CONDUIT_STYLE}" edge="1" parent="1"${ends}><mxGeometry relative="1" as="geometry"/></mxCell>`;
  return wrapped(
    cellId("conduit", conduit.id),
    words.conduit(conduit),
    { kind: "conduit", element: conduit },
    cell,
  );
}

/** Ids of zones, assets and conduits may be alike; those of cells must not. */
function cellId(kind: WrittenFacts["kind"], id: string): string {
  return `${kind}-${id}`;
}

function wrapped(id: string, label: string, facts: WrittenFacts, cell: string): string {
  const attributes = [
    attribute("label", label),
    attribute(FACTS_ATTRIBUTE, JSON.stringify(facts)),
    attribute("id", id),
  ];
  return `<UserObject${attributes.join("")}>${cell}</UserObject>`;
}

function attribute(name: string, value: string): string {
  return ` ${name}="${escaped(value)}"`;
}

function geometry({ x, y, width, height }: Geometry): string {
  return `<mxGeometry x="${x}" y="${y}" width="${width}" height="${height}" as="geometry"/>`;
}
