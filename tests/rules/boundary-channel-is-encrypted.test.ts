import { flatVector } from "~/domain/security-level/security-level";
import { boundaryChannelIsEncrypted } from "~/domain/zone-model/rules/boundary-channel-is-encrypted";
import { aChannel, aConduit, aZone, aZoneModel } from "../builders/zone-model";
import { scenarios } from "./scenarios";

const plain = aChannel({ id: "hl7", protocol: "HL7 v2", encrypted: false });
const conduit = aConduit({ id: "c", channels: [plain] });

function zonesAt(dc: 1 | 2 | 4) {
  return [
    aZone({ id: "imaging", name: "Imaging", slTarget: { ...flatVector(2), DC: dc } }),
    aZone({ id: "archive", name: "Archive", slTarget: flatVector(0) }),
  ];
}

scenarios(boundaryChannelIsEncrypted, [
  {
    name: "an encrypted channel is no finding",
    given: aZoneModel({ zones: zonesAt(4), conduits: [aConduit()] }),
    expect: [],
  },
  {
    name: "below DC 2 a plain channel may cross",
    given: aZoneModel({ zones: zonesAt(1), conduits: [conduit] }),
    expect: [],
  },
  {
    name: "from DC 2 at either end a plain channel is a warning",
    given: aZoneModel({ zones: zonesAt(2), conduits: [conduit] }),
    expect: [
      {
        at: "conduit:c",
        severity: "warning",
        params: { from: "Imaging", to: "Archive", channel: "HL7 v2", level: 2 },
        isFixable: false,
      },
    ],
  },
  {
    name: "nobody having said so counts as not encrypted, channel by channel",
    given: aZoneModel({
      zones: zonesAt(2),
      conduits: [{ ...conduit, channels: [plain, aChannel(), { ...plain, id: "ntp", encrypted: null }] }],
    }),
    expect: [{ at: "conduit:c" }, { at: "conduit:c" }],
  },
  {
    name: "at DC 4 it is an error between any zones",
    given: aZoneModel({ zones: zonesAt(4), conduits: [conduit] }),
    expect: [{ at: "conduit:c", severity: "error" }],
  },
  {
    name: "over radio or remote access it is an error",
    given: aZoneModel({
      zones: zonesAt(2),
      conduits: [
        { ...conduit, id: "radio", wireless: true },
        { ...conduit, id: "remote", remoteAccess: true },
      ],
    }),
    expect: [
      { at: "conduit:radio", severity: "error" },
      { at: "conduit:remote", severity: "error" },
    ],
  },
  {
    name: "towards an untrusted zone it is an error",
    given: aZoneModel({
      zones: [...zonesAt(2), aZone({ id: "internet", trustClass: "untrusted", slTarget: null })],
      conduits: [{ ...conduit, toZoneId: "internet" }],
    }),
    expect: [{ at: "conduit:c", severity: "error" }],
  },
  {
    name: "the conduit's own target comes before the derived one",
    given: aZoneModel({ zones: zonesAt(4), conduits: [{ ...conduit, slTarget: flatVector(1) }] }),
    expect: [],
  },
  {
    name: "zones without targets ask for nothing yet",
    given: aZoneModel({
      zones: zonesAt(4).map((zone) => ({ ...zone, slTarget: null })),
      conduits: [conduit],
    }),
    expect: [],
  },
]);
