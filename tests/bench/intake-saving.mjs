// Suppliers who fill in their drafts at the same time, each saving one answer every few seconds as the answer sheet does.
import { setTimeout as pause } from "node:timers/promises";
import { ask } from "./intake-portal.mjs";

/** @typedef {{ cookie: string, declarationId: string, rows: ReadonlyArray<string> }} Saver */

const NOTE = "As the manual of the product says on page 17.";

/**
 * Times from sending an answer until the portal says that it is stored. Everybody begins at a moment of their own, so that
 * the load is even. Throws where an answer was not stored.
 * @param {string} origin @param {ReadonlyArray<Saver>} savers @param {{ everyMs: number, times: number, uncounted: number }} pace
 */
export async function timesOfSaving(origin, savers, { everyMs, times, uncounted }) {
  /** @type {number[]} */
  const took = [];
  const save = async (/** @type {Saver} */ { cookie, declarationId, rows }, /** @type {number} */ number) => {
    await pause((everyMs * number) / savers.length);
    const began = performance.now();
    for (let turn = 0; turn < times; turn += 1) {
      await pause(Math.max(0, began + turn * everyMs - performance.now()));
      // Each row once and forth, then all of them back.
      const requirementId = rows[turn % rows.length] ?? "";
      const isBack = Math.floor(turn / rows.length) % 2 === 1;
      const both = [
        { value: "met", note: NOTE },
        { value: "met-by-configuration", note: NOTE },
      ];
      const [before, answer] = isBack ? both.reverse() : both;
      const time = await saved({ origin, cookie }, declarationId, { requirementId, before, answer });
      if (turn >= uncounted) took.push(time);
    }
  };
  await Promise.all(savers.map(save));
  return took;
}

/** @param {import("./intake-portal.mjs").Session} session @param {string} declarationId @param {object} change */
async function saved(session, declarationId, change) {
  const began = performance.now();
  const answer = await ask(session, `/supplier/declarations/${declarationId}/answers`, {
    method: "POST",
    headers: { "Content-Type": "application/json", "X-Requested-With": "cordon" },
    body: JSON.stringify({ changes: [change] }),
  });
  const text = await answer.text();
  if (!answer.ok) throw new Error(`saving answered ${answer.status}: ${text.slice(0, 200)}`);
  return performance.now() - began;
}
