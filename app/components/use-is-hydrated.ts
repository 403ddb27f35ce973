import { useSyncExternalStore } from "react";

const never = () => () => {};

/**
 * False on the server and while its page is taken over; true at once where the browser comes from another page. Where
 * scripts run, what only they can do appears.
 */
export function useIsHydrated(): boolean {
  return useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
}
