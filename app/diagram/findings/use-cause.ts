import { useCallback, useEffect, useMemo, useState } from "react";
import type { ZoneModelIndex } from "~/domain/zone-model/queries";
import type { ModelFinding } from "~/domain/zone-model/rules/rule";
import type { SortedFindings } from "~/domain/zone-model/waivers";
import { keyOf } from "../element-ref";
import { type Selection, soleOf } from "../selection";
import { type Cause, causeOf } from "./cause";

export type Tracing = {
  /** The finding whose cause is drawn; null where none is. */
  finding: ModelFinding | null;
  cause: Cause | null;
  trace(finding: ModelFinding): void;
  end(): void;
};

/** The finding that was chosen, as long as it stands and its element is what is selected. */
export function useCause(
  { open, waived }: SortedFindings,
  index: ZoneModelIndex,
  selection: Selection,
  show: (element: ModelFinding["element"]) => void,
): Tracing {
  const [chosenId, setChosenId] = useState<string | null>(null);
  const sole = soleOf(selection);
  const found = useMemo(() => {
    if (chosenId === null) return undefined;
    const isChosen = ({ id }: ModelFinding) => id === chosenId;
    return open.find(isChosen) ?? waived.find(({ finding }) => isChosen(finding))?.finding;
  }, [open, waived, chosenId]);
  const finding = found && sole && keyOf(sole) === keyOf(found.element) ? found : null;
  const isOver = chosenId !== null && finding === null;
  useEffect(() => {
    if (isOver) setChosenId(null);
  }, [isOver]);
  const cause = useMemo(() => finding && causeOf(index, finding), [index, finding]);
  const end = useCallback(() => setChosenId(null), []);
  return {
    finding,
    cause,
    end,
    trace(next) {
      setChosenId(next.id);
      show(next.element);
    },
  };
}
