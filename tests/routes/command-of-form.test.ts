import { expect, test } from "vitest";
import { ZoneModelCommandSchema } from "~/domain/zone-model/commands";
import {
  elementOf,
  toCommand,
  toFormErrors,
  toTyped,
} from "~/routes/hospital.models.$modelId.table/command-of-form";

const newId = () => "new-id";
const levels = { IAC: "2", UC: "2", SI: "3", DC: "2", RDF: "3", TRE: "2", RA: "3" };
const none = { IAC: "", UC: "", SI: "", DC: "", RDF: "", TRE: "", RA: "" };
const criticality = { patientSafety: "high", continuityOfCare: "low", confidentiality: "none" };

/** The command of a form as its schema reads it; throws where it does not. */
function parsed(values: Record<string, unknown>) {
  return ZoneModelCommandSchema.parse(toCommand(values, newId).command);
}

test("every form of the table makes a command that its schema accepts", () => {
  const zone = {
    name: "Imaging",
    referenceType: "",
    trustClass: "medium",
    criticality,
    purpose: "",
    owner: "",
  };
  const channel = {
    id: "",
    protocol: "DICOM",
    ports: "104",
    transport: "tcp",
    initiator: "from",
    purpose: "",
  };
  const ends = { name: "", fromZoneId: "a", toZoneId: "b" };
  const asset = { name: "MRI", productReleaseId: "", quantity: "2", location: "", softwareVersion: "" };
  expect(parsed({ type: "add-zone", zone: { ...zone, parentId: "" } })).toMatchObject({
    zone: { id: "new-id", parentId: null, referenceType: null, slTarget: null },
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
    ...ends,
    slTarget: none,
    wireless: "on",
    channels: { 0: { ...channel, encrypted: "yes", authenticated: "" } },
  };
  expect(parsed({ type: "add-conduit", conduit })).toMatchObject({
    conduit: {
      id: "new-id",
      wireless: true,
      temporary: false,
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

test("a removed channel goes, the empty row adds none, and errors still find their row", () => {
  const channel = { protocol: "DICOM", ports: "104", transport: "tcp", initiator: "from", purpose: "" };
  const channels = {
    0: { ...channel, id: "first", remove: "on" },
    1: { ...channel, id: "second", ports: "99999" },
    2: { ...channel, id: "", protocol: "" },
  };
  const values = {
    type: "update-conduit",
    conduitId: "c",
    changes: { fromZoneId: "a", toZoneId: "b", name: "", channels },
  };
  const { command, channelRows } = toCommand(values, newId);
  expect(command).toMatchObject({ changes: { channels: [{ id: "second" }] } });
  const fields = { "commands.0.changes.channels.0.ports": ["invalid-port-range"] };
  expect(toFormErrors(fields, channelRows)).toEqual({ "changes.channels.1.ports": ["invalid-port-range"] });
});

test("a target with a gap is refused at the level that is missing", () => {
  const { command } = toCommand(
    { type: "set-sl-target", zoneId: "a", slTarget: { ...levels, SI: "" }, rationale: "" },
    newId,
  );
  const outcome = ZoneModelCommandSchema.safeParse(command);
  expect(outcome.error?.issues.map(({ path }) => path.join("."))).toEqual(["slTarget.SI"]);
});

test("a form of no known kind makes no command", () => {
  for (const type of ["drop-table", undefined, ["add-zone", "delete-zone"]])
    expect(ZoneModelCommandSchema.safeParse(toCommand({ type }, newId).command).success).toBe(false);
});

test("after a command the page goes on at its element, after a deletion nowhere", () => {
  expect(elementOf({ type: "add-zone", zone: { id: "z" } })).toBe("z");
  expect(elementOf({ type: "move-asset", assetId: "m", zoneId: "z" })).toBe("m");
  expect(elementOf({ type: "delete-zone", zoneId: "z" })).toBeUndefined();
});

test("what had been typed is told by the names of the fields", () => {
  expect(toTyped({ changes: { name: "Imaging", criticality } })).toMatchObject({
    "changes.name": "Imaging",
    "changes.criticality.patientSafety": "high",
  });
});
