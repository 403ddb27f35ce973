import { grouped } from "../queries";
import type { Zone } from "../zone-model";
import { modelRule, refTo } from "./rule";

const LONGEST_NAME = 120;

/** Requests, reports and findings name zones; two of one name cannot be told apart (IEC 62443-3-2 ZCR 6.4). */
export const zoneNameIsUnique = modelRule({
  id: "zone-name-is-unique",
  clauses: [{ standard: "iec-62443-3-2", ref: "ZCR 6.4" }],
  severity: "warning",
  reads: ["zones"],
  observe: ({ model }) => {
    const byName = grouped(model.zones, ({ name }) => [comparable(name)]);
    return model.zones.flatMap((zone) => {
      const others = (byName.get(comparable(zone.name)) ?? []).filter((other) => other !== zone);
      if (others.length === 0) return [];
      return [
        {
          element: refTo("zone", zone),
          // By id: the order of zones in the model never changes a finding.
          related: others.map((other) => refTo("zone", other)).toSorted((a, b) => (a.id < b.id ? -1 : 1)),
          params: { zone: zone.name, others: others.length },
          fix: [{ type: "update-zone", zoneId: zone.id, changes: { name: freeName(zone, byName) } }],
        },
      ];
    });
  },
});

/** What a reader takes for the same name: letter case and composed accents do not tell zones apart. */
function comparable(name: string): string {
  return name.normalize("NFC").toLowerCase();
}

function freeName({ name }: Zone, taken: ReadonlyMap<string, unknown>): string {
  let number = 2;
  const numbered = () => `${name.slice(0, LONGEST_NAME - ` (${number})`.length)} (${number})`;
  while (taken.has(comparable(numbered()))) number += 1;
  return numbered();
}
