import { type RefObject, useEffect, useState } from "react";

/** Whether a region overflows: only then it is worth a stop of the Tab key. True until the browser knows. */
export function useIsScrollable(region: RefObject<HTMLElement | null>): boolean {
  const [isScrollable, setIsScrollable] = useState(true);
  useEffect(() => {
    const element = region.current;
    if (!element || typeof ResizeObserver === "undefined") return;
    const measure = () =>
      setIsScrollable(
        element.scrollWidth > element.clientWidth || element.scrollHeight > element.clientHeight,
      );
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    if (element.firstElementChild) observer.observe(element.firstElementChild);
    return () => observer.disconnect();
  }, [region]);
  return isScrollable;
}
