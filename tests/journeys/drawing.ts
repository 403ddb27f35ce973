import { expect, type Locator, type Page } from "@playwright/test";
import { again, button } from "./journey";
import { t } from "./words";

/** The gestures of the diagram, in the words of its tools. */

/** Fills in the form for a new model, which has to be open; returns the id of the model. */
export async function createModel(page: Page, name: string, newSite: string): Promise<string> {
  await page.getByRole("textbox", { name: t("model:new.name"), exact: true }).fill(name);
  await page
    .getByRole("combobox", { name: t("model:new.site") })
    .selectOption({ label: t("model:new.siteNone") });
  await page.getByRole("textbox", { name: t("model:new.otherSiteName") }).fill(again(newSite));
  await button(page, t("model:new.submit")).click();
  await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
  return new URL(page.url()).pathname.split("/").at(-1) ?? "";
}

export function canvasOf(page: Page): Locator {
  return page.getByRole("region", { name: t("diagram:canvas") });
}

export function panelOf(page: Page): Locator {
  return page.getByRole("complementary", { name: t("diagram:panel.label") });
}

/** The title bar of a zone on the canvas. */
export function zoneOnCanvas(page: Page, name: string): Locator {
  return canvasOf(page).getByRole("button", { name: `${name}, ` });
}

/** Presses “Add zone”, takes a kind of the palette and names the new zone. */
export async function drawZone(page: Page, name: string, { kind = t("diagram:palette.own") } = {}) {
  await button(page, t("diagram:toolbar.addZone")).click();
  const inside = panelOf(page).getByRole("checkbox");
  if (await inside.isVisible()) await inside.uncheck();
  await panelOf(page).getByRole("button", { name: kind }).click();
  await renameZone(page, name);
  await expect(zoneOnCanvas(page, name)).toBeVisible();
}

/** The zone has to be the selected one. */
export async function renameZone(page: Page, name: string): Promise<void> {
  const field = panelOf(page).getByRole("textbox", { name: t("common:name"), exact: true });
  await field.fill(name);
  await field.press("Enter");
}

/** Drags from the grip on the right of one zone onto another. */
export async function drawConduit(page: Page, from: string, to: string): Promise<void> {
  const start = await centreOf(boxOf(page, from).locator(".zone-grip.react-flow__handle-right"));
  const end = await centreOf(boxOf(page, to));
  await page.mouse.move(start.x, start.y);
  await page.mouse.down();
  await page.mouse.move((start.x + end.x) / 2, (start.y + end.y) / 2, { steps: 4 });
  await page.mouse.move(end.x, end.y, { steps: 4 });
  await page.mouse.up();
}

/** The box of a zone on the canvas. */
export function boxOf(page: Page, zone: string): Locator {
  const title = page.getByRole("button", { name: `${zone}, ` });
  return canvasOf(page).locator(".react-flow__node").filter({ has: title });
}

export async function dragZone(page: Page, name: string, by: { x: number; y: number }): Promise<void> {
  await expectRest(page);
  const start = await centreOf(zoneOnCanvas(page, name));
  await page.mouse.move(start.x, start.y);
  await page.mouse.down();
  await page.mouse.move(start.x + by.x / 2, start.y + by.y / 2, { steps: 4 });
  await page.mouse.move(start.x + by.x, start.y + by.y, { steps: 4 });
  await page.mouse.up();
}

/** Waits until the view no longer moves, as somebody does who takes aim. */
export async function expectRest(page: Page): Promise<void> {
  const viewport = canvasOf(page).locator(".react-flow__viewport");
  let last: string | null = null;
  await expect
    .poll(
      async () => {
        const before = last;
        last = await viewport.getAttribute("style");
        return before === last;
      },
      { intervals: [250] },
    )
    .toBe(true);
}

/** Waits for the autosave to say so. */
export async function expectSaved(page: Page): Promise<void> {
  await expect(page.locator(".save-state")).toContainText(t("components:saveState.saved"));
  await expect(page.locator(".save-saved")).toBeVisible();
}

export async function centreOf(locator: Locator): Promise<{ x: number; y: number }> {
  const box = await locator.boundingBox();
  if (!box) throw new Error(`${locator} is not on the screen`);
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}
