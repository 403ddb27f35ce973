import { flatVector, SecurityLevelSchema } from "~/domain/security-level/security-level";
import type { ZoneModelIndex } from "~/domain/zone-model/queries";
import type { ElementKind, ElementRef, Zone } from "~/domain/zone-model/zone-model";
import { ARRANGEMENTS, arranged } from "../arrange";
import { fromCollapse } from "../collapse";
import { duplicateOf } from "../copying";
import { isThere } from "../element-ref";
import { fromBoxes, fromDelete } from "../from-flow";
import { fromNesting } from "../from-nesting";
import type { Box } from "../geometry";
import { absoluteBoxes, layOutModel } from "../layout-zone";
import { canCollapse } from "../possible";
import { idsOf, outermostOf, type Selection, selectionOf } from "../selection";
import { type Bounds, COORDINATE, HEIGHT, WIDTH, within } from "./box-bounds";
import { answerOf, type FormValues, listOf, membersOf, numberOf, textOrNull } from "./form-values";
import type { TableGround } from "./from-form";

/** What can be done at once with all that is ticked in this model; copying is for any model. */
export const CHOSEN_ACTIONS = [
  ...["move", "set-zones", "set-conduits", "set-assets", "duplicate", "delete"],
  ...["collapse", "open", "arrange", "shift", "size", "free-place"],
] as const;

const KINDS: ReadonlyArray<ElementKind> = ["zone", "conduit", "asset"];

/** Boxes that are ticked are called `zone:z1`. What is no element of the model is left out. */
export function chosenOf(index: ZoneModelIndex, chosen: unknown): Selection {
  const refs = listOf(chosen).flatMap((key): ReadonlyArray<ElementRef> => {
    const [kindText, ...rest] = String(key).split(":");
    const kind = KINDS.find((known) => known === kindText);
    return kind ? [{ kind, id: rest.join(":") }] : [];
  });
  return selectionOf(refs.filter((ref) => isThere(index, ref)));
}

/** Where zones are drawn, as seen from the canvas. */
export function boxesIn(index: ZoneModelIndex): ReadonlyMap<string, Box> {
  return absoluteBoxes(index, layOutModel(index).boxes);
}

/** One gesture with several elements: the commands that the diagram would give. Empty where it would do nothing. */
export function fromChosen(
  action: unknown,
  values: FormValues,
  chosen: Selection,
  { index, zoneTypes }: TableGround,
  newId: () => string,
): ReadonlyArray<unknown> {
  const zoneIds = idsOf(chosen, "zone");
  const set = membersOf(values.set);
  switch (action) {
    case "move":
      return fromNesting(index, outermostOf(chosen, index), idsOf(chosen, "asset"), textOrNull(values.into));
    case "set-zones":
      return zoneIds.flatMap((id) => {
        const zone = index.zoneById.get(id);
        return zone ? zoneChanges(zone, set, zoneTypes) : [];
      });
    case "set-conduits": {
      const said = membersOf(set.conduit);
      return changes(chosen, "conduit", flagsSaid(said, ["wireless", "remoteAccess", "temporary"]));
    }
    case "set-assets": {
      const said = membersOf(set.asset);
      return changes(chosen, "asset", {
        ...flagsSaid(said, ["safetyRelated", "wireless", "portable", "externallyConnected"]),
        ...(textOrNull(said.componentType) && { componentTypes: [said.componentType] }),
      });
    }
    case "duplicate":
      return duplicateOf({ index, boxes: boxesIn(index) }, chosen, newId).commands;
    case "delete":
      return fromDelete(index, chosen.values());
    case "collapse":
    case "open": {
      const able = zoneIds.filter((id) => canCollapse(index, id));
      const isToCollapse = action === "collapse";
      const outermost = isToCollapse ? outermostOf(selectionOf(able.map(zoneRef)), index) : able;
      return fromCollapse(index, boxesIn(index), outermost, isToCollapse);
    }
    case "arrange": {
      const arrangement = ARRANGEMENTS.find((known) => known === values.arrangement);
      return arrangement ? boxed(index, chosen, (named) => arranged(arrangement, named)) : [];
    }
    case "shift": {
      const [right, down] = [stepOf(values.right), stepOf(values.down)];
      return boxed(index, chosen, (named) =>
        named.map(({ id, box }) => [
          id,
          { ...box, x: within(COORDINATE, box.x + right), y: within(COORDINATE, box.y + down) },
        ]),
      );
    }
    case "size": {
      const [width, height] = [sideOf(values.width, WIDTH), sideOf(values.height, HEIGHT)];
      return boxed(index, chosen, (named) =>
        named.map(({ id, box }) => [id, { ...box, width: width ?? box.width, height: height ?? box.height }]),
      );
    }
    case "free-place":
      return zoneIds.flatMap((zoneId) =>
        Object.hasOwn(index.model.layout, zoneId) ? [{ type: "place-zone", zoneId, place: null }] : [],
      );
    default:
      return [];
  }
}

type NamedBox = { id: string; box: Box };

/** The boxes of the outermost chosen zones, somewhere else or of another size. */
function boxed(
  index: ZoneModelIndex,
  chosen: Selection,
  change: (named: ReadonlyArray<NamedBox>) => Iterable<readonly [string, Box]>,
): ReadonlyArray<unknown> {
  const boxes = boxesIn(index);
  const named = outermostOf(chosen, index).flatMap((id) => {
    const box = boxes.get(id);
    return box ? [{ id, box }] : [];
  });
  return fromBoxes(index, boxes, change(named));
}

/** Zero where no number is written. */
function stepOf(value: unknown): number {
  const step = numberOf(value);
  return typeof step === "number" && Number.isFinite(step) ? within(COORDINATE, step) : 0;
}

/** Null where no length is written. */
function sideOf(value: unknown, bounds: Bounds): number | null {
  const side = stepOf(value);
  return side > 0 ? within(bounds, side) : null;
}

function zoneRef(id: string): ElementRef {
  return { kind: "zone", id };
}

/** Fields that are left as they are say nothing. The level is one for all requirements, or what the kind suggests. */
function zoneChanges(zone: Zone, values: FormValues, zoneTypes: TableGround["zoneTypes"]) {
  const referenceType = textOrNull(values.referenceType);
  const said = Object.fromEntries(
    (["patientSafety", "continuityOfCare", "confidentiality"] as const).flatMap((criterion) =>
      textOrNull(values[criterion]) === null ? [] : [[criterion, values[criterion]]],
    ),
  );
  const facts = {
    ...(referenceType !== null && { referenceType: referenceType === OWN_KIND ? null : referenceType }),
    ...(textOrNull(values.trustClass) && { trustClass: values.trustClass }),
    ...(Object.keys(said).length > 0 && { criticality: { ...zone.criticality, ...said } }),
  };
  const kindId = facts.referenceType === undefined ? zone.referenceType : facts.referenceType;
  const kind = zoneTypes.find(({ id }) => id === kindId);
  const level = SecurityLevelSchema.safeParse(numberOf(values.level));
  const flat = level.success ? flatVector(level.data) : null;
  const slTarget = values.level === SUGGESTED ? kind?.suggestedSlTarget : flat;
  const basis = values.level === SUGGESTED ? (kind?.slTargetBasis ?? "") : "";
  const rationale = textOrNull(values.rationale) ?? (zone.slTargetRationale || basis);
  return [
    ...(Object.keys(facts).length > 0 ? [{ type: "update-zone", zoneId: zone.id, changes: facts }] : []),
    ...(slTarget ? [{ type: "set-sl-target", zoneId: zone.id, slTarget, rationale }] : []),
  ];
}

/** Choices beside those of the catalogue and the levels. */
export const OWN_KIND = "own";
export const SUGGESTED = "suggested";

function flagsSaid(values: FormValues, names: ReadonlyArray<string>): FormValues {
  return Object.fromEntries(
    names.flatMap((name) => {
      const answer = answerOf(values[name]);
      return answer === null ? [] : [[name, answer]];
    }),
  );
}

function changes(chosen: Selection, kind: "conduit" | "asset", said: FormValues): ReadonlyArray<unknown> {
  if (Object.keys(said).length === 0) return [];
  return idsOf(chosen, kind).map((id) =>
    kind === "conduit"
      ? { type: "update-conduit", conduitId: id, changes: said }
      : { type: "update-asset", assetId: id, changes: said },
  );
}
