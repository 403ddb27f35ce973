import { useEffect, useState } from "react";
import type { ElementRef } from "~/domain/zone-model/zone-model";
import { newId } from "./new-id";
import { type OtherVisit, openVisit } from "./open-visit";
import { leaveModel, type News, renewVisit } from "./post-edits";

const NOBODY: ReadonlyArray<OtherVisit> = [];

/** What the page shows; must be the same functions for as long as it is open. */
type Shown = {
  version(): number;
  takeNews(news: News): void;
  /** The page has no model in which it could look up what is selected elsewhere. */
  areNamed?: boolean;
};

/** Who else has the model open. The same question brings what they saved. */
export function usePresence(
  modelId: string,
  { version, takeNews, areNamed = false }: Shown,
  selected: ElementRef | null,
): ReadonlyArray<OtherVisit> {
  const [others, setOthers] = useState(NOBODY);
  const [visit] = useState(() => {
    const visitId = newId();
    return openVisit({
      renew: (state) => renewVisit(modelId, { visitId, areNamed, ...state }),
      leave: () => leaveModel(modelId, visitId),
      version,
      // The same answer again draws nothing again.
      onVisits: (found) => setOthers((known) => (isSame(known, found) ? known : found)),
      onNews: takeNews,
    });
  });

  useEffect(() => {
    const look = () => (document.visibilityState === "visible" ? visit.open() : visit.close());
    look();
    document.addEventListener("visibilitychange", look);
    window.addEventListener("pagehide", visit.close);
    return () => {
      document.removeEventListener("visibilitychange", look);
      window.removeEventListener("pagehide", visit.close);
      visit.close();
    };
  }, [visit]);

  useEffect(() => visit.select(selected), [visit, selected]);
  return others;
}

function isSame(known: ReadonlyArray<OtherVisit>, found: ReadonlyArray<OtherVisit>): boolean {
  return JSON.stringify(known) === JSON.stringify(found);
}
