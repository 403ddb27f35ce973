import { ancestorsOf, indexModel } from "~/domain/zone-model/queries";
import type { Zone, ZoneModel } from "~/domain/zone-model/zone-model";
import { foldedName } from "../folded";

export type FoundZone = { kind: "known"; zone: Zone } | { kind: "ambiguous" } | { kind: "unknown" };

/** Finds zones by name without regard to accents and case, or by a path such as `Imaging / CT`. */
export function zoneFinder(model: ZoneModel): (name: string) => FoundZone {
  const index = indexModel(model);
  const byName = new Map<string, Array<Zone>>();
  const note = (key: string, zone: Zone) => byName.set(key, [...(byName.get(key) ?? []), zone]);
  for (const zone of model.zones) {
    note(foldedName(zone.name), zone);
    const path = [...ancestorsOf(index, zone.id)].reverse().concat(zone);
    if (path.length > 1) note(pathKey(path.map(({ name }) => name)), zone);
  }
  return (name) => {
    const zones = byName.get(foldedName(name)) ?? byName.get(pathKey(name.split(/[/>›\\]/))) ?? [];
    const [zone] = zones;
    if (!zone) return { kind: "unknown" };
    return zones.length > 1 ? { kind: "ambiguous" } : { kind: "known", zone };
  };
}

function pathKey(names: ReadonlyArray<string>): string {
  return names.map(foldedName).join(" / ");
}
