import { remoteAccessEndsInARemoteAccessZone } from "~/domain/zone-model/rules/remote-access-ends-in-a-remote-access-zone";
import { aConduit, aZone, aZoneModel } from "../builders/zone-model";
import { scenarios } from "./scenarios";

const supplier = aZone({ id: "supplier", name: "Supplier", trustClass: "untrusted", slTarget: null });
const imaging = aZone({ id: "imaging", name: "Imaging" });
const archive = aZone({ id: "archive", name: "Archive" });
const dmz = aZone({ id: "dmz", trustClass: "boundary" });
const remote = aZone({ id: "remote", referenceType: "remote-vendor-access" });
const line = aConduit({ id: "line", fromZoneId: "supplier", toZoneId: "imaging", remoteAccess: true });

scenarios(remoteAccessEndsInARemoteAccessZone, [
  {
    name: "a line into a remote access zone is no finding",
    given: aZoneModel({ zones: [supplier, remote], conduits: [{ ...line, toZoneId: "remote" }] }),
    expect: [],
  },
  {
    name: "a line into a boundary zone is no finding",
    given: aZoneModel({ zones: [supplier, dmz], conduits: [{ ...line, toZoneId: "dmz" }] }),
    expect: [],
  },
  {
    name: "the way on from the remote access zone to the device is no finding",
    given: aZoneModel({ zones: [remote, imaging], conduits: [{ ...line, fromZoneId: "remote" }] }),
    expect: [],
  },
  {
    name: "an ordinary conduit may end anywhere",
    given: aZoneModel({ zones: [supplier, imaging], conduits: [{ ...line, remoteAccess: false }] }),
    expect: [],
  },
  {
    name: "a line straight to the device is an error",
    given: aZoneModel({ zones: [supplier, imaging], conduits: [line] }),
    expect: [
      {
        at: "conduit:line",
        related: ["zone:supplier", "zone:imaging"],
        severity: "error",
        params: { from: "Supplier", to: "Imaging" },
        isFixable: false,
      },
    ],
  },
  {
    name: "the only remote access zone is where the fix lets it end, drawn either way",
    given: aZoneModel({
      zones: [supplier, imaging, remote],
      conduits: [line, { ...line, id: "back", fromZoneId: "imaging", toZoneId: "supplier" }],
    }),
    expect: [
      { at: "conduit:line", isFixable: true },
      { at: "conduit:back", isFixable: true },
    ],
  },
  {
    name: "with two remote access zones, or no end outside, there is something to choose",
    given: aZoneModel({
      zones: [supplier, imaging, archive, remote, { ...remote, id: "remote-2" }],
      conduits: [line, { ...line, id: "inside", fromZoneId: "archive" }],
    }),
    expect: [
      { at: "conduit:line", isFixable: false },
      { at: "conduit:inside", isFixable: false },
    ],
  },
]);
