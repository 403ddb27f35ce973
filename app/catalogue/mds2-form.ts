import type { Mds2FormQuestion } from "~/domain/declaration/mds2-suggestions";
import { deepFreeze } from "./freeze";
import mapping from "./mappings/mds2-2019--iec-62443-4-2.json";
import { MDS2_QUESTIONS } from "./mds2-questions";

/** The MDS2 2019 with every row that an answer is evidence for, and how sure that mapping is: what suggestions are made of. */
export const MDS2_FORM: ReadonlyArray<Mds2FormQuestion> = deepFreeze(
  MDS2_QUESTIONS.map(({ id, favourable }) => ({
    id,
    favourable,
    rows: mapping.rows
      .filter((row) => row.from === id)
      .map((row) => ({
        requirementId: row.to,
        denies: "denies" in row,
        // The catalogue's schema knows no other word; a JSON module forgets it.
        confidence: row.confidence as Mds2FormQuestion["rows"][number]["confidence"],
      })),
  })),
);
