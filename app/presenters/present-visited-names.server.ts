import { nameOfElement } from "~/domain/zone-model/change-sentences";
import { indexModel } from "~/domain/zone-model/queries";
import type { ElementRef } from "~/domain/zone-model/zone-model";
import { type Caller, requirePermission } from "~/use-cases/use-case.server";
import { findModelOf } from "./model-parts.server";

type Visit = { personName: string; isSelf: boolean; element: ElementRef | null };

/** The same visits with what the selected elements are called, for a page that has no model of its own. */
export async function presentVisitedNames<One extends Visit>(
  caller: Caller,
  modelId: string,
  visits: ReadonlyArray<One>,
): Promise<ReadonlyArray<One & { elementName: string | null }>> {
  requirePermission(caller.actor, "model.read");
  if (visits.every(({ element }) => element === null))
    return visits.map((visit) => ({ ...visit, elementName: null }));
  const index = indexModel((await findModelOf(caller, modelId)).draft);
  return visits.map((visit) => {
    const name = visit.element ? nameOfElement(visit.element, index) : null;
    // An element that has gone meanwhile has no name.
    return { ...visit, elementName: name === visit.element?.id ? null : name };
  });
}
