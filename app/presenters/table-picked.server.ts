import { REFERENCE_ZONE_TYPE_BY_ID } from "~/catalogue/reference-zones";
import { TEMPLATE_OFFERS } from "~/catalogue/templates/model-templates";
import type { JudgingGround } from "~/domain/assessment/placed-products";
import { isSameVector } from "~/domain/security-level/security-level";
import { type ElementFacts, elementFacts } from "~/domain/zone-model/element-facts";
import { placeOf } from "~/domain/zone-model/layout";
import { derivedConduitTarget, descendantsOf, type ZoneModelIndex } from "~/domain/zone-model/queries";
import type { ModelFinding } from "~/domain/zone-model/rules/rule";
import type { Asset, Conduit, ElementKind, ElementRef, Place, Zone } from "~/domain/zone-model/zone-model";
import type { Caller } from "~/use-cases/use-case.server";
import { zoneChoices } from "./model-parts.server";
import { presentElement } from "./present-element.server";
import { levelsIn, marksOf, type ShownLevels } from "./table-outline.server";
import type { TableQuery } from "./table-query.server";

/** What is told of the element that is picked, besides its forms. */
type Told = {
  element: ElementRef;
  facts: ElementFacts;
  findings: ReturnType<typeof marksOf>;
  levels: ShownLevels | null;
  record: Awaited<ReturnType<typeof presentElement>>;
};

/** The element whose form is open, or what is added. `into`: the zone that takes it in, unless a person chooses another. */
export type Picked =
  | { kind: "new"; of: ElementKind; into: string | null }
  | { kind: "insert"; of: "template" | "paste"; into: string | null; templates: typeof TEMPLATE_OFFERS }
  | ({
      kind: "zone";
      zone: Zone;
      parents: ReturnType<typeof zoneChoices>;
      place: Place | null;
      suggestion: Suggestion | null;
    } & Told)
  | ({ kind: "conduit"; conduit: Conduit; derived: ReturnType<typeof derivedConduitTarget> } & Told)
  | ({ kind: "asset"; asset: Asset } & Told);

/** What the kind of a zone suggests, where that is not its target already. */
type Suggestion = Pick<
  NonNullable<ReturnType<typeof REFERENCE_ZONE_TYPE_BY_ID.get>>,
  "name" | "suggestedSlTarget" | "slTargetConfidence"
>;

type Parts = {
  modelId: string;
  index: ZoneModelIndex;
  findings: ReadonlyArray<ModelFinding>;
  ground: JudgingGround;
};

export async function tablePicked(
  caller: Caller,
  { modelId, index, findings, ground }: Parts,
  { element, add, zone }: TableQuery,
): Promise<Picked | null> {
  const into = zone !== null && index.zoneById.has(zone) ? zone : null;
  if (add === "zone" || add === "conduit" || add === "asset") return { kind: "new", of: add, into };
  if (add === "template" || add === "paste")
    return { kind: "insert", of: add, into, templates: add === "template" ? TEMPLATE_OFFERS : [] };
  const ref = element === null ? undefined : refOf(index, element);
  const facts = ref && elementFacts(index, ref.kind, ref.id);
  if (!ref || !facts) return null;
  const own = findings.filter(
    (finding) => finding.element.kind === ref.kind && finding.element.id === ref.id,
  );
  const told = {
    ...{ element: ref, facts, findings: marksOf(own) },
    levels: levelsIn(index, ground, [ref.id]).get(ref.id) ?? null,
    record: await presentElement(caller, modelId, ref),
  };
  const pickedZone = index.zoneById.get(ref.id);
  if (pickedZone) return { kind: "zone", ...zoneParts(index, pickedZone), ...told };
  const conduit = index.conduitById.get(ref.id);
  if (conduit) return { kind: "conduit", conduit, derived: derivedConduitTarget(index, conduit), ...told };
  const asset = index.assetById.get(ref.id);
  return asset ? { kind: "asset", asset, ...told } : null;
}

function refOf(index: ZoneModelIndex, id: string): ElementRef | undefined {
  if (index.zoneById.has(id)) return { kind: "zone", id };
  if (index.conduitById.has(id)) return { kind: "conduit", id };
  return index.assetById.has(id) ? { kind: "asset", id } : undefined;
}

function zoneParts(index: ZoneModelIndex, zone: Zone) {
  const inside = new Set([zone.id, ...descendantsOf(index, zone.id).map(({ id }) => id)]);
  return {
    zone,
    parents: zoneChoices(index).filter(({ id }) => !inside.has(id)),
    place: placeOf(index.model, zone.id),
    suggestion: suggestionFor(zone),
  };
}

function suggestionFor({ referenceType, slTarget }: Zone): Suggestion | null {
  const kind = referenceType === null ? undefined : REFERENCE_ZONE_TYPE_BY_ID.get(referenceType);
  if (!kind?.suggestedSlTarget) return null;
  if (slTarget && isSameVector(slTarget, kind.suggestedSlTarget)) return null;
  const { name, suggestedSlTarget, slTargetConfidence } = kind;
  return { name, suggestedSlTarget, slTargetConfidence };
}
