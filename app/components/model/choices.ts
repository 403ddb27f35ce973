import type { Asset, Conduit, Zone } from "~/domain/zone-model/zone-model";

export type ZoneChoice = { id: string; name: string; depth: number };

/** What the forms of the table offer to choose from. */
export type Choices = {
  zones: ReadonlyArray<ZoneChoice>;
  zoneTypes: ReadonlyArray<{ id: string; name: string }>;
  protocols: ReadonlyArray<string>;
  releases: ReadonlyArray<{ id: string; name: string }>;
};

/** The element whose forms are open. */
export type Picked =
  | { kind: "new"; of: "zone" | "conduit" | "asset" }
  | { kind: "zone"; zone: Zone; parents: ReadonlyArray<ZoneChoice> }
  | { kind: "conduit"; conduit: Conduit }
  | { kind: "asset"; asset: Asset };
