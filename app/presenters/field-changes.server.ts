import { REFERENCE_ZONE_TYPE_BY_ID } from "~/catalogue/reference-zones";
import type { Asset, Channel, Conduit, Zone, ZoneModel } from "~/domain/zone-model/zone-model";

/** What a member says: words a person wrote, names instead of ids, keys of words, yes or no, or nothing at all. */
export type FieldValue = string | number | boolean | null | ReadonlyArray<string>;

/** One member that differs; `values` is null where they are too much for a line, e.g. a whole risk assessment. */
export type FieldChange = { field: string; values: { before: FieldValue; after: FieldValue } | null };

/** Names of what members refer to on one side; an id stands in for what is not known. */
export type Names = { zones: ReadonlyMap<string, string>; releases: ReadonlyMap<string, string> };

export function namesIn(model: ZoneModel, releases: ReadonlyMap<string, string>): Names {
  return { zones: new Map(model.zones.map(({ id, name }) => [id, name])), releases };
}

export type ComparedElement = Zone | Conduit | Asset | Channel;
type Side = { element: ComparedElement; names: Names };

/** Before and after of the members named, in their order; the criteria of a zone one by one. */
export function fieldChanges(
  before: Side,
  after: Side,
  fields: ReadonlyArray<string>,
): ReadonlyArray<FieldChange> {
  return fields.flatMap((field) => {
    const [old, now] = [memberOf(before.element, field), memberOf(after.element, field)];
    if (field === "criticality") return criteriaChanges(old, now);
    const [was, is] = [saidIn(field, old, before.names), saidIn(field, now, after.names)];
    const values = was === undefined || is === undefined ? null : { before: was, after: is };
    return [{ field, values }];
  });
}

function memberOf(element: ComparedElement, field: string): unknown {
  return Object.entries(element).find(([name]) => name === field)?.[1];
}

function criteriaChanges(before: unknown, after: unknown): ReadonlyArray<FieldChange> {
  const [old, now] = [Object.entries(before ?? {}), new Map(Object.entries(after ?? {}))];
  return old.flatMap(([criterion, was]) => {
    const is: unknown = now.get(criterion);
    if (was === is) return [];
    return [{ field: criterion, values: { before: String(was), after: String(is) } }];
  });
}

/** Undefined where a line cannot say it. */
function saidIn(field: string, value: unknown, names: Names): FieldValue | undefined {
  if (value === null) return field === "riskAssessment" ? undefined : null;
  if (typeof value === "string") return nameFor(field, value, names);
  if (typeof value === "number" || typeof value === "boolean") return value;
  return Array.isArray(value) && value.every((one) => typeof one === "string") ? value : undefined;
}

function nameFor(field: string, value: string, { zones, releases }: Names): string {
  switch (field) {
    case "parentId":
    case "zoneId":
    case "fromZoneId":
    case "toZoneId":
      return zones.get(value) ?? value;
    case "productReleaseId":
      return releases.get(value) ?? value;
    case "referenceType":
      return REFERENCE_ZONE_TYPE_BY_ID.get(value)?.name ?? value;
    default:
      return value;
  }
}
