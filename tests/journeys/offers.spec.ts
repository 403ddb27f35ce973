import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { HOSPITAL_PEOPLE } from "~/demo/people";
import { paths } from "~/paths";
import { button, checkPage, expect, link, test } from "./journey";
import { t } from "./words";

test("three offers are chosen for a zone, read differences first, noted on and taken along", async ({
  journey,
}) => {
  test.slow();
  journey.expectFault(/^422 POST \/hospital\/offers/);
  const page = await journey.openFor(HOSPITAL_PEOPLE.procurement);
  await page.goto(paths.matrix());
  await page.locator("thead a[href$='/products']").first().click();
  // The matrix has ticks too.
  await expect(page).toHaveURL(/\/products$/);
  await tickOffers(page);
  await button(page, t("offers:links.compareChosen")).click();
  await expect(page.getByRole("heading", { name: t("offers:summary.title") })).toBeVisible();
  const address = new URL(page.url());
  expect(address.searchParams.getAll("declaration")).toHaveLength(3);
  await expect(page.locator(".offer-summary")).toContainText("Of 3 offers, ");
  await checkPage(page);
  await page.emulateMedia({ colorScheme: "dark" });
  await page.reload();
  await checkPage(page, { onlyColours: true });

  const rows = page.getByRole("region", { name: t("offers:requirements.caption") }).locator("tbody tr");
  const differing = await rows.filter({ has: page.locator("td") }).count();
  expect(differing).toBeGreaterThan(0);
  await expect(rows.filter({ has: page.locator("td") }).and(page.locator(":not(.is-differing)"))).toHaveCount(
    0,
  );
  await page.getByRole("link", { name: new RegExp(`^${t("offers:requirements.all")} \\d+$`) }).click();
  await expect.poll(() => rows.filter({ has: page.locator("td") }).count()).toBeGreaterThan(differing);
  await page.getByLabel(t("offers:requirements.find")).fill("CR 1.1");
  await button(page, t("offers:requirements.search")).click();
  await expect(page).toHaveURL(/find=CR\+1\.1/);
  await expect(rows.filter({ hasText: "CR 1.1 " }).first()).toBeVisible();

  await addNote(page);
  for (const [kind, head] of [
    ["xlsx", "PK"],
    ["pdf", "%PDF-"],
  ] as const) {
    const downloaded = page.waitForEvent("download");
    const name = t(`offers:export.${kind}`);
    await link(page, t("transfer:export.downloadNamed", { name })).click();
    const file = await downloaded;
    expect(file.suggestedFilename()).toMatch(new RegExp(`\\.${kind}$`));
    const bytes = await readFile(await file.path());
    expect(bytes.subarray(0, head.length).toString("latin1")).toBe(head);
  }
});

/** Of the demo: other journeys declare products of their own. */
async function tickOffers(page: Page): Promise<void> {
  for (const product of ["Archiva PACS", "InfuFlow 3", "ServisBrana 4"])
    await page.getByRole("checkbox", { name: new RegExp(`^Compare ${product}`) }).check();
}

/** Opens the first countermeasure that any of the offers needs, writes what it takes and reads it back. */
async function addNote(page: Page): Promise<void> {
  const notes = page.locator("#notes");
  const needed = notes.locator(".offer-needed").first();
  await needed.getByRole("link").click();
  await needed.getByLabel(t("offers:notes.effort")).fill("a while");
  await button(page, t("offers:notes.save")).click();
  await expect(page.getByRole("alert")).toContainText(t("offers:notes.effort"));
  await needed.getByLabel(t("offers:notes.effort")).fill("2.5");
  await needed.getByLabel(t("offers:notes.amount")).fill("12000");
  await needed.getByLabel(t("offers:notes.text"), { exact: false }).last().fill("A second firewall");
  // A button is deaf for a moment after it was pressed, against double clicks.
  await expect(async () => {
    await button(page, t("offers:notes.save")).click({ timeout: 2_000 });
    await expect(page.getByText(t("offers:notes.saved"))).toBeVisible({ timeout: 5_000 });
  }).toPass();
  await expect(notes).toContainText("A second firewall");
  await expect(notes).toContainText("12,000 EUR once (1 estimated)");
}

test("on a narrow screen the table of offers scrolls by keyboard and the page does not", async ({
  journey,
}) => {
  const page = await journey.openFor(HOSPITAL_PEOPLE.auditor, { viewport: { width: 360, height: 740 } });
  await page.goto(paths.matrix());
  await tickOffers(page);
  await page.getByLabel(t("offers:links.matrixZone")).selectOption({ index: 1 });
  await button(page, t("offers:links.compareChosen")).click();
  const region = page.getByRole("region", { name: t("offers:measures.caption") });
  await region.focus();
  await page.keyboard.press("End");
  await page.keyboard.press("ArrowRight");
  await expect.poll(() => region.evaluate((one) => one.scrollLeft)).toBeGreaterThan(0);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  // An auditor reads and writes nothing.
  await expect(page.getByRole("link", { name: t("offers:notes.add") })).toHaveCount(0);
  await checkPage(page);
});
