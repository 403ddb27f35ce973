import type { ProfileMds2Question } from "~/domain/assessment/assessment";
import { deepFreeze } from "./freeze";
import mapping from "./mappings/mds2-2019--iec-62443-4-2.json";
import questions from "./mds2-2019/requirements.json";

const FAVOURABLE: Readonly<Record<string, ProfileMds2Question["favourable"]>> = {
  yes: "Yes",
  no: "No",
  context: "context",
};

/**
 * The part of the MDS2 2019 that decides: which answer is the secure one, and which rows the other answer denies. A row
 * that can be met in another way as well is left out: “no” to one kind of backup says nothing against backup.
 */
export const MDS2_QUESTIONS: ReadonlyArray<ProfileMds2Question> = deepFreeze(
  questions.map(({ id, favourableAnswer }) => ({
    id,
    favourable: FAVOURABLE[favourableAnswer] ?? "context",
    requirementIds: mapping.rows.filter((row) => row.from === id && "denies" in row).map((row) => row.to),
  })),
);
