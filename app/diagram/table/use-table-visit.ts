import { useEffect, useMemo, useRef, useState } from "react";
import type { ElementRef } from "~/domain/zone-model/zone-model";
import type { OtherVisit } from "../editing/open-visit";
import type { News } from "../editing/post-edits";
import { usePresence } from "../editing/use-presence";
import { focusedKey, refOfKey } from "./focused-element";

type TableVisit = {
  visits: ReadonlyArray<OtherVisit>;
  /** Who saved something since the page was read; null while it shows what is saved. */
  savedBy: ReadonlyArray<string> | null;
};

/** What somebody else saved; without a name where it was too much to list. */
type Told = { version: number; personName: string | null };
type Shown = { modelId: string; version: number; personId: string };

/**
 * That somebody has the table open, and at which element: whose forms are open, else where the keyboard is. What others
 * save meanwhile is told and not put in: a form that is half filled in would be sent for what nobody has seen.
 */
export function useTableVisit({ modelId, version, personId }: Shown, picked: ElementRef | null): TableVisit {
  const heard = useRef(version);
  heard.current = Math.max(heard.current, version);
  const [told, setTold] = useState<ReadonlyArray<Told>>([]);
  const takeNews = (news: News) => {
    if (news.version <= heard.current) return;
    heard.current = news.version;
    const others = news.edits.filter((edit) => edit.personId !== personId);
    const added = news.isComplete ? others : [{ version: news.version, personName: null }];
    if (added.length > 0) setTold((before) => [...before, ...added]);
  };
  const [focused, setFocused] = useState<string | null>(null);
  useEffect(() => {
    const onFocus = () => {
      const key = focusedKey();
      if (key !== null) setFocused(key);
    };
    document.addEventListener("focusin", onFocus);
    return () => document.removeEventListener("focusin", onFocus);
  }, []);
  const at = useMemo(() => (focused === null ? null : refOfKey(focused)), [focused]);
  const visits = usePresence(
    modelId,
    { version: () => heard.current, takeNews, areNamed: true },
    picked ?? at,
  );
  const unseen = told.filter((edit) => edit.version > version);
  const names = unseen.flatMap(({ personName }) => (personName === null ? [] : [personName]));
  return { visits, savedBy: unseen.length > 0 ? [...new Set(names)] : null };
}
