import type { ElementRef } from "~/domain/zone-model/zone-model";
import type { News } from "./post-edits";

/** Somebody else who has the model open, or the same person in another window. */
export type OtherVisit = {
  personName: string;
  isSelf: boolean;
  element: ElementRef | null;
  /** What the element is called, for a page that asks for it because it has no model. */
  elementName?: string | null;
};

export type VisitAnswer = { visits: ReadonlyArray<OtherVisit>; news: News | null };

export type VisitOptions = {
  /** Says that the page is there; undefined where the portal does not answer. Never rejects. */
  renew(visit: { element: ElementRef | null; since: number }): Promise<VisitAnswer | undefined>;
  /** Says that it is being closed, without waiting. */
  leave(): void;
  /** The version that is shown: what was saved after it is news. */
  version(): number;
  onVisits(visits: ReadonlyArray<OtherVisit>): void;
  onNews(news: News): void;
};

export type Visit = ReturnType<typeof openVisit>;

/** While nobody else is there others' edits are rare; in company they are seen within seconds. */
export const ALONE_MS = 10_000;
export const IN_COMPANY_MS = 5_000;
/** A selection settles before it is told. */
export const SELECT_MS = 700;

/** Tells the portal, while the page is looked at, that somebody is here, and what it says of others. Free of any framework. */
export function openVisit({ renew, leave, version, onVisits, onNews }: VisitOptions) {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let element: ElementRef | null = null;
  let others: ReadonlyArray<OtherVisit> = [];
  let isOpen = false;
  let isAsking = false;

  function schedule(delay: number): void {
    clearTimeout(timer);
    if (isOpen) timer = setTimeout(() => void beat(), delay);
  }

  async function beat(): Promise<void> {
    clearTimeout(timer);
    if (!isOpen || isAsking) return;
    isAsking = true;
    const told = element;
    const answer = await renew({ element, since: version() });
    isAsking = false;
    if (!isOpen) return;
    if (answer) {
      others = answer.visits;
      onVisits(others);
      if (answer.news) onNews(answer.news);
    }
    schedule(told === element ? (others.length > 0 ? IN_COMPANY_MS : ALONE_MS) : SELECT_MS);
  }

  return {
    /** The page is looked at (again). */
    open(): void {
      isOpen = true;
      void beat();
    },
    /** The page is hidden or closed: whoever does not look is not here. */
    close(): void {
      if (!isOpen) return;
      isOpen = false;
      clearTimeout(timer);
      others = [];
      onVisits(others);
      leave();
    },
    select(next: ElementRef | null): void {
      if (next?.kind === element?.kind && next?.id === element?.id) return;
      element = next;
      schedule(SELECT_MS);
    },
  };
}
