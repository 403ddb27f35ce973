/** Takes back or repeats a step within a page. False where it was none of its own. */
type Taker = () => boolean;
const takers = new Set<Taker>();

/**
 * Call before the router is made: a window calls its listeners in the order in which they came, those that capture
 * among them, and the router would read the whole page again for a step that only changes what of it is shown.
 */
export function listenBeforeRouter(): void {
  window.addEventListener("popstate", (event) => {
    for (const take of takers)
      if (take()) {
        event.stopImmediatePropagation();
        return;
      }
  });
}

/** Asks `take` first whenever the browser goes back or forward, until the function that is returned is called. */
export function takeSteps(take: Taker): () => void {
  takers.add(take);
  return () => {
    takers.delete(take);
  };
}
