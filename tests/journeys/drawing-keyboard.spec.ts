import type { Locator, Page } from "@playwright/test";
import { HOSPITAL_PEOPLE } from "~/demo/people";
import { paths } from "~/paths";
import { canvasOf, createModel, expectSaved, panelOf, zoneOnCanvas } from "./drawing";
import { button, checkPage, expect, test } from "./journey";
import { t } from "./words";

const { engineer } = HOSPITAL_PEOPLE;

test("with the keyboard alone: drawn, joined, arranged, copied, collapsed, renamed, and taken back", async ({
  journey,
}) => {
  test.slow();
  const page = await journey.openFor(engineer);
  const { ward, lab } = await drawWardAndLab(page, "Drawn by keyboard");

  // A conduit from the zone with the focus to the other one.
  const [key, back] = await arrowsBetween(lab, ward);
  await page.keyboard.press("c");
  await page.keyboard.press(key);
  await expect(ward).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(canvasOf(page).locator(".conduit-label")).toHaveCount(1);

  // Both zones: moved and aligned as one gesture each.
  // The new conduit is chosen; without it the keys mean the zone that has the focus.
  await page.keyboard.press("Escape");
  await tabTo(page, ward);
  const before = await leftOf(ward);
  await page.keyboard.press("Alt+ArrowRight");
  await page.keyboard.press("Alt+ArrowRight");
  await expect.poll(async () => (await leftOf(ward)) - before).toBe(16);
  await page.keyboard.press(`Shift+${back}`);
  await expect(lab).toBeFocused();
  await expect(panelHeading(page)).toContainText(t("diagram:several.zone", { count: 2 }));
  const both = () => Promise.all([leftOf(ward), leftOf(lab)]);
  const start = await both();
  await page.keyboard.press("Alt+ArrowRight");
  await expect.poll(async () => (await both()).map((left, n) => left - (start[n] ?? 0))).toEqual([8, 8]);
  const moved = await both();
  await page.keyboard.press("Shift+L");
  await expect.poll(async () => (await leftOf(ward)) - (await leftOf(lab))).toBe(0);
  await page.keyboard.press("Control+z");
  await expect.poll(both).toEqual(moved);
  await page.keyboard.press("Shift+T");
  await page.keyboard.press("Shift+W");

  // One of both taken out of the selection again; the other duplicated and deleted.
  await page.keyboard.press("Shift+Space");
  await expect(panelHeading(page)).toContainText("Ward");
  await page.keyboard.press("Control+d");
  await expect(zoneOnCanvas(page, "Ward (2)")).toBeVisible();
  await expect(panelHeading(page)).toContainText("Ward (2)");
  await page.keyboard.press("Delete");
  await expect(zoneOnCanvas(page, "Ward (2)")).toHaveCount(0);
  await expect(lab).toBeFocused();

  // An asset by the panel, then the zone collapsed and opened.
  await tabTo(page, ward);
  await page.keyboard.press("Enter");
  await expect(panelHeading(page)).toContainText("Ward");
  await tabTo(page, button(panelOf(page), t("diagram:panel.addAsset")));
  await page.keyboard.press("Enter");
  await expect(panelOf(page).locator("#asset-name")).toBeFocused();
  await page.keyboard.type("Monitor");
  await page.keyboard.press("Enter");
  await page.keyboard.press("Escape");
  await expect(ward).toBeFocused();
  const told = page.locator(".zone-editor > [role='status'].sr-only").first();
  await page.keyboard.press("f");
  await expect(ward).toHaveAccessibleName(/collapsed/);
  await expect(told).toHaveText(`${t("diagram:change.collapse-zone", { name: "Ward" })}.`);
  await page.keyboard.press("f");
  await expect(ward).not.toHaveAccessibleName(/collapsed/);
  await expect(told).toHaveText(`${t("diagram:change.open-zone", { name: "Ward" })}.`);

  // Its assets chosen, cut, and pasted into the other zone.
  await page.keyboard.press("a");
  await expect(panelHeading(page)).toContainText("Monitor");
  await page.keyboard.press("Control+x");
  await expect(canvasOf(page).locator(".asset-tile")).toHaveCount(0);
  await tabTo(page, lab);
  await page.keyboard.press("Control+v");
  await expect(canvasOf(page).locator(".asset-tile")).toHaveText("Monitor");
  await expect(lab).toHaveAccessibleName(/1 asset\b/);

  // Menu and help.
  await tabTo(page, lab);
  await page.keyboard.press("Shift+F10");
  const menu = page.getByRole("menu", { name: t("diagram:menu.label") });
  await expect(menu).toBeVisible();
  await expect(menu.getByRole("menuitem").first()).toBeFocused();
  await checkPage(page);
  await page.keyboard.press("Escape");
  await expect(menu).toHaveCount(0);
  await expect(lab).toBeFocused();
  await page.keyboard.press("?");
  const help = page.getByRole("dialog", { name: t("diagram:help.title") });
  await expect(help).toContainText(t("diagram:action.distributeAcross"));
  await checkPage(page);
  await page.keyboard.press("Escape");
  await expect(help).toHaveCount(0);

  // Everything chosen and deleted is one step to undo.
  await tabTo(page, lab);
  await page.keyboard.press("Control+a");
  await expect(panelHeading(page)).toContainText(t("diagram:several.conduit", { count: 1 }));
  await page.keyboard.press("Delete");
  await expect(canvasOf(page).locator(".zone-title")).toHaveCount(0);
  await page.keyboard.press("Control+z");
  await expect(canvasOf(page).locator(".zone-title")).toHaveCount(2);
  await expect(canvasOf(page).locator(".conduit-label")).toHaveCount(1);
  await expect(canvasOf(page).locator(".asset-tile")).toHaveText("Monitor");
  await expectSaved(page);
  await page.reload();
  await expect(ward).toBeVisible();
  await expect(lab).toBeVisible();
});

test("deleting leaves the focus where it is, and where somebody has put it since", async ({ journey }) => {
  const page = await journey.openFor(engineer);
  const { ward, lab } = await drawWardAndLab(page, "Focus that stays");

  // The copy is chosen, and the focus still on its original.
  await page.keyboard.press("Control+d");
  await expect(panelHeading(page)).toContainText("Lab (2)");
  await page.keyboard.press("Delete");
  await expect(zoneOnCanvas(page, "Lab (2)")).toHaveCount(0);
  await someFrames(page);
  await expect(lab).toBeFocused();

  // Whoever is faster than the canvas keeps the focus.
  await lab.evaluate((title) => {
    title.dispatchEvent(new KeyboardEvent("keydown", { key: "Delete", bubbles: true, cancelable: true }));
    document.querySelector<HTMLElement>(".skip-link")?.focus();
  });
  await expect(lab).toHaveCount(0);
  await someFrames(page);
  await expect(page.locator(".skip-link")).toBeFocused();
  await expect(ward).toBeVisible();
});

/** A new model of two zones, by the keyboard; the second has the focus. */
async function drawWardAndLab(page: Page, model: string): Promise<{ ward: Locator; lab: Locator }> {
  await page.goto(paths.newModel());
  await createModel(page, model, `${model} site`);
  await expect(canvasOf(page)).toBeVisible();
  await tabTo(page, button(page, t("diagram:toolbar.addZone")));
  await page.keyboard.press("Enter");
  await takeOwnKind(page);
  await rename(page, "Ward");
  await page.keyboard.press("+");
  await takeOwnKind(page);
  await rename(page, "Lab");
  return { ward: zoneOnCanvas(page, "Ward"), lab: zoneOnCanvas(page, "Lab") };
}

/** As many as the canvas waits for what is not drawn yet, and more. */
function someFrames(page: Page): Promise<void> {
  return page.evaluate(async () => {
    for (let frames = 0; frames < 30; frames += 1) await new Promise(requestAnimationFrame);
  });
}

/** Presses Tab until an element has the focus: whoever has no mouse gets there too. */
async function tabTo(page: Page, wanted: Locator): Promise<void> {
  for (let presses = 0; presses < 150; presses += 1) {
    if (await wanted.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press("Tab");
  }
  throw new Error(`Tab does not lead to ${wanted}`);
}

/** Takes a zone of its own kind from the palette, at the top even where a zone is selected. */
async function takeOwnKind(page: Page): Promise<void> {
  const inside = panelOf(page).getByRole("checkbox");
  if (await inside.isVisible()) {
    await tabTo(page, inside);
    await page.keyboard.press("Space");
  }
  await tabTo(page, panelOf(page).getByRole("button", { name: t("diagram:palette.own") }));
  await page.keyboard.press("Enter");
  await expect(zoneOnCanvas(page, t("diagram:palette.newZone"))).toBeFocused();
}

/** The new zone has the focus. */
async function rename(page: Page, name: string): Promise<void> {
  await page.keyboard.press("F2");
  const field = canvasOf(page).getByRole("textbox", {
    name: t("diagram:rename.label", { name: t("diagram:palette.newZone") }),
  });
  await expect(field).toBeFocused();
  await page.keyboard.type(name);
  await page.keyboard.press("Enter");
  await expect(zoneOnCanvas(page, name)).toBeFocused();
}

function panelHeading(page: Page): Locator {
  return panelOf(page).locator(".panel-heading");
}

/** From the left side of the canvas: the page itself may become narrower by a scroll bar. */
function leftOf(title: Locator): Promise<number> {
  return title.evaluate((element) => {
    const canvas = element.closest(".canvas");
    return Math.round(element.getBoundingClientRect().x - (canvas?.getBoundingClientRect().x ?? Number.NaN));
  });
}

/** The arrow keys that lead from one zone to the other and back. */
async function arrowsBetween(from: Locator, to: Locator): Promise<readonly [string, string]> {
  const [a, b] = [await from.boundingBox(), await to.boundingBox()];
  const [x, y] = [(b?.x ?? 0) - (a?.x ?? 0), (b?.y ?? 0) - (a?.y ?? 0)];
  if (Math.abs(x) > Math.abs(y)) return x > 0 ? ["ArrowRight", "ArrowLeft"] : ["ArrowLeft", "ArrowRight"];
  return y > 0 ? ["ArrowDown", "ArrowUp"] : ["ArrowUp", "ArrowDown"];
}
