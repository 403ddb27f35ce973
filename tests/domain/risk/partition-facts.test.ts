import { expect, test } from "vitest";
import { partitionFacts } from "~/domain/risk/partition-facts";
import { indexModel } from "~/domain/zone-model/queries";
import { aChannel, aConduit, anAsset, aZone, aZoneModel } from "../../builders/zone-model";

const AS_OF = "2026-11-22";
const IMAGING = { kind: "zone" as const, id: "imaging" };
const CONDUIT = { kind: "conduit" as const, id: "imaging-archive" };

const model = aZoneModel({
  zones: [aZone(), aZone({ id: "archive" })],
  conduits: [
    aConduit({ remoteAccess: true, channels: [aChannel({ encrypted: null, authenticated: false })] }),
  ],
  assets: [
    anAsset({ quantity: 4 }),
    anAsset({ id: "ventilator", quantity: 3, safetyRelated: true }),
    anAsset({ id: "tablet", wireless: true, portable: true }),
    anAsset({ id: "elsewhere", zoneId: "archive", externallyConnected: true }),
  ],
});

test("of a zone: its devices, what is special about them, what reaches it, and findings of the partition", () => {
  const facts = partitionFacts(indexModel(model), IMAGING, AS_OF);
  expect(facts).toMatchObject({
    kind: "zone",
    devices: 8,
    marked: { safetyRelated: 3, portable: 1, wireless: 1, externallyConnected: 0 },
    criticality: { patientSafety: "low" },
    conduits: [{ id: CONDUIT.id, otherEnd: "Zone archive", marks: ["remoteAccess"] }],
  });
  const rules = new Set(facts?.findings.map(({ ruleId }) => ruleId));
  expect(rules).toEqual(
    new Set(["safety-related-assets-are-apart", "portable-assets-are-apart", "wireless-assets-are-apart"]),
  );
});

test("of a conduit: what it joins, how, and what flows in it", () => {
  const facts = partitionFacts(indexModel(model), CONDUIT, AS_OF);
  expect(facts).toMatchObject({
    kind: "conduit",
    ends: [{ id: "imaging" }, { id: "archive" }],
    marks: ["remoteAccess"],
    channels: [{ protocol: "DICOM over TLS", ports: "2762", encrypted: null, authenticated: false }],
  });
  expect(facts?.findings.map(({ ruleId }) => ruleId)).toEqual(["remote-access-ends-in-a-remote-access-zone"]);
});

test("what is waived until a later day is no finding, and what is not there has no facts", () => {
  const waiver = {
    id: "w1",
    ruleId: "remote-access-ends-in-a-remote-access-zone",
    element: CONDUIT,
    reason: "Moves in spring",
  };
  const waived = (expiresOn: string) => indexModel({ ...model, waivers: [{ ...waiver, expiresOn }] });
  expect(partitionFacts(waived("2027-03-01"), CONDUIT, AS_OF)?.findings).toEqual([]);
  expect(partitionFacts(waived("2026-11-01"), CONDUIT, AS_OF)?.findings).toHaveLength(1);
  expect(partitionFacts(indexModel(model), { kind: "conduit", id: "imaging" }, AS_OF)).toBeUndefined();
});
