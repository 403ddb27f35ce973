import type { Page } from "@playwright/test";
import { HOSPITAL_PEOPLE } from "~/demo/people";
import { paths } from "~/paths";
import { checkPage, expect, PHONE, test } from "./journey";
import { t } from "./words";

const cellAt = (page: Page, row: number, column: number) => page.locator(`[data-cell="${row}:${column}"]`);
const card = (page: Page) => page.locator("[data-matrix-card]");

async function openMatrix(page: Page): Promise<void> {
  await page.goto(paths.matrix());
  await expect(page.locator("[data-live-matrix]")).toBeVisible();
}

test("the grid scrolls by wheel and by keys, and only what is in sight is drawn", async ({ journey }) => {
  const page = await journey.openFor(HOSPITAL_PEOPLE.procurement, { viewport: { width: 700, height: 500 } });
  await openMatrix(page);
  const grid = page.getByRole("grid", { name: t("assessment:matrix.caption") });
  const rows = Number(await grid.getAttribute("aria-rowcount")) - 1;
  const columns = Number(await grid.getAttribute("aria-colcount")) - 1;
  expect(columns).toBeGreaterThan(10);
  await expect(cellAt(page, 0, columns - 1)).toHaveCount(0);

  await cellAt(page, 0, 0).focus();
  await page.keyboard.press("Control+End");
  await expect(cellAt(page, rows - 1, columns - 1)).toBeFocused();
  await expect(cellAt(page, rows - 1, columns - 1)).toHaveAttribute("aria-colindex", String(columns + 1));
  await expect(cellAt(page, 0, 0)).toHaveCount(0);
  await page.keyboard.press("Control+Home");
  await expect(cellAt(page, 0, 0)).toBeFocused();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowRight");
  await expect(cellAt(page, 1, 1)).toBeFocused();
  await page.keyboard.press("Home");
  await expect(cellAt(page, 1, -1)).toBeFocused();
  const tick = cellAt(page, 1, -1).getByRole("checkbox");
  await page.keyboard.press("Space");
  await expect(tick).toBeChecked();

  await page.keyboard.press("ArrowRight");
  const name = await cellAt(page, 1, 0).getAttribute("aria-label");
  expect(name).toMatch(/ in .+: /);
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/hospital\/assess\//);
});

test("a cell that is pointed at tells its verdict, levels and reason, and Escape puts them away", async ({
  journey,
}) => {
  const page = await journey.openFor(HOSPITAL_PEOPLE.procurement);
  await openMatrix(page);
  await cellAt(page, 0, 0).hover();
  await expect(card(page).getByRole("link", { name: t("assessment:matrix.openAssessment") })).toBeVisible();
  await expect(card(page).getByRole("listitem").first()).toBeVisible();
  await expect(card(page).getByRole("img").first()).toBeVisible();
  await checkPage(page);
  await page.emulateMedia({ colorScheme: "dark" });
  await checkPage(page, { onlyColours: true });
  await cellAt(page, 0, 0).focus();
  await page.keyboard.press("Escape");
  await expect(card(page)).toHaveCount(0);
});

test("a tap tells in a bar with the way to the assessment", async ({ journey }) => {
  const page = await journey.openFor(HOSPITAL_PEOPLE.procurement, PHONE);
  await openMatrix(page);
  await cellAt(page, 0, 0).tap();
  await expect(card(page)).toBeVisible();
  await expect(page).toHaveURL(new RegExp(`${paths.matrix()}$`));
  await card(page)
    .getByRole("link", { name: t("assessment:matrix.openAssessment") })
    .tap();
  await expect(page).toHaveURL(/\/hospital\/assess\//);
});

test("without a script the matrix comes in pages of products and zones", async ({ journey, browser }) => {
  const signedIn = await journey.openFor(HOSPITAL_PEOPLE.procurement);
  const storageState = await signedIn.context().storageState();
  const context = await browser.newContext({ storageState, javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(new URL(paths.matrix(), signedIn.url()).href);
  const head = page.locator("table.matrix thead th");
  await expect(head).toHaveCount(11);
  const first = await head.nth(1).innerText();
  await page.getByRole("link", { name: t("assessment:matrix.nextZones") }).click();
  await expect(head.nth(1)).not.toHaveText(first);
  await page.locator("table.matrix td a").first().click();
  await expect(page).toHaveURL(/\/hospital\/assess\//);
  await context.close();
});
