import { useMemo, useState } from "react";
import type { ZoneModelIndex } from "~/domain/zone-model/queries";
import { refOf } from "./element-ref";
import { NOTHING, present, type Selection, selectionOf } from "./selection";

/** What is chosen; what others delete falls out of it. */
export function useSelection(index: ZoneModelIndex, initialElement: string | null) {
  const [chosen, setChosen] = useState<Selection>(() => {
    const first = refOf(index, initialElement);
    return first ? selectionOf([first]) : NOTHING;
  });
  const selection = useMemo(() => present(chosen, index), [chosen, index]);
  return { selection, setChosen };
}
