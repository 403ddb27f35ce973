import type { TargetedElement } from "~/domain/risk/target-record";
import { AppError } from "~/domain/shared/app-error";
import type { Conduit, Zone, ZoneModel } from "~/domain/zone-model/zone-model";

/** The zone or conduit of a draft; throws where it has none of that kind and id. */
export function requireTargeted(draft: ZoneModel, { kind, id }: TargetedElement): Zone | Conduit {
  const element = (kind === "zone" ? draft.zones : draft.conduits).find((one) => one.id === id);
  if (!element) throw new AppError("not-found", `there is no such ${kind}`);
  return element;
}
