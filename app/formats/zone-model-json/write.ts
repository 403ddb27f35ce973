import { withoutSilence } from "~/domain/zone-model/facts";
import { ZONE_MODEL_FORMAT, ZONE_MODEL_FORMAT_VERSION, type ZoneModelFile } from "./schema";

/** A zone model as `parseZoneModelFile` reads it back, deeply equal. */
export function writeZoneModelFile({ name, purpose, model }: ZoneModelFile): string {
  const file = {
    format: ZONE_MODEL_FORMAT,
    formatVersion: ZONE_MODEL_FORMAT_VERSION,
    name,
    purpose,
    // A portal from before these fields reads a file that does not use them.
    model: { ...model, assets: model.assets.map(withoutSilence) },
  };
  return `${JSON.stringify(file, null, 1)}\n`;
}
