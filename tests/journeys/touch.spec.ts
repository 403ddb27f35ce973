import type { Page } from "@playwright/test";
import { HOSPITAL_PEOPLE } from "~/demo/people";
import { paths } from "~/paths";
import {
  boxOf,
  canvasOf,
  centreOf,
  createModel,
  drawZone,
  expectRest,
  expectSaved,
  panelOf,
  zoneOnCanvas,
} from "./drawing";
import { button, checkPage, expect, PHONE, TABLET, test } from "./journey";
import { t } from "./words";

const { engineer } = HOSPITAL_PEOPLE;
type Point = { x: number; y: number };

test("a finger draws: zones, a conduit and an asset are moved by it, and the rest of the canvas moves the view", async ({
  journey,
}) => {
  const page = await journey.openFor(engineer, TABLET);
  await page.goto(paths.newModel());
  await createModel(page, "Drawn by finger", "Touch campus");
  await drawZone(page, "Ward");
  await addAsset(page, "Pump");
  await drawZone(page, "Archive");
  await drawZone(page, "Theatre");
  await button(page, t("diagram:toolbar.fit")).tap();
  await expectSaved(page);

  await test.step("what is not chosen stays where it is, and the view moves", async () => {
    const ward = await centreOf(zoneOnCanvas(page, "Ward"));
    await choose(page, "Archive");
    await swipe(page, [ward, { x: ward.x + 60, y: ward.y + 40 }]);
    const moved = await centreOf(zoneOnCanvas(page, "Ward"));
    expect(distance(moved, ward)).toBeGreaterThan(40);
    await expect(button(page, t("diagram:toolbar.undo"))).toBeEnabled();
    await button(page, t("diagram:toolbar.fit")).tap();
  });

  await test.step("a chosen zone is moved", async () => {
    await choose(page, "Theatre");
    const before = await centreOf(zoneOnCanvas(page, "Theatre"));
    const archive = await centreOf(zoneOnCanvas(page, "Archive"));
    await swipe(page, [before, { x: before.x + 180, y: before.y }]);
    expect(distance(await centreOf(zoneOnCanvas(page, "Theatre")), before)).toBeGreaterThan(120);
    expect(distance(await centreOf(zoneOnCanvas(page, "Archive")), archive)).toBeLessThan(2);
    await expectSaved(page);
  });

  await test.step("an asset is taken into another zone and out of all of them, and back from the list", async () => {
    const tile = canvasOf(page).locator(".asset-tile", { hasText: "Pump" });
    await tile.tap();
    await expect(tile).toHaveClass(/is-selected/);
    await swipe(page, [await centreOf(tile), await bodyOf(page, "Archive")]);
    await expect(boxOf(page, "Archive").locator(".asset-tile")).toHaveText("Pump");
    const canvas = await canvasOf(page).boundingBox();
    if (!canvas) throw new Error("no canvas");
    await swipe(page, [await centreOf(tile), { x: canvas.x + canvas.width - 30, y: canvas.y + 30 }]);
    const tray = canvasOf(page).locator(".asset-tray");
    await expect(tray).toContainText(t("diagram:tray.title", { count: 1 }));
    await swipe(page, [await centreOf(tray.locator(".asset-tile")), await bodyOf(page, "Ward")]);
    await expect(boxOf(page, "Ward").locator(".asset-tile")).toHaveText("Pump");
    await expectSaved(page);
  });

  await test.step("a conduit is drawn from a grip and one of its ends is put elsewhere", async () => {
    await choose(page, "Ward");
    const grip = boxOf(page, "Ward").locator(".zone-grip.react-flow__handle-bottom");
    await swipe(page, [await centreOf(grip), await bodyOf(page, "Archive")]);
    await expect(panelOf(page)).toContainText("Ward – Archive");
    const end = page.locator(".conduit-end[data-end='to'] .conduit-end-mark");
    await swipe(page, [await centreOf(end), await bodyOf(page, "Theatre")]);
    await expect(panelOf(page)).toContainText("Ward – Theatre");
    await expectSaved(page);
  });
  await checkPage(page);
});

test("two fingers zoom and move nothing, wherever they are put down", async ({ journey }) => {
  const page = await journey.openFor(engineer, TABLET);
  await page.goto(paths.newModel());
  await createModel(page, "Pinched", "Touch campus");
  await drawZone(page, "Ward");
  await addAsset(page, "Pump");
  await drawZone(page, "Archive");
  await expectSaved(page);
  const undo = button(page, t("diagram:toolbar.undo"));
  const width = async () => (await boxOf(page, "Ward").boundingBox())?.width ?? 0;

  await choose(page, "Archive");
  const ward = await centreOf(zoneOnCanvas(page, "Ward"));
  const before = await width();
  await pinch(page, ward, [40, 110]);
  expect(await width()).toBeGreaterThan(before * 1.4);
  await pinch(page, await centreOf(zoneOnCanvas(page, "Ward")), [110, 40]);
  expect(await width()).toBeLessThan(before * 1.2);

  await test.step("on a chosen asset and a chosen zone too", async () => {
    await button(page, t("diagram:toolbar.fit")).tap();
    const tile = canvasOf(page).locator(".asset-tile", { hasText: "Pump" });
    await tile.tap();
    await expect(tile).toHaveClass(/is-selected/);
    await pinch(page, await centreOf(tile), [10, 90]);
    await expect(page.locator(".asset-ghost")).toHaveCount(0);
    await expect(boxOf(page, "Ward").locator(".asset-tile")).toHaveText("Pump");
    await button(page, t("diagram:toolbar.fit")).tap();
    await choose(page, "Ward");
    const stays = await centreOf(zoneOnCanvas(page, "Archive"));
    await pinch(page, await centreOf(zoneOnCanvas(page, "Ward")), [20, 90]);
    await button(page, t("diagram:toolbar.fit")).tap();
    expect(distance(await centreOf(zoneOnCanvas(page, "Archive")), stays)).toBeLessThan(3);
  });
  // Nothing of it was a change: the last one is still the drawing of the second zone.
  await undo.tap();
  await undo.tap();
  await expect(zoneOnCanvas(page, "Archive")).toHaveCount(0);
  await expect(zoneOnCanvas(page, "Ward")).toBeVisible();
});

test("what a finger is to hit is large enough on a phone", async ({ journey }) => {
  const page = await journey.openFor(engineer, PHONE);
  await page.goto(paths.newModel());
  await createModel(page, "On a phone", "Touch campus");
  await drawZone(page, "Ward");
  await drawZone(page, "Archive");
  await choose(page, "Ward");
  await expectSaved(page);
  const small = await page.locator(".zone-editor").evaluate((editor) =>
    [...editor.querySelectorAll(".editor-toolbar button, .editor-panel button, .editor-lists button")]
      .map((element) => ({ rect: element.getBoundingClientRect(), name: element.textContent }))
      .filter(({ rect }) => rect.height > 0 && (rect.height < 43.5 || rect.width < 43.5))
      .map(({ rect, name }) => `${name}: ${Math.round(rect.width)} × ${Math.round(rect.height)}`),
  );
  expect(small).toEqual([]);
  // Seen as a dot, hit as large as a finger is.
  const corner = page.locator(".zone-resize-corner").first();
  const hit = await corner.evaluate((element) => getComputedStyle(element, "::after").width);
  const zoom = ((await corner.boundingBox())?.width ?? 0) / 12;
  expect(Number.parseFloat(hit) * zoom).toBeGreaterThanOrEqual(43.5);
  await checkPage(page);
});

async function addAsset(page: Page, name: string): Promise<void> {
  await button(panelOf(page), t("diagram:panel.addAsset")).click();
  const field = panelOf(page).getByRole("textbox", { name: t("common:name"), exact: true });
  await field.fill(name);
  await field.press("Enter");
  await expect(canvasOf(page).locator(".asset-tile", { hasText: name })).toBeVisible();
}

/** Taps on a zone and waits until it is chosen. */
async function choose(page: Page, zone: string): Promise<void> {
  await expectRest(page);
  // A tap right after a drag may still belong to it, as it does under a finger: then it is tapped again.
  await expect(async () => {
    await zoneOnCanvas(page, zone).tap();
    await expect(boxOf(page, zone)).toHaveClass(/\bselected\b/, { timeout: 2_000 });
  }).toPass();
}

/** A place in the lower half of a zone, beside its title. */
async function bodyOf(page: Page, zone: string): Promise<Point> {
  const box = await boxOf(page, zone).boundingBox();
  if (!box) throw new Error(`${zone} is not on the screen`);
  return { x: box.x + box.width / 2, y: box.y + box.height * 0.75 };
}

function distance(a: Point, b: Point): number {
  return Math.hypot(a.x - b.x, a.y - b.y);
}

async function swipe(page: Page, [from, to]: readonly [Point, Point]): Promise<void> {
  const steps = Array.from({ length: 9 }, (_, step) => step / 8);
  await touch(
    page,
    steps.map((share) => [between(from, to, share)]),
  );
}

/** Two fingers side by side around a point, going from one distance to another. */
async function pinch(page: Page, { x, y }: Point, [from, to]: readonly [number, number]): Promise<void> {
  const steps = Array.from({ length: 9 }, (_, step) => from + ((to - from) * step) / 8);
  await touch(
    page,
    steps.map((gap) => [
      { x: x - gap, y },
      { x: x + gap, y },
    ]),
  );
}

function between(from: Point, to: Point, share: number): Point {
  return { x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share };
}

/** As a finger does it: the browser makes pointers, touches and, where it comes to it, a click of it. */
async function touch(page: Page, steps: ReadonlyArray<ReadonlyArray<Point>>): Promise<void> {
  const session = await page.context().newCDPSession(page);
  for (const [number, fingers] of steps.entries()) {
    const touchPoints = fingers.map((at, id) => ({ ...at, id }));
    await session.send("Input.dispatchTouchEvent", {
      ...{ type: number === 0 ? "touchStart" : "touchMove", touchPoints },
    });
    await page.waitForTimeout(20);
  }
  await session.send("Input.dispatchTouchEvent", { type: "touchEnd", touchPoints: [] });
  await session.detach();
}
