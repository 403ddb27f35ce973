import { useRef, useState } from "react";

// biome-ignore lint/suspicious/noExplicitAny: handlers of any kind, each given back with its own type
type Handlers = Readonly<Record<string, (...given: any) => unknown>>;

/**
 * The same functions as long as the component stands, each of which calls the latest of its name: React Flow draws every
 * node anew for another handler. The names must stay the same.
 */
export function useStable<Own extends Handlers>(handlers: Own): Own {
  const latest = useRef(handlers);
  latest.current = handlers;
  const [stable] = useState(() =>
    Object.fromEntries(
      Object.keys(handlers).map((name) => [
        name,
        (...given: ReadonlyArray<unknown>) => latest.current[name]?.(...given),
      ]),
    ),
  );
  // One per name of the given ones.
  return stable as Own;
}
