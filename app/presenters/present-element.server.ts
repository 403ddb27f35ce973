import { touchedBy } from "~/domain/zone-model/touched-elements";
import type { ElementRef } from "~/domain/zone-model/zone-model";
import { type Caller, requirePermission } from "~/use-cases/use-case.server";
import { walkModelEdits } from "~db/repositories/model-edits";
import { commentParts } from "./comment-parts.server";
import { findModelOf } from "./model-parts.server";

/** How far it looks back through what only moved the box of a zone, or only names it as a place. */
const MOST_READ = 1_000;
const PART = 50;

export type ElementRecord = {
  element: ElementRef;
  /** Who changed a fact of it last, or waived something there; null where that is too long ago to look for. */
  changed: { personName: string; at: string; version: number } | null;
} & Awaited<ReturnType<typeof commentParts>>;

/** What the panel of the diagram says of one element besides its facts: who changed it last, and what people say of it. */
export async function presentElement(
  caller: Caller,
  modelId: string,
  element: ElementRef,
): Promise<ElementRecord> {
  requirePermission(caller.actor, "model.read");
  requirePermission(caller.actor, "revision.read");
  await findModelOf(caller, modelId);
  const [changed, comments] = await Promise.all([
    lastChange(caller, modelId, element),
    commentParts(caller, modelId, element),
  ]);
  return { element, changed, ...comments };
}

/** Where a box stands is no fact: moving it is left out. */
async function lastChange(
  { actor, database }: Caller,
  modelId: string,
  element: ElementRef,
): Promise<ElementRecord["changed"]> {
  const mentioning = walkModelEdits(database.read, actor.organisationId, {
    ...{ modelId, containing: [[`"${element.id}"`]], newestFirst: true, limit: PART },
  });
  let read = 0;
  for await (const { commands, personName, at, version } of mentioning) {
    if (touchedBy(commands, element).some((part) => part !== "place"))
      return { personName, at: at.toISOString(), version };
    read += 1;
    if (read === MOST_READ) break;
  }
  return null;
}
