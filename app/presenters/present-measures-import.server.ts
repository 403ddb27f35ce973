import { mayDo } from "~/domain/access/permissions";
import { NOTHING_RECORDED } from "~/domain/measure/measure";
import { MOST_CHANGES } from "~/use-cases/measures/record-measures.server";
import { type Caller, requirePermission } from "~/use-cases/use-case.server";
import { choiceOf, measuresOfPlaces } from "./measure-view.server";

/**
 * What a file is held against, small enough for the browser: which place must have which measures, as lists that many
 * zones share, and what is written down.
 */
export async function presentMeasuresImport(caller: Caller) {
  requirePermission(caller.actor, "measure.read");
  const places = await measuresOfPlaces(caller);
  const lists = new Map<string, { index: number; ids: ReadonlyArray<string> }>();
  const listOf = (ids: ReadonlyArray<string>) => {
    const name = ids.join(" ");
    const known = lists.get(name) ?? { index: lists.size, ids };
    lists.set(name, known);
    return known.index;
  };
  const rows = places.flatMap(({ rows: all }) => all);
  return {
    places: places.map(({ known }) => ({
      choice: choiceOf(known.place),
      name: known.zoneName,
      list: listOf(known.required.map(({ id }) => id)),
    })),
    lists: [...lists.values()].map(({ ids }) => ids),
    titles: Object.fromEntries(rows.map(({ measure }) => [measure.id, measure.title])),
    /** By place and measure; what is not here is as nobody has written it. */
    recorded: rows.flatMap(({ place, measure, content, version }) =>
      version > 0 || content !== NOTHING_RECORDED
        ? [{ choice: choiceOf(place), measureId: measure.id, version, content }]
        : [],
    ),
    mostChanges: MOST_CHANGES,
    mayRecord: mayDo(caller.actor, "measure.record"),
  };
}
