import { useSyncExternalStore } from "react";

const nothing = () => () => undefined;

/** False on the server and in the first render of the browser: where scripts run, what only they can do appears. */
export function useIsHydrated(): boolean {
  return useSyncExternalStore(
    nothing,
    () => true,
    () => false,
  );
}
