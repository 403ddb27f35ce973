import { type PointerEvent, useCallback, useEffect, useState } from "react";

/** Whether a finger was the last to touch the canvas; at first, whether fingers are all there is. */
export function useTouch() {
  const [isTouch, setIsTouch] = useState(false);
  useEffect(() => setIsTouch(matchMedia("(pointer: coarse)").matches), []);
  const onPointer = useCallback(({ pointerType }: PointerEvent) => setIsTouch(pointerType === "touch"), []);
  return { isTouch, onPointer };
}
