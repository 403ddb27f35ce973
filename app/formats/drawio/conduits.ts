import { newConduit } from "~/domain/zone-model/new-elements";
import { type Channel, type Conduit, MAX_CONDUITS } from "~/domain/zone-model/zone-model";
import type { Cell } from "./cells";
import type { NoteCode } from "./drawing";
import type { OwnFacts } from "./own-facts";
import { type KnownProtocol, protocolFinder } from "./protocol-finder";

type Context = {
  facts: ReadonlyMap<string, OwnFacts>;
  /** The zone that a shape is or lies in, by the id of its cell. */
  zoneOfCell: ReadonlyMap<string, string>;
  protocols: ReadonlyArray<KnownProtocol>;
  newId: () => string;
  takeId: (kind: string, wanted: string | undefined) => string;
  note: (cell: Cell, code: NoteCode) => void;
};

const MOST_CHANNELS = 200;

/** Lines between shapes of two zones. Several between the same two become one conduit with a channel each. */
export function readConduits(cells: ReadonlyArray<Cell>, context: Context): Array<Conduit> {
  const { facts, zoneOfCell, newId, takeId, note } = context;
  const findProtocol = protocolFinder(context.protocols);
  const labelsOn = new Map<string, Array<string>>();
  for (const { kind, parentId, label } of cells)
    if (kind === "vertex" && parentId !== null && label !== "")
      labelsOn.set(parentId, [...(labelsOn.get(parentId) ?? []), label]);

  const conduits: Array<Conduit> = [];
  const byPair = new Map<string, number>();
  for (const cell of cells) {
    if (cell.kind !== "edge") continue;
    if (cell.sourceId === null || cell.targetId === null) {
      note(cell, "loose-end");
      continue;
    }
    const fromZoneId = zoneOfCell.get(cell.sourceId);
    const toZoneId = zoneOfCell.get(cell.targetId);
    if (fromZoneId === undefined || toZoneId === undefined) {
      note(cell, "end-in-no-zone");
      continue;
    }
    if (fromZoneId === toZoneId) {
      note(cell, "within-one-zone");
      continue;
    }
    const own = facts.get(cell.id);
    const pair = [fromZoneId, toZoneId].sort().join("\n");
    const known = own ? undefined : byPair.get(pair);
    if (known === undefined && conduits.length >= MAX_CONDUITS) {
      note(cell, "too-many");
      continue;
    }
    if (own?.kind === "conduit") {
      conduits.push({ ...own.element, id: takeId("conduit", own.element.id), fromZoneId, toZoneId });
      continue;
    }
    const at = known ?? conduits.push(newConduit(newId(), fromZoneId, toZoneId)) - 1;
    byPair.set(pair, at);
    const conduit = conduits[at];
    if (!conduit) continue;
    const labels = [cell.label, ...(labelsOn.get(cell.id) ?? [])].flatMap((label) => label.split(/\n|,|;/));
    conduits[at] = labels.reduce((sofar, label) => withLabel(sofar, label.trim(), cell), conduit);
  }
  return conduits;

  function withLabel(conduit: Conduit, label: string, cell: Cell): Conduit {
    if (label === "") return conduit;
    const channel = findProtocol(label, newId());
    if (channel && conduit.channels.length < MOST_CHANNELS)
      return {
        ...conduit,
        channels: [...conduit.channels, { ...channel, initiator: initiatorOf(cell, conduit) }],
      };
    note(cell, "label-is-no-protocol");
    const name = label
      .replace(/[\p{Cc}\u202A-\u202E\u2066-\u2069]/gu, "")
      .slice(0, 120)
      .trim();
    return conduit.name === "" ? { ...conduit, name } : conduit;
  }

  function initiatorOf({ style, sourceId }: Cell, { fromZoneId }: Conduit): Channel["initiator"] {
    const hasEnd = style.get("endArrow") !== "none";
    const hasStart = (style.get("startArrow") ?? "none") !== "none";
    if (hasEnd === hasStart) return "either";
    const isSameWay = zoneOfCell.get(sourceId ?? "") === fromZoneId;
    return hasEnd === isSameWay ? "from" : "to";
  }
}
