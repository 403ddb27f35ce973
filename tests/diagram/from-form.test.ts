import { expect, test } from "vitest";
import { formErrorsOf, typedOf } from "~/diagram/table/form-values";
import { elementOf, fromForm, type TableGround } from "~/diagram/table/from-form";
import { flatVector } from "~/domain/security-level/security-level";
import { ZoneModelCommandSchema } from "~/domain/zone-model/commands";
import { indexModel } from "~/domain/zone-model/queries";
import { aZone, aZoneModel } from "../builders/zone-model";

const newId = () => "new-id";
const levels = { IAC: "2", UC: "2", SI: "3", DC: "2", RDF: "3", TRE: "2", RA: "3" };
const none = { IAC: "", UC: "", SI: "", DC: "", RDF: "", TRE: "", RA: "" };
const criticality = { patientSafety: "high", continuityOfCare: "low", confidentiality: "none" };
const ground: TableGround = {
  index: indexModel(
    aZoneModel({
      zones: [aZone({ id: "a", referenceType: "icu", slTargetRationale: "" }), aZone({ id: "b" })],
    }),
  ),
  zoneTypes: [
    { id: "icu", trustClass: "highest", suggestedSlTarget: flatVector(3), slTargetBasis: "Kind of zone" },
    { id: "internet", trustClass: "untrusted", suggestedSlTarget: null, slTargetBasis: "" },
  ],
  protocols: [{ name: "DICOM", transports: ["tcp"], port: 104, encryption: "no" }],
  releases: [
    {
      ...{ releaseId: "r1", productName: "Pump", releaseVersion: "2.0", supplierName: "Acme" },
      componentTypes: ["embedded-device"],
    },
  ],
};

function commandOf(values: Record<string, unknown>) {
  return fromForm(values, ground, newId).commands[0];
}

/** The command of a form as its schema reads it; throws where it does not. */
function parsed(values: Record<string, unknown>) {
  return ZoneModelCommandSchema.parse(commandOf(values));
}

const zone = {
  name: "Imaging",
  referenceType: "",
  trustClass: "medium",
  criticality,
  purpose: "",
  owner: "",
};
const channel = {
  ...{ id: "", protocol: "DICOM", ports: "104", transport: "tcp", initiator: "from", purpose: "" },
};
const asset = { name: "MRI", productReleaseId: "", quantity: "2", location: "", softwareVersion: "" };

test("every form of the table makes a command that its schema accepts", () => {
  const ends = { name: "", fromZoneId: "a", toZoneId: "b" };
  expect(parsed({ type: "add-zone", zone: { ...zone, parentId: "" } })).toMatchObject({
    zone: { id: "new-id", parentId: null, referenceType: null, slTarget: null, trustClass: "medium" },
  });
  parsed({ type: "update-zone", zoneId: "a", changes: { ...zone, weakerThanParentReason: "" } });
  expect(parsed({ type: "set-sl-target", zoneId: "a", slTarget: levels, rationale: "" })).toMatchObject({
    slTarget: { IAC: 2, RA: 3 },
  });
  expect(parsed({ type: "set-sl-target", zoneId: "a", slTarget: none, rationale: "" })).toMatchObject({
    slTarget: null,
  });
  parsed({ type: "nest-zone", zoneId: "a", parentId: "b" });
  parsed({ type: "delete-zone", zoneId: "a" });
  const conduit = {
    ...{ ...ends, slTarget: none, slTargetRationale: "", wireless: "on" },
    channels: { 0: { ...channel, encrypted: "yes", authenticated: "" } },
  };
  expect(parsed({ type: "add-conduit", conduit })).toMatchObject({
    conduit: {
      ...{ id: "new-id", wireless: true, temporary: false },
      channels: [{ encrypted: true, authenticated: null }],
    },
  });
  parsed({ type: "update-conduit", conduitId: "c", changes: { ...ends, slTarget: levels, channels: {} } });
  parsed({ type: "delete-conduit", conduitId: "c" });
  expect(
    parsed({ type: "add-asset", asset: { ...asset, zoneId: "a", componentTypes: "host-device" } }),
  ).toMatchObject({
    asset: { componentTypes: ["host-device"], quantity: 2, zoneId: "a", productReleaseId: null },
  });
  parsed({ type: "update-asset", assetId: "m", changes: { ...asset, portable: "on" } });
  expect(parsed({ type: "move-asset", assetId: "m", zoneId: "" })).toMatchObject({ zoneId: null });
  parsed({ type: "delete-asset", assetId: "m" });
});

test("a new zone takes what its kind suggests only where that is asked for", () => {
  const add = (more: object) => parsed({ type: "add-zone", zone: { ...zone, parentId: "", ...more } });
  expect(add({ referenceType: "icu", suggested: "on" })).toMatchObject({
    zone: { trustClass: "highest", slTarget: flatVector(3), slTargetRationale: "Kind of zone" },
  });
  expect(add({ referenceType: "icu" })).toMatchObject({ zone: { trustClass: "medium", slTarget: null } });
  expect(add({ suggested: "on" })).toMatchObject({ zone: { trustClass: "medium", slTarget: null } });
});

test("the suggestion of a kind becomes the target; without one there is no command", () => {
  expect(parsed({ type: "take-suggestion", zoneId: "a" })).toMatchObject({
    ...{ type: "set-sl-target", zoneId: "a", slTarget: flatVector(3), rationale: "Kind of zone" },
  });
  for (const zoneId of ["b", "gone"])
    expect(ZoneModelCommandSchema.safeParse(commandOf({ type: "take-suggestion", zoneId })).success).toBe(
      false,
    );
});

test("a box is placed by numbers, or given back to the diagram", () => {
  const place = (values: object) => parsed({ type: "place-zone", zoneId: "a", place: values });
  expect(place({ x: "40", y: "-8", width: "300", height: "", collapsed: "on" })).toMatchObject({
    place: { x: 40, y: -8, width: 300, collapsed: true },
  });
  expect(place({ x: "", y: "", width: "300", height: "" })).toMatchObject({ place: null });
  expect(
    ZoneModelCommandSchema.safeParse(
      commandOf({ type: "place-zone", zoneId: "a", place: { x: "left", y: "0" } }),
    ).success,
  ).toBe(false);
});

test("a product that is tried is put into the zone as the canvas puts it", () => {
  expect(parsed({ type: "place-candidate", zoneId: "a", releaseId: "r1" })).toMatchObject({
    type: "add-asset",
    asset: {
      ...{ name: "Pump", zoneId: "a", productReleaseId: "r1", softwareVersion: "2.0" },
      componentTypes: ["embedded-device"],
    },
  });
  const unknown = commandOf({ type: "place-candidate", zoneId: "a", releaseId: "r9" });
  expect(ZoneModelCommandSchema.safeParse(unknown).success).toBe(false);
});

test("a release says what types an asset is of, unless somebody has", () => {
  const typesOf = (more: object) =>
    parsed({ type: "update-asset", assetId: "m", changes: { ...asset, productReleaseId: "r1", ...more } });
  expect(typesOf({})).toMatchObject({ changes: { componentTypes: ["embedded-device"] } });
  expect(typesOf({ componentTypes: "host-device" })).toMatchObject({
    changes: { componentTypes: ["host-device"] },
  });
});

test("a new channel has what its protocol usually has wherever nothing is said", () => {
  const channelsOf = (row: object) => {
    const changes = { fromZoneId: "a", toZoneId: "b", name: "", channels: { 0: row } };
    return parsed({ type: "update-conduit", conduitId: "c", changes });
  };
  const silent = { ...channel, ports: "", transport: "", encrypted: "" };
  expect(channelsOf(silent)).toMatchObject({
    changes: { channels: [{ ports: "104", transport: "tcp", encrypted: false }] },
  });
  expect(channelsOf({ ...silent, ports: "11112", encrypted: "yes" })).toMatchObject({
    changes: { channels: [{ ports: "11112", encrypted: true }] },
  });
  // What is there already may be empty because somebody emptied it.
  expect(channelsOf({ ...silent, id: "known" })).toMatchObject({
    changes: { channels: [{ ports: "", transport: "tcp", encrypted: null }] },
  });
});

test("a removed channel goes, the empty row adds none, and errors still find their row", () => {
  const channels = {
    0: { ...channel, id: "first", remove: "on" },
    1: { ...channel, id: "second", ports: "99999" },
    2: { ...channel, protocol: "" },
  };
  const changes = { fromZoneId: "a", toZoneId: "b", name: "", channels };
  const step = fromForm({ type: "update-conduit", conduitId: "c", changes }, ground, newId);
  expect(step.commands).toMatchObject([{ changes: { channels: [{ id: "second" }] } }]);
  const fields = { "commands.0.changes.channels.0.ports": ["invalid-port-range"] };
  expect(formErrorsOf(fields, step.channelRows)).toEqual({
    "changes.channels.1.ports": ["invalid-port-range"],
  });
});

test("a target with a gap is refused at the level that is missing", () => {
  const values = { type: "set-sl-target", zoneId: "a", slTarget: { ...levels, SI: "" }, rationale: "" };
  const outcome = ZoneModelCommandSchema.safeParse(commandOf(values));
  expect(outcome.error?.issues.map(({ path }) => path.join("."))).toEqual(["slTarget.SI"]);
});

test("a form of no known kind makes no command", () => {
  for (const type of ["drop-table", undefined, ["add-zone", "delete-zone"]])
    expect(ZoneModelCommandSchema.safeParse(commandOf({ type })).success).toBe(false);
});

test("after a command the page goes on at its element, after a deletion nowhere", () => {
  expect(elementOf({ type: "add-zone", zone: { id: "z" } })).toBe("z");
  expect(elementOf({ type: "move-asset", assetId: "m", zoneId: "z" })).toBe("m");
  expect(elementOf({ type: "delete-zone", zoneId: "z" })).toBeUndefined();
});

test("what had been typed is told by the names of the fields", () => {
  expect(typedOf({ changes: { name: "Imaging", criticality } })).toMatchObject({
    "changes.name": "Imaging",
    "changes.criticality.patientSafety": "high",
  });
});
