import { describe, expect, test } from "vitest";
import {
  countermeasuresOfZone,
  type PlacedCountermeasure,
  permittedChannels,
  policyLayers,
  zoneProfile,
} from "~/domain/assessment/zone-profile";
import { flatVector } from "~/domain/security-level/security-level";
import { indexModel } from "~/domain/zone-model/queries";
import { aChannel, aConduit, aZone, aZoneModel } from "../../builders/zone-model";
import { aRow } from "./rows";

const knowledge = {
  requirements: [aRow("CR 1.1")],
  catalogueVersion: "test",
  mds2Questions: [{ id: "ALOF-1", favourable: "Yes" as const, requirementIds: ["CR 2.5"] }],
  milestones: [],
  baseline: { signedUpdates: true, patchDaysHigh: 90 },
  referencePolicies: { imaging: { patchDaysHigh: 60 } },
  protocolIds: { "dicom over tls": "dicom-tls" },
};

describe("the three levels of a policy", () => {
  test("a zone of a reference type starts from the baseline with the type's values over it", () => {
    const layers = policyLayers(knowledge, aZone({ referenceType: "imaging", policy: {} }), {});
    expect(layers["reference-type"]).toEqual({ signedUpdates: true, patchDaysHigh: 60 });
  });

  test("a zone of its own kind, or of a kind the catalogue no longer has, starts from the baseline", () => {
    for (const referenceType of [null, "gone"])
      expect(policyLayers(knowledge, aZone({ referenceType }), {})["reference-type"]).toEqual(
        knowledge.baseline,
      );
  });

  test("organisation and zone stand above it", () => {
    const zone = aZone({ policy: { patchDaysHigh: 14 } });
    const layers = policyLayers(knowledge, zone, { signedUpdates: null });
    expect(layers).toMatchObject({ organisation: { signedUpdates: null }, zone: { patchDaysHigh: 14 } });
  });
});

describe("channels as a zone sees them", () => {
  const outside = aZone({ id: "outside", trustClass: "untrusted" });
  const broker = aZone({ id: "broker", referenceType: "remote-vendor-access" });
  const archive = aZone({ id: "archive" });
  const zone = aZone({ id: "imaging" });
  const channelsOf = (conduit: Partial<Parameters<typeof aConduit>[0]>, zoneId = "imaging") =>
    permittedChannels(
      knowledge,
      indexModel(aZoneModel({ zones: [zone, archive, broker, outside], conduits: [aConduit(conduit)] })),
      zoneId,
    );

  test.each([
    ["the end that opens the connection", "from", "imaging", "outbound"],
    ["the end that is connected to", "from", "archive", "inbound"],
    ["the far end opening it", "to", "imaging", "inbound"],
    ["the far end opening it, seen from there", "to", "archive", "outbound"],
    ["either end", "either", "imaging", "both"],
  ] as const)("direction: %s", (_name, initiator, seenFrom, direction) => {
    const conduit = { fromZoneId: "imaging", toZoneId: "archive", channels: [aChannel({ initiator })] };
    expect(channelsOf(conduit, seenFrom)).toMatchObject([{ direction }]);
  });

  test.each([
    ["archive", "hospital"],
    ["broker", "supplier"],
    ["outside", "internet"],
  ] as const)("a conduit to %s leads to the %s", (toZoneId, peer) => {
    expect(channelsOf({ fromZoneId: "imaging", toZoneId, channels: [aChannel()] })).toMatchObject([{ peer }]);
  });

  test("an end that is gone counts as inside the hospital, and nothing of a name crosses", () => {
    const [channel] = channelsOf({ fromZoneId: "imaging", toZoneId: "gone", channels: [aChannel()] });
    expect(channel).toEqual({
      protocol: "dicom-tls",
      transport: "tcp",
      ports: "2762",
      direction: "outbound",
      peer: "hospital",
      encrypted: true,
      authenticated: true,
    });
  });

  test("a protocol goes by the catalogue's id where it is known, and by the hospital's word where it is not", () => {
    const channels = [" DICOM over TLS ", "Our own", "constructor"].map((protocol) => aChannel({ protocol }));
    expect(channelsOf({ channels }).map(({ protocol }) => protocol)).toEqual([
      "dicom-tls",
      "Our own",
      "constructor",
    ]);
  });

  test("conduits of other zones are none of its business", () => {
    expect(channelsOf({ fromZoneId: "broker", toZoneId: "archive", channels: [aChannel()] })).toEqual([]);
  });
});

describe("the ledger of one zone", () => {
  const index = indexModel(
    aZoneModel({
      zones: [aZone(), aZone({ id: "archive" })],
      conduits: [aConduit({ id: "link", fromZoneId: "imaging", toZoneId: "archive" })],
    }),
  );
  const placed = (overrides: Partial<PlacedCountermeasure>): PlacedCountermeasure => ({
    id: "filter",
    modelId: "campus",
    elementKind: "zone",
    elementId: "imaging",
    title: "Filter",
    requirementIds: ["CR 7.1"],
    acceptedOn: "2026-01-01",
    expiresOn: null,
    ...overrides,
  });
  const idsOf = (ledger: ReadonlyArray<PlacedCountermeasure>, zoneId = "imaging") =>
    countermeasuresOfZone(ledger, "campus", index, zoneId).map(({ id }) => id);

  test("what stands on the zone or on one of its conduits counts, at both ends of the conduit", () => {
    const ledger = [placed({}), placed({ id: "tunnel", elementKind: "conduit", elementId: "link" })];
    expect(idsOf(ledger)).toEqual(["filter", "tunnel"]);
    expect(idsOf(ledger, "archive")).toEqual(["tunnel"]);
  });

  test("what stands in another model, zone or conduit makes up for nothing", () => {
    const ledger = [
      placed({ modelId: "other" }),
      placed({ elementId: "archive" }),
      placed({ elementKind: "conduit", elementId: "imaging" }),
      placed({ elementId: "link" }),
    ];
    expect(idsOf(ledger)).toEqual([]);
  });

  test("where it stands is no part of the profile", () => {
    expect(countermeasuresOfZone([placed({})], "campus", index, "imaging")).toEqual([
      {
        id: "filter",
        title: "Filter",
        requirementIds: ["CR 7.1"],
        acceptedOn: "2026-01-01",
        expiresOn: null,
      },
    ]);
  });
});

test("a profile holds the target, the resolved policy, the channels and what the catalogue knows", () => {
  const model = aZoneModel({ zones: [aZone({ policy: { patchDaysHigh: 7 } })] });
  const zone = { ...aZone({ policy: { patchDaysHigh: 7 } }), slTarget: flatVector(2) };
  const profile = zoneProfile(knowledge, {
    index: indexModel(model),
    zone,
    organisationPolicy: { signedUpdates: null },
    countermeasures: [],
  });
  expect(profile).toMatchObject({
    slTarget: flatVector(2),
    catalogueVersion: "test",
    channels: [],
    countermeasures: [],
    policy: { patchDaysHigh: 7, signedUpdates: null, mds2Editions: null },
  });
  expect(profile.mds2Questions).toBe(knowledge.mds2Questions);
});
