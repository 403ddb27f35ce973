import type { SlVector } from "~/domain/security-level/security-level";
import type { ZoneModelCommand } from "~/domain/zone-model/commands";
import type { Zone } from "~/domain/zone-model/zone-model";
import { radiotherapyAssets } from "./assets";
import { campusConduits, conduitId, radiotherapyConduits } from "./conduits";
import { placesOf } from "./places";
import { campusZones, radiotherapyZone } from "./zones";

type Commands = ReadonlyArray<ZoneModelCommand>;

/** What revision 2 says otherwise: a target raised, so that an approval needs review, and a plain channel gone. */
export function secondRevision(): Commands {
  const imagesId = conduitId("imaging", "imaging-archive");
  const images = campusConduits().find(({ id }) => id === imagesId);
  return [
    raised(
      "imaging",
      { SI: 3 },
      "SI raised to 3: altered images at a partner hospital went unnoticed for weeks.",
    ),
    {
      type: "update-conduit",
      conduitId: imagesId,
      changes: { channels: images?.channels.filter(({ encrypted }) => encrypted) },
    },
    {
      type: "update-asset",
      assetId: "imaging-asset-3",
      changes: { softwareVersion: "VE30" },
    },
  ];
}

/** The draft since then: a new pavilion, with a line of its supplier that the model rules object to. */
export function newerDraft(): ReadonlyArray<{ daysAgo: number; time: string; commands: Commands }> {
  const zone = radiotherapyZone();
  const place = placesOf([...campusZones(), zone]).get(zone.id) ?? null;
  return [
    {
      daysAgo: 4,
      time: "09:20",
      commands: [
        { type: "add-zone", zone, place },
        ...radiotherapyAssets().map((asset) => ({ type: "add-asset" as const, asset })),
        ...radiotherapyConduits().map((conduit) => ({ type: "add-conduit" as const, conduit })),
      ],
    },
    {
      daysAgo: 2,
      time: "15:10",
      commands: [
        raised("laboratory", { IAC: 3 }, "IAC raised to 3: shared sign-ins were found at two analysers."),
        { type: "delete-conduit", conduitId: conduitId("administration", "clinical-services") },
      ],
    },
  ];
}

function raised(zoneId: string, levels: Partial<SlVector>, why: string): ZoneModelCommand {
  const zone = campusZones().find(({ id }) => id === zoneId);
  if (!zone?.slTarget) throw new Error(`the campus has no zone ${zoneId} with a target`);
  return {
    type: "set-sl-target",
    zoneId,
    slTarget: { ...zone.slTarget, ...levels },
    rationale: withReason(zone, why),
  };
}

function withReason({ slTargetRationale }: Zone, why: string): string {
  return `${slTargetRationale}\n${why}`;
}
