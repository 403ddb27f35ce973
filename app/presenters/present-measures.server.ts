import { mayDo } from "~/domain/access/permissions";
import { writeMeasureKey } from "~/domain/measure/measure-key";
import { progressByGroup, progressOf } from "~/domain/measure/progress";
import { toIsoDate } from "~/domain/shared/iso-date";
import { MAX_TABLE_ROWS } from "~/formats/delimited/table";
import { type Caller, requirePermission } from "~/use-cases/use-case.server";
import { listMembers } from "~db/repositories/organisations";
import {
  choiceOf,
  groupHeadings,
  type MeasureRow,
  type MeasuresQuery,
  measuresOfPlaces,
  type PlaceRows,
  shownMeasures,
} from "./measure-view.server";
import { pageOf } from "./page-of.server";

const PAGE = 50;

/** What the hospital itself provides, zone by zone: who sees to it, how far it is, what shows it. */
export async function presentMeasures(caller: Caller, query: MeasuresQuery, wanted: number | undefined) {
  const { actor, database, now } = caller;
  requirePermission(actor, "measure.read");
  const places = await measuresOfPlaces(caller);
  const members = await listMembers(database.read, actor.organisationId);
  const { zone, rows, shown, filter } = shownMeasures(places, query);
  const { entries, paging } = pageOf(shown, PAGE, wanted);
  const asOf = toIsoDate(now);
  const headings = groupHeadings();
  return {
    rows: entries.map(toShownRow),
    paging,
    filter,
    zone: zone && { name: zone.zoneName, modelName: zone.modelName, place: zone.place },
    places: places.map(({ known }) => ({
      choice: choiceOf(known.place),
      name: known.zoneName,
      modelName: known.modelName,
      isPublished: known.isPublished,
    })),
    owners: [...new Set(rows.flatMap(({ content }) => content.owner || []))].toSorted(),
    members: members.filter(({ state }) => state === "active").map(({ name, email }) => ({ name, email })),
    headings,
    progress: progressOf(rows, asOf),
    groups: progressByGroup(
      rows.map(({ measure, content, files }) => ({ group: measure.group, content, files })),
      asOf,
    ).map((one) => ({ ...one, title: headings.find(({ id }) => id === one.group)?.title ?? null })),
    zones: zone
      ? []
      : places.filter(({ known }) => known.place !== null).map((one) => toZoneProgress(one, asOf)),
    /** A workbook takes no more lines than can be read back. */
    isTooMuchForFile: shown.length > MAX_TABLE_ROWS,
    mayRecord: mayDo(actor, "measure.record"),
  };
}

function toZoneProgress({ known, rows }: PlaceRows, asOf: string) {
  const progress = progressOf(rows, asOf);
  return { choice: choiceOf(known.place), name: known.zoneName, modelName: known.modelName, progress };
}

function toShownRow({ measure, isOverdue, ...row }: MeasureRow) {
  const { place, zoneName, content, from, version, files } = row;
  return {
    ...{
      key: writeMeasureKey({ place, measureId: measure.id, version }),
      place,
      zoneName,
      content,
      from,
      isOverdue,
      files,
    },
    ...{ measureId: measure.id, title: measure.title, kind: measure.kind, group: measure.group },
    ...{
      minSl: measure.minSl,
      confidence: measure.confidence,
      conflict: measure.conflict,
      note: measure.note,
    },
  };
}
