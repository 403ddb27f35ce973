import { createContext, type ReactNode, useContext, useMemo } from "react";
import type { ElementRef } from "~/domain/zone-model/zone-model";
import type { OtherVisit } from "../editing/open-visit";
import { initialsOf, toneOf } from "./initials";

type Visitors = { all: ReadonlyArray<OtherVisit>; byElement: ReadonlyMap<string, ReadonlyArray<string>> };

const NOBODY: Visitors = { all: [], byElement: new Map() };
const VisitorsContext = createContext(NOBODY);

/** Makes known to everything inside who else is here and what they have selected. */
export function VisitorsProvider({
  visits,
  children,
}: {
  visits: ReadonlyArray<OtherVisit>;
  children: ReactNode;
}) {
  const visitors = useMemo(() => {
    const byElement = new Map<string, Array<string>>();
    for (const { element, personName } of visits) {
      if (!element) continue;
      const key = `${element.kind}:${element.id}`;
      const names = byElement.get(key) ?? [];
      if (!names.includes(personName)) names.push(personName);
      byElement.set(key, names);
    }
    return visits.length === 0 ? NOBODY : { all: visits, byElement };
  }, [visits]);
  return <VisitorsContext.Provider value={visitors}>{children}</VisitorsContext.Provider>;
}

export function useVisitors(): Visitors {
  return useContext(VisitorsContext);
}

/** The initials of those who have this element selected; nothing where nobody has. */
export function VisitorMark({ kind, id }: ElementRef) {
  const names = useVisitors().byElement.get(`${kind}:${id}`);
  if (!names) return null;
  return (
    <span className="visitor-mark">
      {names.map((name) => (
        <Avatar key={name} name={name} />
      ))}
    </span>
  );
}

export function Avatar({ name }: { name: string }) {
  return (
    <span className={`avatar avatar-${toneOf(name)}`} role="img" aria-label={name} title={name}>
      {initialsOf(name)}
    </span>
  );
}
