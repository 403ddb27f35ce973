import { findStandard } from "~/catalogue/index.server";
import {
  countsHospitalFiles,
  effectiveContent,
  isOverdue,
  MEASURE_KINDS,
  MEASURE_STATES,
  type MeasureContent,
  type MeasureOrigin,
} from "~/domain/measure/measure";
import type { RequiredMeasure } from "~/domain/measure/required";
import { FOUNDATIONAL_REQUIREMENTS } from "~/domain/security-level/security-level";
import { folded } from "~/domain/shared/folded";
import { toIsoDate } from "~/domain/shared/iso-date";
import { listMeasurePlaces, type PlaceWithMeasures } from "~/use-cases/measures/required-measures.server";
import type { Caller } from "~/use-cases/use-case.server";
import { countMeasureFiles } from "~db/repositories/measure-files";
import { listLatestMeasures, placeKey } from "~db/repositories/measures";

/** The whole hospital as a choice among its zones. */
export const HOSPITAL_CHOICE = "hospital";

export type MeasuresQuery = {
  /** `model/zone`, or `hospital`. */
  zone: string | null;
  kind: string | null;
  state: string | null;
  owner: string | null;
  overdue: string | null;
  group: string | null;
  find: string | null;
};

/** One measure of one place with what holds there now. */
export type MeasureRow = Pick<PlaceWithMeasures, "place" | "zoneName" | "modelName" | "isPublished"> & {
  measure: RequiredMeasure;
  content: MeasureContent;
  from: MeasureOrigin;
  /** Of what was written for this very place; 0 where nothing was. */
  version: number;
  isOverdue: boolean;
  /** So many files show it, those of the whole hospital among them where these count here. */
  files: number;
};
export type PlaceRows = { known: PlaceWithMeasures; rows: ReadonlyArray<MeasureRow> };

/** Every place with every measure it must have, and what holds of each. */
export async function measuresOfPlaces({ actor, database, now }: Caller): Promise<ReadonlyArray<PlaceRows>> {
  const { organisationId } = actor;
  const asOf = toIsoDate(now);
  const places = await listMeasurePlaces(database.read, organisationId);
  const versions = await listLatestMeasures(database.read, organisationId);
  const written = new Map(versions.map((one) => [`${placeKey(one.place)} ${one.measureId}`, one]));
  const counts = await countMeasureFiles(database.read, organisationId);
  const filed = new Map(counts.map((one) => [`${one.place} ${one.measureId}`, one.count]));
  return places.map((known) => {
    const { place, zoneName, modelName, isPublished } = known;
    const rows = known.required.map((measure): MeasureRow => {
      const own = written.get(`${placeKey(place)} ${measure.id}`);
      const hospital = place && written.get(`${placeKey(null)} ${measure.id}`);
      const { content, from } = effectiveContent(
        measure.kind,
        own?.content ?? null,
        hospital?.content ?? null,
      );
      const filesOf = (where: PlaceWithMeasures["place"]) =>
        filed.get(`${placeKey(where)} ${measure.id}`) ?? 0;
      const inherited = place && countsHospitalFiles(measure.kind, from) ? filesOf(null) : 0;
      return {
        ...{ place, zoneName, modelName, isPublished, measure, content, from },
        ...{ version: own?.version ?? 0, isOverdue: isOverdue(content, asOf) },
        files: filesOf(place) + inherited,
      };
    });
    return { known, rows };
  });
}

/** A place in an address. */
export function choiceOf(place: PlaceWithMeasures["place"]): string {
  return place === null ? HOSPITAL_CHOICE : `${place.modelId}/${place.zoneId}`;
}

/**
 * What is shown under a query. Where no zone is chosen, an organisational measure stands once, at the hospital, and for a
 * zone only where it has its own: else 87 lines would be repeated for every zone.
 */
export function shownMeasures(places: ReadonlyArray<PlaceRows>, query: MeasuresQuery) {
  const zone = places.find(({ known }) => choiceOf(known.place) === query.zone) ?? null;
  const rows = zone
    ? zone.rows
    : places.flatMap(({ rows: all }) =>
        all.filter(({ place, measure, from }) => !place || measure.kind === "technical" || from === "here"),
      );
  const filter = {
    zone: zone && choiceOf(zone.known.place),
    kind: MEASURE_KINDS.find((one) => one === query.kind) ?? null,
    state: MEASURE_STATES.find((one) => one === query.state) ?? null,
    owner: query.owner || null,
    overdue: query.overdue === "yes",
    group: groupHeadings().find(({ id }) => id === query.group)?.id ?? null,
    find: query.find?.trim().slice(0, 100) || null,
  };
  const wanted = folded(filter.find ?? "");
  const shown = rows.filter(
    ({ measure, content, isOverdue: late }) =>
      (filter.kind === null || measure.kind === filter.kind) &&
      (filter.state === null || content.state === filter.state) &&
      (filter.owner === null || isOwnedBy(content, filter.owner)) &&
      (!filter.overdue || late) &&
      (filter.group === null || measure.group === filter.group) &&
      (wanted === "" ||
        folded(`${measure.id} ${measure.title} ${content.owner} ${content.note}`).includes(wanted)),
  );
  return { zone: zone?.known ?? null, rows, shown, filter };
}

/** Nobody, as a choice among owners. */
export const NOBODY = "-";

function isOwnedBy({ owner }: MeasureContent, wanted: string): boolean {
  return wanted === NOBODY ? owner === "" : owner === wanted;
}

/** Foundational requirements and elements of the programme, in the order of their standards; of the former no title. */
export function groupHeadings(): ReadonlyArray<{ id: string; title: string | null }> {
  const elements = findStandard("iec-62443-2-1")?.groups.filter(({ parent }) => parent === undefined) ?? [];
  return [
    ...FOUNDATIONAL_REQUIREMENTS.map((id) => ({ id, title: null })),
    ...elements.map(({ id, title }) => ({ id, title })),
  ];
}
