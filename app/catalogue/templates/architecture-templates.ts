import type {
  ModelTemplate,
  TemplateAsset,
  TemplateChannel,
  TemplateConduit,
} from "~/domain/zone-model/template";
import architectures from "../architectures/requirements.json";
import type { Architecture } from "../schemas";
import { PROTOCOLS_BY_WORDS, ZONE_TYPES } from "./architecture-types";

// TypeScript reads the members of JSON as plain strings; the schema has been checked at the door.
const ARCHITECTURES = architectures as ReadonlyArray<unknown> as ReadonlyArray<Architecture>;

/** The sample architectures under their neutral names. Written from memory: never shown as a publisher's. */
export const ARCHITECTURE_TEMPLATES: ReadonlyArray<ModelTemplate> = ARCHITECTURES.map((architecture) => ({
  id: architecture.id,
  name: architecture.name,
  about: "",
  confidence: architecture.confidence,
  zones: architecture.zones.map(({ id, name, components }) => ({
    ...{ key: id, name: withoutRemark(name) },
    type: ZONE_TYPES[architecture.id]?.[id] ?? "",
    assets: assetsOf(components),
  })),
  conduits: conduitsOf(architecture),
}));

type Components = Architecture["zones"][number]["components"];

/** Equal components are one asset with a quantity. */
function assetsOf(components: Components): ReadonlyArray<TemplateAsset> {
  const assets = new Map<string, TemplateAsset>();
  for (const { name: full, componentType } of components) {
    const name = withoutRemark(full);
    const key = `${name} ${componentType}`;
    const known = assets.get(key);
    assets.set(key, { name, componentType, quantity: (known?.quantity ?? 0) + 1 });
  }
  return [...assets.values()];
}

/** Flows between two zones are one conduit; what stays in a zone needs none. */
function conduitsOf({ id, zones, flows }: Architecture): ReadonlyArray<TemplateConduit> {
  const zoneOf = new Map(
    zones.flatMap((zone) => [
      [zone.id, zone.id] as const,
      ...zone.components.map((component) => [component.id, zone.id] as const),
    ]),
  );
  const typeOf = (zoneId: string) => ZONE_TYPES[id]?.[zoneId];
  const conduits = new Map<string, TemplateConduit>();
  for (const flow of flows) {
    const [from, to] = [zoneOf.get(flow.from), zoneOf.get(flow.to)];
    if (from === undefined || to === undefined || from === to) continue;
    const pair = [from, to].sort().join(" ");
    const known = conduits.get(pair) ?? { from, to, channels: [] };
    const isRemote = [from, to].some((zone) => typeOf(zone) === "remote-vendor-access");
    const added = channelsOf(flow).filter(
      ({ protocol }) => !known.channels.some((channel) => channel.protocol === protocol),
    );
    conduits.set(pair, { ...known, remoteAccess: isRemote, channels: [...known.channels, ...added] });
  }
  return [...conduits.values()];
}

function channelsOf({ protocol, purpose }: Architecture["flows"][number]): ReadonlyArray<TemplateChannel> {
  const known = PROTOCOLS_BY_WORDS[protocol] ?? [protocol];
  return known.map((id) => ({ protocol: id, purpose }));
}

/** `PACS (open source)` → `PACS`: remarks of the catalogue, and products that it names. */
function withoutRemark(name: string): string {
  return name.replace(/\s*\(.*\)$/, "").replace(/: .*$/, "");
}
