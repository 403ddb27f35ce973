/** Tells later whether the focus is still where it is now, or nowhere because that has gone; else somebody has moved it. */
export function watchFocus(): () => boolean {
  const before = document.activeElement;
  return () => [before, document.body].includes(document.activeElement);
}
