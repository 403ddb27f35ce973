// The graph of `performance.md` §2.1: the same streams and seeds, as a zone model of the product and, with the boxes in
// which the product draws it, as plain rectangles and lines for the peers.
import { mulberry32 } from "./check-workload.mjs";

/** @typedef {{ x: number, y: number, width: number, height: number }} Box From the origin of the drawing. */
/** @typedef {{ id: string, name: string, level: number, parentId: string | null, box: Box }} DrawnZone */
/** @typedef {{ id: string, name: string, zoneId: string, status: number, box: Box }} DrawnAsset */
/** @typedef {{ id: string, label: string, from: string, to: string }} DrawnConduit */
/** @typedef {{ zones: DrawnZone[], assets: DrawnAsset[], conduits: DrawnConduit[], busiest: string, size: { width: number, height: number } }} Graph */

const SEED = 402503;
/** Sub-zones of one zone; every fifth zone stands at the top. */
const INSIDE = 4;
const KINDS = ["embedded-device", "host-device", "software-application", "network-device"];
const STATUSES = [null, "notice", "warning", "error"];

/** The model without any place: the product packs it by itself. `zones` is 20, 100 or 300. */
export function drawModel(/** @type {any} */ domain, /** @type {number} */ zones) {
  const { aChannel, aConduit, anAsset, aZone } = domain;
  const u = mulberry32(SEED + zones);
  const int = (/** @type {number} */ below) => Math.floor(u() * below);
  const tops = zones / (INSIDE + 1);
  const subs = zones - tops;
  const level = () => {
    const sl = 1 + int(4);
    return { IAC: sl, UC: sl, SI: sl, DC: sl, RDF: sl, TRE: sl, RA: sl };
  };
  const above = Array.from({ length: tops }, (_, n) =>
    aZone({ id: `top${n}`, name: `Area ${n}`, slTarget: level() }),
  );
  const below = Array.from({ length: subs }, (_, n) =>
    aZone({
      ...{ id: `sub${n}`, name: `Zone ${n}`, slTarget: level() },
      parentId: `top${Math.floor(n / INSIDE)}`,
      weakerThanParentReason: "Agreed for the bench",
    }),
  );
  const assets = Array.from({ length: assetsFor(zones) }, (_, n) => {
    const zoneId = `sub${int(subs)}`;
    const kind = int(8);
    const status = int(4);
    const flags = { portable: status === 2, externallyConnected: status === 3 };
    const componentTypes = [KINDS[kind % KINDS.length]];
    return anAsset({ id: `asset${n}`, name: `Asset ${n}`, zoneId, componentTypes, ...flags });
  });
  const conduits = Array.from({ length: Math.round(1.5 * zones) }, (_, n) => {
    const from = int(subs);
    const other = int(subs);
    const to = other === from ? (other + 1) % subs : other;
    const channels = [aChannel({ protocol: `SL ${1 + int(4)}` })];
    return aConduit({ id: `conduit${n}`, fromZoneId: `sub${from}`, toZoneId: `sub${to}`, channels });
  });
  return domain.aZoneModel({ zones: [...above, ...below], assets, conduits, layout: {} });
}

function assetsFor(/** @type {number} */ zones) {
  return { 20: 200, 100: 1_000, 300: 5_000 }[zones] ?? zones * 10;
}

/** The same for the peers: the product's own boxes, tiles and marks. @returns {Graph} */
export function toGraph(/** @type {any} */ domain, /** @type {any} */ model) {
  const index = domain.indexModel(model);
  const flow = domain.toFlow(index, domain.evaluateRules(model));
  const nodes = new Map(flow.nodes.map((/** @type {any} */ node) => [node.id, node]));
  const zones = [...flow.boxes].map(([id, { x, y, width, height }]) => {
    const { zone } = nodes.get(id).data;
    const box = { x, y, width, height };
    return { id, name: zone.name, level: zone.slTarget.IAC, parentId: zone.parentId, box };
  });
  const assets = zones.flatMap(({ id: zoneId, box }) =>
    nodes.get(zoneId).data.tiles.map((/** @type {any} */ { x, y, asset, worst }) => ({
      ...{ id: asset.id, name: asset.name, zoneId, status: STATUSES.indexOf(worst) },
      box: { ...domain.TILE, x: box.x + x, y: box.y + y },
    })),
  );
  const conduits = model.conduits.map((/** @type {any} */ { id, fromZoneId, toZoneId, channels }) => ({
    ...{ id, label: channels[0].protocol, from: fromZoneId, to: toZoneId },
  }));
  if (assets.length !== model.assets.length || zones.length !== model.zones.length)
    throw new Error("the product does not draw everything");
  const right = Math.max(...zones.map(({ box }) => box.x + box.width));
  const bottom = Math.max(...zones.map(({ box }) => box.y + box.height));
  return { zones, assets, conduits, busiest: busiestOf(conduits), size: { width: right, height: bottom } };
}

/** The zone with most conduits. */
function busiestOf(/** @type {DrawnConduit[]} */ conduits) {
  /** @type {Map<string, number>} */
  const counts = new Map();
  for (const { from, to } of conduits) for (const id of [from, to]) counts.set(id, (counts.get(id) ?? 0) + 1);
  return [...counts].reduce((best, one) => (one[1] > best[1] ? one : best))[0];
}
