type Rounds = {
  round: () => Promise<void>;
  everyMs: number;
};

/**
 * Runs a round now and every so often, one at a time: while one is under way none begins. The answer stops them: it waits
 * for the round that is under way, so that the database can be closed afterwards. A round never rejects.
 */
export function startRounds({ round, everyMs }: Rounds): () => Promise<void> {
  let underWay: Promise<void> | null = null;
  const begin = () => {
    underWay ??= round().finally(() => {
      underWay = null;
    });
  };
  begin();
  const timer = setInterval(begin, everyMs);
  timer.unref();
  return async () => {
    clearInterval(timer);
    await underWay;
  };
}
