import { flatVector } from "~/domain/security-level/security-level";
import { channelIsAuthenticated } from "~/domain/zone-model/rules/channel-is-authenticated";
import { aChannel, aConduit, aZone, aZoneModel } from "../builders/zone-model";
import { scenarios } from "./scenarios";

const open = aChannel({ id: "dicom", protocol: "DICOM", authenticated: false });
const conduit = aConduit({ id: "c", channels: [open] });

function zonesAt(iac: 1 | 2) {
  return [
    aZone({ id: "imaging", name: "Imaging", slTarget: flatVector(1) }),
    aZone({ id: "archive", name: "Archive", slTarget: { ...flatVector(1), IAC: iac } }),
  ];
}

scenarios(channelIsAuthenticated, [
  {
    name: "an authenticated channel is no finding",
    given: aZoneModel({ zones: zonesAt(2), conduits: [aConduit()] }),
    expect: [],
  },
  {
    name: "below IAC 2 nobody has to",
    given: aZoneModel({ zones: zonesAt(1), conduits: [conduit] }),
    expect: [],
  },
  {
    name: "from IAC 2 at either end it is a warning",
    given: aZoneModel({ zones: zonesAt(2), conduits: [conduit] }),
    expect: [
      {
        at: "conduit:c",
        severity: "warning",
        params: { from: "Imaging", to: "Archive", channel: "DICOM", level: 2 },
        isFixable: false,
      },
    ],
  },
  {
    name: "nobody having said so counts as not authenticated",
    given: aZoneModel({
      zones: zonesAt(2),
      conduits: [{ ...conduit, channels: [{ ...open, authenticated: null }] }],
    }),
    expect: [{ at: "conduit:c" }],
  },
]);
