import { conduitHasChannels } from "~/domain/zone-model/rules/conduit-has-channels";
import { aConduit, aZone, aZoneModel } from "../builders/zone-model";
import { scenarios } from "./scenarios";

const zones = [aZone({ id: "imaging", name: "Imaging" }), aZone({ id: "archive", name: "Archive" })];

scenarios(conduitHasChannels, [
  {
    name: "a conduit with a channel is no finding",
    given: aZoneModel({ zones, conduits: [aConduit()] }),
    expect: [],
  },
  {
    name: "a conduit without channels is a warning",
    given: aZoneModel({ zones, conduits: [aConduit({ id: "c", channels: [] })] }),
    expect: [
      { at: "conduit:c", severity: "warning", params: { from: "Imaging", to: "Archive" }, isFixable: false },
    ],
  },
]);
