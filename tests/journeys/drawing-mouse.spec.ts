import type { Locator, Page } from "@playwright/test";
import { HOSPITAL_PEOPLE } from "~/demo/people";
import { paths } from "~/paths";
import {
  canvasOf,
  centreOf,
  createModel,
  dragZone,
  drawConduit,
  drawZone,
  expectSaved,
  panelOf,
  zoneOnCanvas,
} from "./drawing";
import { button, checkPage, expect, test } from "./journey";
import { t } from "./words";

const { engineer } = HOSPITAL_PEOPLE;

test("with the mouse: several at once, aligned, duplicated, collapsed, renamed, and pasted into another model", async ({
  journey,
}) => {
  test.slow();
  const page = await journey.openFor(engineer);
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await openNewModel(page, "Drawn by mouse");
  for (const name of ["Ward", "Theatre", "Pharmacy"]) await drawZone(page, name);
  await button(page, t("diagram:toolbar.fit")).click();
  await dragZone(page, "Theatre", { x: 61, y: 37 });
  await expect
    .poll(async () => new Set(await leftsOf(page, ["Ward", "Theatre", "Pharmacy"])).size)
    .toBeGreaterThan(1);
  const before = await leftsOf(page, ["Ward", "Theatre", "Pharmacy"]);

  await shiftDragAround(page, ["Ward", "Theatre", "Pharmacy"]);
  await expect(panelHeading(page)).toContainText(t("diagram:several.zone", { count: 3 }));
  await checkPage(page);
  await button(tools(page), t("diagram:action.left")).click();
  await expect.poll(async () => new Set(await leftsOf(page, ["Ward", "Theatre", "Pharmacy"])).size).toBe(1);
  await button(page, t("diagram:toolbar.undo")).click();
  await expect.poll(() => leftsOf(page, ["Ward", "Theatre", "Pharmacy"])).toEqual(before);

  await button(tools(page), t("diagram:toolbar.duplicate")).click();
  for (const name of ["Ward (2)", "Theatre (2)", "Pharmacy (2)"])
    await expect(zoneOnCanvas(page, name)).toBeAttached();
  await expect(panelHeading(page)).toContainText(t("diagram:several.zone", { count: 3 }));
  await button(tools(page), t("diagram:toolbar.remove")).click();
  await expect(zoneOnCanvas(page, "Ward (2)")).toHaveCount(0);
  await expectSaved(page);

  // Assets out of a zone, into another one, and two together.
  await zoneOnCanvas(page, "Ward").click();
  for (const name of ["Monitor", "Pump"]) await addAsset(page, "Ward", name);
  await drag(page, tile(page, "Monitor"), await freeSpot(page));
  const tray = page.locator(".asset-tray");
  await expect(tray).toContainText(t("diagram:tray.title", { count: 1 }));
  await expect(page.locator("#findings")).toContainText("Monitor");
  await checkPage(page);
  await drag(
    page,
    tray.getByRole("button", { name: "Monitor" }),
    await centreOf(zoneOnCanvas(page, "Pharmacy")),
  );
  await expect(tray).toHaveCount(0);
  await tile(page, "Monitor").click();
  await tile(page, "Pump").click({ modifiers: ["Control"] });
  await expect(panelHeading(page)).toContainText(t("diagram:several.asset", { count: 2 }));
  await drag(page, tile(page, "Pump"), await centreOf(zoneOnCanvas(page, "Theatre")));
  await expect(tilesOf(page, "Theatre")).toHaveCount(2);

  await zoneOnCanvas(page, "Theatre").click();
  await canvasOf(page)
    .getByRole("button", { name: t("diagram:zone.collapse", { name: "Theatre" }) })
    .click();
  await expect(zoneOnCanvas(page, "Theatre")).toHaveAccessibleName(/collapsed/);
  await expect(tilesOf(page, "Theatre")).toHaveCount(0);
  await canvasOf(page)
    .getByRole("button", { name: t("diagram:zone.expand", { name: "Theatre" }) })
    .click();
  await expect(tilesOf(page, "Theatre")).toHaveCount(2);

  await zoneOnCanvas(page, "Theatre").dblclick();
  const field = canvasOf(page).getByRole("textbox", { name: t("diagram:rename.label", { name: "Theatre" }) });
  await field.fill("Hybrid theatre");
  await field.press("Enter");
  await expect(zoneOnCanvas(page, "Hybrid theatre")).toBeVisible();

  // A conduit from a grip of a chosen zone, whose end then goes to another one.
  await zoneOnCanvas(page, "Ward").click();
  await drawConduit(page, "Ward", "Hybrid theatre");
  const to = panelOf(page).getByRole("combobox", { name: t("model:conduit.to") });
  await expect(to.locator("option:checked")).toHaveText("Hybrid theatre");
  await drag(
    page,
    canvasOf(page).locator('.conduit-end[data-end="to"] .conduit-end-mark'),
    await centreOf(zoneOnCanvas(page, "Pharmacy")),
  );
  await expect(to.locator("option:checked")).toHaveText("Pharmacy");

  // A side on the left pulled out; what is inside stays.
  await zoneOnCanvas(page, "Hybrid theatre").click();
  const wide = await boxOf(page, "Hybrid theatre");
  // Beside its middle, where conduits begin.
  const side = { x: wide.x, y: wide.y + wide.height / 4 };
  await drag(page, side, { x: side.x - 60, y: side.y });
  await expect.poll(async () => (await boxOf(page, "Hybrid theatre")).width).toBeGreaterThan(wide.width + 40);
  await expectSaved(page);

  // Copied by the menu of the right button, with both assets inside.
  await zoneOnCanvas(page, "Hybrid theatre").click({ button: "right" });
  await page.getByRole("menuitem", { name: t("diagram:action.copy") }).click();
  await openNewModel(page, "Pasted by mouse");
  await canvasOf(page).click({ button: "right", position: { x: 200, y: 200 } });
  const [canvas, menu] = [await canvasOf(page).boundingBox(), await page.getByRole("menu").boundingBox()];
  // Where the pointer is, not in a corner.
  expect(Math.abs((menu?.x ?? 0) - (canvas?.x ?? 0) - 200)).toBeLessThan(16);
  expect(Math.abs((menu?.y ?? 0) - (canvas?.y ?? 0) - 200)).toBeLessThan(16);
  await page.getByRole("menuitem", { name: t("diagram:action.paste") }).click();
  await expect(zoneOnCanvas(page, "Hybrid theatre")).toBeVisible();
  await expect(tilesOf(page, "Hybrid theatre")).toHaveCount(2);
  await expectSaved(page);
  await page.reload();
  await expect(zoneOnCanvas(page, "Hybrid theatre")).toBeVisible();

  // What is none of ours is refused in words, and changes nothing.
  for (const [text, reason] of [
    ["Dear all, please find attached", "not-a-fragment"],
    ['{"cordon":"zone-model-fragment","version":1,"zones":[{"id":"__proto__"}]}', "unreadable"],
  ] as const) {
    await page.evaluate((value) => navigator.clipboard.writeText(value), text);
    await page.keyboard.press("Control+v");
    await expect(page.getByText(t(`diagram:clipboard.reason.${reason}`))).toBeVisible();
  }
  await checkPage(page);
  await expect(canvasOf(page).locator(".zone-title")).toHaveCount(1);
});

async function openNewModel(page: Page, name: string): Promise<void> {
  await page.goto(paths.newModel());
  await createModel(page, name, `${name} site`);
  await expect(button(page, t("diagram:toolbar.addZone"))).toBeVisible();
  await expect(canvasOf(page)).toBeVisible();
}

function tools(page: Page): Locator {
  return page.getByRole("group", { name: t("diagram:toolbar.arrange") });
}

function panelHeading(page: Page): Locator {
  return panelOf(page).locator(".panel-heading");
}

function tile(page: Page, name: string): Locator {
  return canvasOf(page).locator(".react-flow__node .asset-tile").filter({ hasText: name });
}

function nodeOf(page: Page, zone: string): Locator {
  return canvasOf(page)
    .locator(".react-flow__node")
    .filter({ has: page.getByRole("button", { name: `${zone}, ` }) });
}

function tilesOf(page: Page, zone: string): Locator {
  return nodeOf(page, zone).locator(".asset-tile");
}

async function addAsset(page: Page, zone: string, name: string): Promise<void> {
  await zoneOnCanvas(page, zone).click();
  await button(panelOf(page), t("diagram:panel.addAsset")).click();
  const field = panelOf(page).locator("#asset-name");
  await field.fill(name);
  await field.press("Enter");
  await expect(tile(page, name)).toBeVisible();
}

async function boxOf(page: Page, zone: string) {
  const box = await nodeOf(page, zone).boundingBox();
  if (!box) throw new Error(`${zone} is not on the screen`);
  return box;
}

async function leftsOf(page: Page, zones: ReadonlyArray<string>): Promise<ReadonlyArray<number>> {
  return Promise.all(zones.map(async (zone) => Math.round((await boxOf(page, zone)).x)));
}

/** A place on the canvas beside all zones. */
async function freeSpot(page: Page): Promise<{ x: number; y: number }> {
  const box = await canvasOf(page).boundingBox();
  if (!box) throw new Error("no canvas");
  return { x: box.x + box.width - 30, y: box.y + 30 };
}

type Point = { x: number; y: number };

async function drag(page: Page, from: Locator | Point, to: Point): Promise<void> {
  const start = "x" in from ? from : await centreOf(from);
  await page.mouse.move(start.x, start.y);
  await page.mouse.down();
  await page.mouse.move((start.x + to.x) / 2, (start.y + to.y) / 2, { steps: 4 });
  await page.mouse.move(to.x, to.y, { steps: 4 });
  await page.mouse.up();
}

async function shiftDragAround(page: Page, zones: ReadonlyArray<string>): Promise<void> {
  const boxes = await Promise.all(zones.map((zone) => boxOf(page, zone)));
  const from = { x: Math.min(...boxes.map(({ x }) => x)) - 6, y: Math.min(...boxes.map(({ y }) => y)) - 6 };
  const to = {
    x: Math.max(...boxes.map(({ x, width }) => x + width)) + 6,
    y: Math.max(...boxes.map(({ y, height }) => y + height)) + 6,
  };
  await page.keyboard.down("Shift");
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(to.x, to.y, { steps: 6 });
  await page.mouse.up();
  await page.keyboard.up("Shift");
}
