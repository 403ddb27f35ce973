// One edit of 300 zones in the portal's own page, made in the panel: when the rules have answered, and how long saving takes.
import { openByAddress, openPage } from "./diagram-cordon.mjs";
import { median } from "./harness.mjs";

const ASSET = "asset0";
/** The first of its zone to be safety-related: a finding comes, and goes with the next edit. */
const FLAG = "asset-flags-safetyRelated";

/**
 * Milliseconds from the edit until the findings are drawn anew (a frame later at most), and those from sending until
 * the page says that it is saved. The pause in which the portal gathers further edits before it sends is not counted.
 * @param {import("@playwright/test").BrowserContext} context @param {string} id @param {number} rounds
 */
export async function measureEdits(context, id, rounds) {
  const { page } = await openPage(context);
  await openByAddress(page, `${id}?element=${ASSET}`, 300);
  await page.locator(`input[name="${FLAG}"]`).waitFor({ state: "attached" });
  await page.waitForTimeout(2_000);
  /** @type {{ checked: number, saved: number }[]} */
  const all = [];
  for (let round = -1; round < rounds; round += 1) {
    const one = await page.evaluate(async (flag) => {
      const findings = /** @type {HTMLElement} */ (document.querySelector(".editor-state > :first-child"));
      const save = /** @type {HTMLElement} */ (document.querySelector(".save-state"));
      const until = (/** @type {() => boolean} */ isSo) =>
        new Promise((resolve, refuse) => {
          const since = performance.now();
          const look = () => {
            if (isSo()) resolve(performance.now());
            else if (performance.now() - since > 20_000) refuse(new Error("no answer to the edit"));
            else requestAnimationFrame(look);
          };
          look();
        });
      performance.clearResourceTimings();
      const box = /** @type {HTMLElement} */ (document.querySelector(`input[name="${flag}"]`));
      const before = findings.textContent;
      const start = performance.now();
      box.click();
      const checked = /** @type {number} */ (await until(() => findings.textContent !== before));
      await until(() => !save.classList.contains("save-saved"));
      const end = /** @type {number} */ (await until(() => save.classList.contains("save-saved")));
      const sent = performance
        .getEntriesByType("resource")
        .filter(({ name }) => name.endsWith("/edits"))
        .at(-1);
      if (!sent) throw new Error("nothing was sent");
      return { checked: checked - start, saved: end - sent.startTime };
    }, FLAG);
    if (round >= 0) all.push(one);
    await page.waitForTimeout(1_000);
  }
  await page.close();
  return { checked: median(all.map(({ checked }) => checked)), saved: median(all.map(({ saved }) => saved)) };
}
