import type { Point } from "./geometry";

type DragHandlers = {
  /** The pointer has moved far enough to mean it, and moves on. */
  onMove(at: Point): void;
  onDrop(at: Point): void;
  /** After a drop too; Escape and a lost pointer end without one. */
  onEnd(): void;
};

/** Less than this is a click. */
const THRESHOLD = 5;

/**
 * Follows a pointer that was pressed at `from` until it lets go. A second finger ends it without a drop: two fingers
 * zoom. Gives back how to end it early.
 */
export function followPointer(from: Point, { onMove, onDrop, onEnd }: DragHandlers): () => void {
  const listening = new AbortController();
  const { signal } = listening;
  let isDragging = false;

  const end = () => {
    if (signal.aborted) return;
    listening.abort();
    onEnd();
  };
  const move = ({ clientX: x, clientY: y }: PointerEvent) => {
    isDragging ||= Math.hypot(x - from.x, y - from.y) >= THRESHOLD;
    if (isDragging) onMove({ x, y });
  };
  const drop = ({ clientX: x, clientY: y }: PointerEvent) => {
    end();
    if (isDragging) onDrop({ x, y });
  };
  const cancel = (event: KeyboardEvent) => {
    if (event.key !== "Escape" || !isDragging) return;
    event.stopPropagation();
    end();
  };
  window.addEventListener("pointermove", move, { signal });
  window.addEventListener("pointerup", drop, { signal });
  window.addEventListener("pointercancel", end, { signal });
  window.addEventListener("pointerdown", ({ isPrimary }) => !isPrimary && end(), { signal, capture: true });
  window.addEventListener("keydown", cancel, { signal, capture: true });
  return end;
}

/** The click that follows a drag means nothing any more. */
export function swallowClick(): void {
  const swallow = (event: Event) => {
    event.stopPropagation();
    event.preventDefault();
  };
  window.addEventListener("click", swallow, { capture: true, once: true });
  // Where the browser sends none.
  setTimeout(() => window.removeEventListener("click", swallow, { capture: true }), 0);
}
