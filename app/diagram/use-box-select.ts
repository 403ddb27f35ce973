import { type PointerEvent, type SyntheticEvent, useEffect, useRef, useState } from "react";
import type { Box, Point } from "./geometry";
import { followPointer, swallowClick } from "./pointer-drag";
import { boxBetween } from "./selection";

type BoxSelectOptions = {
  /** The tool is on: no Shift is needed. */
  isOn: boolean;
  toCanvas(pointer: Point): Point;
  onSelect(box: Box, isAdding: boolean): void;
};

/** Buttons and grips mean themselves, whatever is held down. */
const OWN_MEANING = ".react-flow__handle, .react-flow__resize-control, .conduit-end, input, .canvas-aside";

/** Drawing a box around what is to be chosen: with Shift held down anywhere on the canvas, or with the tool. */
export function useBoxSelect({ isOn, toCanvas, onSelect }: BoxSelectOptions) {
  const [box, setBox] = useState<Box | null>(null);
  const latest = useRef({ toCanvas, onSelect });
  latest.current = { toCanvas, onSelect };
  const end = useRef<() => void>(() => {});
  useEffect(() => () => end.current(), []);

  const isMeant = (event: { target: EventTarget; shiftKey: boolean }) =>
    (isOn || event.shiftKey) && event.target instanceof Element && !event.target.closest(OWN_MEANING);

  const onPointerDownCapture = (event: PointerEvent) => {
    if (!isMeant(event) || event.button !== 0 || !event.isPrimary) return;
    const from = { x: event.clientX, y: event.clientY };
    const isAdding = event.shiftKey;
    const boxTo = (at: Point) => boxBetween(latest.current.toCanvas(from), latest.current.toCanvas(at));
    end.current = followPointer(from, {
      onMove: (at) => setBox(boxTo(at)),
      onDrop(at) {
        swallowClick();
        latest.current.onSelect(boxTo(at), isAdding);
      },
      onEnd: () => setBox(null),
    });
  };

  /** The canvas would pan, drag a zone or mark a text. */
  const onPressCapture = (event: SyntheticEvent<Element, MouseEvent | TouchEvent>) => {
    if (!isMeant({ target: event.target, shiftKey: event.nativeEvent.shiftKey })) return;
    event.stopPropagation();
    if (event.type === "mousedown") event.preventDefault();
  };

  return {
    box,
    handlers: {
      onPointerDownCapture,
      onMouseDownCapture: onPressCapture,
      onTouchStartCapture: onPressCapture,
    },
  };
}
