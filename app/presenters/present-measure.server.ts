import { mayDo } from "~/domain/access/permissions";
import { changedFields, NOTHING_RECORDED } from "~/domain/measure/measure";
import { AppError } from "~/domain/shared/app-error";
import { MOST_VERSIONS } from "~/use-cases/measures/record-measures.server";
import { type Caller, requirePermission } from "~/use-cases/use-case.server";
import { listMeasureVersions } from "~db/repositories/measures";
import { listMembers } from "~db/repositories/organisations";
import { filesOfMeasure } from "./attached-files.server";
import { choiceOf, groupHeadings, HOSPITAL_CHOICE, measuresOfPlaces } from "./measure-view.server";

export type MeasureQuery = { model: string | null; zone: string | null; measure: string | null };

/** One measure of one place: what it is, what holds, who wrote what before. */
export async function presentMeasure(caller: Caller, query: MeasureQuery) {
  const { actor, database } = caller;
  requirePermission(actor, "measure.read");
  const wanted = query.model || query.zone ? `${query.model}/${query.zone}` : HOSPITAL_CHOICE;
  const places = await measuresOfPlaces(caller);
  const found = places.find(({ known }) => choiceOf(known.place) === wanted);
  const row = found?.rows.find(({ measure }) => measure.id === query.measure);
  if (!found || !row) throw new AppError("not-found", "there is no such measure");
  const { place, measure, content, from, version, isOverdue } = row;
  const { organisationId } = actor;
  const versions = await listMeasureVersions(database.read, organisationId, {
    ...{ place, measureId: measure.id, limit: MOST_VERSIONS },
  });
  const members = await listMembers(database.read, organisationId);
  return {
    ...{ measure, content, from, version, isOverdue, place, choice: wanted },
    zoneName: found.known.zoneName,
    modelName: found.known.modelName,
    groupTitle: groupHeadings().find(({ id }) => id === measure.group)?.title ?? null,
    members: members.filter(({ state }) => state === "active").map(({ name, email }) => ({ name, email })),
    history: versions.map((one, index) => {
      const before = versions[index + 1]?.content ?? NOTHING_RECORDED;
      return {
        ...{ version: one.version, writtenByName: one.writtenByName, writtenAt: one.writtenAt.toISOString() },
        isTakenBack: one.content === null,
        changes: changedFields(before, one.content ?? NOTHING_RECORDED).map((field) => ({
          ...{ field, before: String(before[field] ?? ""), after: String(one.content?.[field] ?? "") },
        })),
      };
    }),
    files: await filesOfMeasure(database.read, organisationId, { place, measure, from }),
    mayRecord: mayDo(actor, "measure.record"),
    mayAttach: mayDo(actor, "measure.attach"),
  };
}
