import { MEASURE_FIELD_NAMES } from "~/domain/measure/measure";
import type { MeasuresQuery } from "~/presenters/measure-view.server";

/** What a form says of the fields of a measure; anything else it says is dropped. */
export function typedFields(values: Readonly<Record<string, unknown>>): Readonly<Record<string, string>> {
  return Object.fromEntries(
    MEASURE_FIELD_NAMES.flatMap((name) => {
      const value = values[name];
      return typeof value === "string" ? [[name, value] as const] : [];
    }),
  );
}

export function measuresQuery(search: URLSearchParams): MeasuresQuery {
  return {
    zone: search.get("zone"),
    kind: search.get("kind"),
    state: search.get("state"),
    owner: search.get("owner"),
    overdue: search.get("overdue"),
    group: search.get("group"),
    find: search.get("find"),
  };
}
