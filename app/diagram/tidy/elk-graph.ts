/** The part of elk's JSON graph that is used here. */
export type ElkZone = {
  id: string;
  width?: number;
  height?: number;
  x?: number;
  y?: number;
  layoutOptions?: Record<string, string>;
  children?: Array<ElkZone>;
  edges?: Array<ElkConduit>;
};

export type ElkConduit = { id: string; sources: Array<string>; targets: Array<string> };

export type ElkGraph = ElkZone & { children: Array<ElkZone>; edges: Array<ElkConduit> };

/** Elk wants ids that no other kind of element has. */
export const ROOT = "root";
const ZONE = "zone:";

export function elkIdOf(zoneId: string): string {
  return `${ZONE}${zoneId}`;
}

export function zoneIdOf(elkId: string): string {
  return elkId.slice(ZONE.length);
}
