import type { ComponentType } from "~/domain/requirement/component-requirement";
import { flatVector } from "~/domain/security-level/security-level";
import {
  type Asset,
  type Channel,
  type Conduit,
  EMPTY_ZONE_MODEL,
  type Zone,
  type ZoneModel,
} from "~/domain/zone-model/zone-model";

/** A clinical zone at SL 2 in every FR; give at least an id where a model has several. */
export function aZone(overrides: Partial<Zone> = {}): Zone {
  const id = overrides.id ?? "imaging";
  return {
    id,
    name: `Zone ${id}`,
    referenceType: null,
    parentId: null,
    purpose: "",
    trustClass: "medium",
    criticality: { patientSafety: "low", continuityOfCare: "low", confidentiality: "low" },
    slTarget: flatVector(2),
    slTargetRationale: "Agreed in the risk assessment",
    riskAssessment: null,
    weakerThanParentReason: "",
    owner: "Medical technology",
    policy: {},
    ...overrides,
  };
}

export function aChannel(overrides: Partial<Channel> = {}): Channel {
  return {
    id: "dicom",
    protocol: "DICOM over TLS",
    ports: "2762",
    transport: "tcp",
    initiator: "from",
    encrypted: true,
    authenticated: true,
    purpose: "Images to the archive",
    ...overrides,
  };
}

export function aConduit(overrides: Partial<Conduit> = {}): Conduit {
  return {
    id: "imaging-archive",
    name: "",
    fromZoneId: "imaging",
    toZoneId: "archive",
    slTarget: null,
    slTargetRationale: "",
    riskAssessment: null,
    wireless: false,
    remoteAccess: false,
    temporary: false,
    channels: [aChannel()],
    ...overrides,
  };
}

export function anAsset(overrides: Partial<Asset> = {}): Asset {
  const id = overrides.id ?? "mri-1";
  return {
    id,
    name: `Asset ${id}`,
    zoneId: "imaging",
    productReleaseId: null,
    componentTypes: ["host-device"],
    quantity: 1,
    location: "",
    softwareVersion: "",
    manufacturer: "",
    model: "",
    udiDi: "",
    safetyRelated: false,
    wireless: false,
    portable: false,
    externallyConnected: false,
    ...overrides,
  };
}

/**
 * Without arguments two zones with a conduit and an asset, and no findings. With arguments only what they name,
 * so that nothing refers to a zone that is not there. Zones get a place each unless `layout` is given.
 */
export function aZoneModel(overrides?: Partial<ZoneModel>): ZoneModel {
  const parts = overrides ?? {
    zones: [aZone(), aZone({ id: "archive" })],
    conduits: [aConduit()],
    assets: [anAsset()],
  };
  const model = { ...EMPTY_ZONE_MODEL, ...parts };
  const layout = model.zones.map(
    ({ id }, index) => [id, { x: index * 320, y: 0, width: 280, height: 160 }] as const,
  );
  return { ...model, layout: overrides?.layout ?? Object.fromEntries(layout) };
}

/** As large as the largest hospital foreseen: wards of nine sub-zones, a ring of conduits with cross links. */
export function aLargeZoneModel({ zones = 300, assets = 5_000, conduits = 450 } = {}): ZoneModel {
  const types: ReadonlyArray<ComponentType> = ["embedded-device", "host-device", "software-application"];
  return aZoneModel({
    zones: Array.from({ length: zones }, (_, n) =>
      aZone({
        id: `z${n}`,
        parentId: n % 10 === 0 ? null : `z${n - (n % 10)}`,
        trustClass: n % 50 === 0 ? "untrusted" : n % 50 === 10 ? "boundary" : "high",
        slTarget: n % 50 === 0 ? null : flatVector(n % 3 === 0 ? 3 : 2),
        criticality: { patientSafety: "high", continuityOfCare: "high", confidentiality: "medium" },
      }),
    ),
    conduits: Array.from({ length: conduits }, (_, n) =>
      aConduit({
        id: `c${n}`,
        fromZoneId: `z${n % zones}`,
        toZoneId: `z${(n + 1 + Math.floor(n / zones) * 7) % zones}`,
        remoteAccess: n % 40 === 0,
        channels: Array.from({ length: 3 }, (_, k) =>
          aChannel({ id: `ch${k}`, encrypted: k > 0, authenticated: k > 1 }),
        ),
      }),
    ),
    assets: Array.from({ length: assets }, (_, n) =>
      anAsset({
        id: `a${n}`,
        zoneId: n % 500 === 0 ? null : `z${n % zones}`,
        componentTypes: types.slice(0, 1 + (n % 3)),
        wireless: n % 7 === 0,
        portable: n % 11 === 0,
        safetyRelated: n % 13 === 0,
        externallyConnected: n % 17 === 0,
      }),
    ),
  });
}
