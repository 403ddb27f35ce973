import { countsHospitalFiles, type MeasureOrigin } from "~/domain/measure/measure";
import type { RequiredMeasure } from "~/domain/measure/required";
import type { Db } from "~db/client";
import { type ConditionFile, listConditionFiles } from "~db/repositories/condition-files";
import { listMeasureFiles, type MeasureFile } from "~db/repositories/measure-files";
import type { MeasurePlace } from "~db/repositories/measures";
import { listPeopleByIds } from "~db/repositories/people";

/** Files that show that conditions were met, by the id of the condition, without the store they lie in. */
export async function filesOfConditions(
  db: Db,
  organisationId: string,
  conditionIds: ReadonlyArray<string>,
): Promise<ReadonlyMap<string, ReadonlyArray<ReturnType<typeof toShownConditionFile>>>> {
  const found = new Map<string, Array<ReturnType<typeof toShownConditionFile>>>();
  for (const file of await listConditionFiles(db, organisationId, conditionIds)) {
    const of = found.get(file.conditionId) ?? [];
    of.push(toShownConditionFile(file));
    found.set(file.conditionId, of);
  }
  return found;
}

function toShownConditionFile({ sha256, name, bytes, attachedByName, attachedAt }: ConditionFile) {
  return { sha256, name, bytes, attachedByName, attachedAt: attachedAt.toISOString() };
}

type FiledMeasure = { place: MeasurePlace; measure: RequiredMeasure; from: MeasureOrigin };

/**
 * Files that show a measure where it is asked for, held ones first, then what was taken back; those of the whole hospital
 * among them where they count there and are held.
 */
export async function filesOfMeasure(db: Db, organisationId: string, { place, measure, from }: FiledMeasure) {
  const isInherited = place !== null && countsHospitalFiles(measure.kind, from);
  const places = isInherited ? [place, null] : [place];
  const files = (await listMeasureFiles(db, organisationId, { places, measureId: measure.id })).filter(
    (file) => !isOfHospital(file, place) || file.takenBack === null,
  );
  const shown = await withNames(db, files);
  return shown
    .map((file) => ({ ...toShownMeasureFile(file), isOfHospital: isOfHospital(file, place) }))
    .toSorted((a, b) => Number(a.takenBack !== null) - Number(b.takenBack !== null));
}

function isOfHospital(file: Pick<MeasureFile, "place">, place: MeasurePlace): boolean {
  return place !== null && file.place === null;
}

type NamedMeasureFile = MeasureFile & { attachedByName: string; takenBackByName: string };

/** With the names of who attached them and who took them back. */
export async function withNames(
  db: Db,
  files: ReadonlyArray<MeasureFile>,
): Promise<ReadonlyArray<NamedMeasureFile>> {
  const ids = files.flatMap(({ attachedBy, takenBack }) => [
    attachedBy,
    ...(takenBack ? [takenBack.by] : []),
  ]);
  const people = new Map((await listPeopleByIds(db, ids)).map(({ id, name }) => [id, name]));
  return files.map((file) => ({
    ...file,
    attachedByName: people.get(file.attachedBy) ?? "",
    takenBackByName: (file.takenBack && people.get(file.takenBack.by)) ?? "",
  }));
}

function toShownMeasureFile(file: NamedMeasureFile) {
  const { id, sha256, name, bytes, attachedByName, attachedAt, takenBack, takenBackByName } = file;
  return {
    ...{ id, sha256, name, bytes, attachedByName, attachedAt: attachedAt.toISOString() },
    takenBack: takenBack && {
      ...{ byName: takenBackByName, at: takenBack.at.toISOString(), note: takenBack.note },
    },
  };
}
