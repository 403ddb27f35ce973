import type { ZoneModelCommand } from "./commands";
import { type ElementKind, type ElementRef, EMPTY_ZONE_MODEL, type ZoneModel } from "./zone-model";

/** What a command writes: the facts of an element, only where its box stands, or what is waived there. */
export type TouchedElement = ElementRef & { part: "facts" | "place" | "waivers" };

/**
 * Everything `command` writes to when applied to `model`. Two edits from the same version can be merged
 * without asking where they touch nothing in common: moving a box never collides with renaming it.
 */
export function touchedElements(model: ZoneModel, command: ZoneModelCommand): ReadonlyArray<TouchedElement> {
  switch (command.type) {
    case "add-zone":
      return [facts("zone", command.zone.id), place(command.zone.id)];
    case "update-zone":
    case "set-sl-target":
      return [facts("zone", command.zoneId)];
    case "place-zone":
      return [place(command.zoneId)];
    case "nest-zone":
      return [facts("zone", command.zoneId), place(command.zoneId)];
    case "delete-zone":
      return touchedByDeleting(model, command.zoneId);
    case "add-conduit":
      return [facts("conduit", command.conduit.id)];
    case "update-conduit":
    case "delete-conduit":
      return [facts("conduit", command.conduitId)];
    case "add-asset":
      return [facts("asset", command.asset.id)];
    case "update-asset":
    case "move-asset":
    case "delete-asset":
      return [facts("asset", command.assetId)];
    case "add-waiver":
      return [{ ...command.waiver.element, part: "waivers" }];
    case "delete-waiver":
      return [{ ...command.element, part: "waivers" }];
  }
}

/**
 * The parts of one element that commands of the history write to. Those delete only zones that nothing hangs on: what
 * they touch does not depend on a model.
 */
export function touchedBy(
  commands: ReadonlyArray<ZoneModelCommand>,
  { kind, id }: ElementRef,
): ReadonlyArray<TouchedElement["part"]> {
  return commands.flatMap((command) =>
    touchedElements(EMPTY_ZONE_MODEL, command).flatMap((touched) =>
      touched.kind === kind && touched.id === id ? [touched.part] : [],
    ),
  );
}

/** What both lists write to: empty where the edits can be merged. */
export function sharedElements(
  ours: ReadonlyArray<TouchedElement>,
  theirs: ReadonlyArray<TouchedElement>,
): ReadonlyArray<TouchedElement> {
  const written = new Set(theirs.map(keyOf));
  return ours.filter((touched) => written.has(keyOf(touched)));
}

function touchedByDeleting(model: ZoneModel, zoneId: string): ReadonlyArray<TouchedElement> {
  const children = model.zones.filter(({ parentId }) => parentId === zoneId);
  return [
    ...[zoneId, ...children.map(({ id }) => id)].flatMap((id) => [facts("zone", id), place(id)]),
    ...model.conduits
      .filter(({ fromZoneId, toZoneId }) => fromZoneId === zoneId || toZoneId === zoneId)
      .map(({ id }) => facts("conduit", id)),
    ...model.assets.filter((asset) => asset.zoneId === zoneId).map(({ id }) => facts("asset", id)),
  ];
}

function facts(kind: ElementKind, id: string): TouchedElement {
  return { kind, id, part: "facts" };
}

function place(id: string): TouchedElement {
  return { kind: "zone", id, part: "place" };
}

function keyOf({ kind, id, part }: TouchedElement): string {
  return `${kind}:${id}:${part}`;
}
