import { startTransition, useEffect, useState } from "react";

/** True where the server has drawn it already; else once what matters more is drawn, in the time that is left over. */
export function useIsLater(isInBrowser: boolean): boolean {
  const [isLater, setIsLater] = useState(!isInBrowser);
  useEffect(() => startTransition(() => setIsLater(true)), []);
  return isLater;
}
