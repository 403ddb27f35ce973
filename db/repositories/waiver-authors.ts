import type { Db } from "../client";
import { walkModelEdits } from "./model-edits";

export type WaiverAuthor = { personName: string; at: Date };

/** Saves that are read at a time. */
const PART = 200;

/** Who waived, and when, by the id of the waiver: read off the history of the draft. The first edit counts: undo repeats it. */
export async function listWaiverAuthors(
  db: Db,
  organisationId: string,
  modelId: string,
): Promise<ReadonlyMap<string, WaiverAuthor>> {
  const edits = walkModelEdits(db, organisationId, {
    modelId,
    containing: [['"add-waiver"']],
    only: ({ type }) => type === "add-waiver",
    limit: PART,
  });
  const authors = new Map<string, WaiverAuthor>();
  for await (const { commands, personName, at } of edits)
    for (const command of commands)
      if (command.type === "add-waiver" && !authors.has(command.waiver.id))
        authors.set(command.waiver.id, { personName, at });
  return authors;
}
