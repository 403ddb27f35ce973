type Turn = { stop: () => void; done: Promise<unknown> };

/**
 * Work on one thing, one after the other; each that comes asks the one before it to stop. A sender whose line was cut
 * comes back long before the portal notices that the old request is dead.
 */
export function takeTurns() {
  const turns = new Map<string, Turn>();
  return async <T>(key: string, work: (stopped: Promise<"stopped">) => Promise<T>): Promise<T> => {
    const before = turns.get(key);
    before?.stop();
    let stop = () => {};
    const stopped = new Promise<"stopped">((resolve) => {
      stop = () => resolve("stopped");
    });
    const outcome = (async () => {
      await before?.done;
      return work(stopped);
    })();
    const turn = { stop, done: outcome.catch(() => undefined) };
    turns.set(key, turn);
    try {
      return await outcome;
    } finally {
      if (turns.get(key) === turn) turns.delete(key);
    }
  };
}
