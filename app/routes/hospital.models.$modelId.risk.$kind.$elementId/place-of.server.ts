import type { LoaderFunctionArgs } from "@remix-run/node";
import { TARGETED_KINDS, type TargetedElement } from "~/domain/risk/target-record";
import { AppError } from "~/domain/shared/app-error";

/** Which element of which model the address names. Throws where it names something that has no target. */
export function placeOf({ params }: Pick<LoaderFunctionArgs, "params">): {
  modelId: string;
  element: TargetedElement;
} {
  const { modelId = "", elementId = "" } = params;
  const kind = TARGETED_KINDS.find((known) => known === params.kind);
  if (!kind) throw new AppError("not-found", "only zones and conduits have a target");
  return { modelId, element: { kind, id: elementId } };
}
