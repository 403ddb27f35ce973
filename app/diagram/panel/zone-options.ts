import { indentedName } from "~/components/model/indent";
import type { SelectOption } from "~/components/select-field";
import { childrenOf, type ZoneModelIndex } from "~/domain/zone-model/queries";

/** All zones as choices of a select, sub-zones indented below the zone around them. */
export function zoneOptions(
  index: ZoneModelIndex,
  isOffered: (zoneId: string) => boolean = () => true,
): ReadonlyArray<SelectOption> {
  const walk = (parentId: string | null, depth: number): ReadonlyArray<SelectOption> =>
    childrenOf(index, parentId).flatMap(({ id, name }) => [
      ...(isOffered(id) ? [{ value: id, label: indentedName({ name, depth }) }] : []),
      ...walk(id, depth + 1),
    ]);
  return walk(null, 0);
}
