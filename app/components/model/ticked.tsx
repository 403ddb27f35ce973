import { createContext, type ReactNode, useCallback, useContext, useMemo, useState } from "react";

/** The form that what is ticked belongs to, wherever on the page the boxes stand. */
export const CHOSEN_FORM = "chosen-form";

type Ticked = {
  keys: ReadonlySet<string>;
  set(keys: Iterable<string>, isOn: boolean): void;
  clear(): void;
};

const NOTHING: ReadonlySet<string> = new Set();
const TickedContext = createContext<Ticked>({ keys: NOTHING, set() {}, clear() {} });

/** What is ticked stays ticked from page to page; an element that stands in two lists is ticked in both. */
export function TickedProvider({ children }: { children: ReactNode }) {
  const [keys, setKeys] = useState(NOTHING);
  const set = useCallback((changed: Iterable<string>, isOn: boolean) => {
    setKeys((before) => {
      const next = new Set(before);
      for (const key of changed) {
        if (isOn) next.add(key);
        else next.delete(key);
      }
      return next;
    });
  }, []);
  const clear = useCallback(() => setKeys(NOTHING), []);
  const ticked = useMemo(() => ({ keys, set, clear }), [keys, set, clear]);
  return <TickedContext.Provider value={ticked}>{children}</TickedContext.Provider>;
}

export function useTicked(): Ticked {
  return useContext(TickedContext);
}

type TickBoxProps = { value: string; label: string; isReachable?: boolean };

/** A box that chooses an element, `zone:icu`, for what is done with several. */
export function TickBox({ value, label, isReachable = true }: TickBoxProps) {
  const { keys, set } = useTicked();
  return (
    <input
      type="checkbox"
      className="tick-box"
      form={CHOSEN_FORM}
      name="chosen"
      value={value}
      aria-label={label}
      tabIndex={isReachable ? undefined : -1}
      checked={keys.has(value)}
      onChange={({ target }) => set([value], target.checked)}
    />
  );
}
