import { mayDo } from "~/domain/access/permissions";
import { sittingsOf } from "~/domain/zone-model/sittings";
import { touchedBy } from "~/domain/zone-model/touched-elements";
import { type ElementRef, EMPTY_ZONE_MODEL, type ZoneModel } from "~/domain/zone-model/zone-model";
import { type Caller, requirePermission } from "~/use-cases/use-case.server";
import { listEditors, stateAt } from "~db/repositories/draft-history";
import { listModelEdits, type ModelEdit } from "~db/repositories/model-edits";
import { toEditRows } from "./edit-rows.server";
import { findModelOf } from "./model-parts.server";

export type HistoryQuery = {
  /** Versions below this one. */
  before?: number | undefined;
  personId?: string | undefined;
  element?: ElementRef | undefined;
};

const PAGE = 50;
/** How far one page looks for edits of an element: then it offers to look further. */
const MOST_READ = 10 * PAGE;

/** Who changed the draft when, in sittings, newest first; `next` is the version to go on from. */
export async function presentModelHistory(caller: Caller, modelId: string, query: HistoryQuery) {
  const { actor, database } = caller;
  requirePermission(actor, "model.read");
  const model = await findModelOf(caller, modelId);
  const scope = [database.read, actor.organisationId] as const;
  const [found, people] = await Promise.all([
    findEdits(caller, modelId, { ...query, before: query.before ?? model.draftVersion + 1 }),
    listEditors(...scope, modelId),
  ]);
  const lowest = found.edits.at(-1)?.version ?? 1;
  const start = await stateAt(...scope, modelId, lowest - 1);
  const rows = toEditRows(found.edits, start ?? EMPTY_ZONE_MODEL, model.draft);
  const sittings = sittingsOf(rows.map((row) => ({ ...row, at: row.at.toISOString() })));
  return {
    modelId,
    draftVersion: model.draftVersion,
    mayEdit: mayDo(actor, "model.edit") && model.state === "drawing",
    people,
    elements: elementChoices(model.draft, query.element),
    filter: { person: query.personId ?? "", element: query.element ? keyOf(query.element) : "" },
    sittings: sittings.map(({ personId, from, to, edits }) => ({
      ...{ personId, from, to },
      personName: edits[0]?.personName ?? "",
      edits,
    })),
    searchedTo: found.searchedTo,
    next: found.next,
  };
}

async function findEdits(
  { actor, database }: Caller,
  modelId: string,
  { before, personId, element }: HistoryQuery & { before: number },
): Promise<{ edits: ReadonlyArray<ModelEdit>; searchedTo: number; next: number | undefined }> {
  const edits: Array<ModelEdit> = [];
  let from = before;
  let isEnd = false;
  for (let read = 0; read < MOST_READ && edits.length < PAGE && !isEnd; read += PAGE) {
    const containing = element ? [[`"${element.id}"`]] : [];
    const page = { modelId, before: from, personId, containing, newestFirst: true, limit: PAGE };
    const part = await listModelEdits(database.read, actor.organisationId, page);
    isEnd = part.length < PAGE || part.at(-1)?.version === 1;
    from = part.at(-1)?.version ?? from;
    edits.push(...part.filter((edit) => !element || touches(edit, element)));
  }
  const shown = edits.slice(0, PAGE);
  const last = edits.length > PAGE ? (shown.at(-1)?.version ?? from) : from;
  return { edits: shown, searchedTo: last, next: isEnd && edits.length <= PAGE ? undefined : last };
}

function touches({ commands }: ModelEdit, element: ElementRef): boolean {
  return touchedBy(commands, element).length > 0;
}

/** Zones and conduits to choose from; an asset only where it is asked for, because there are thousands. */
function elementChoices({ zones, conduits, assets }: ZoneModel, chosen: ElementRef | undefined) {
  const zoneName = new Map(zones.map(({ id, name }) => [id, name]));
  const asset = chosen?.kind === "asset" ? assets.find(({ id }) => id === chosen.id) : undefined;
  return [
    ...zones.map(({ id, name }) => ({ value: `zone:${id}`, label: name })),
    ...conduits.map(({ id, name, fromZoneId, toZoneId }) => ({
      value: `conduit:${id}`,
      label: name || `${zoneName.get(fromZoneId) ?? ""} – ${zoneName.get(toZoneId) ?? ""}`,
    })),
    ...(asset ? [{ value: `asset:${asset.id}`, label: asset.name }] : []),
  ];
}

function keyOf({ kind, id }: ElementRef): string {
  return `${kind}:${id}`;
}
