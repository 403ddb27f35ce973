import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { HOSPITAL_PEOPLE } from "~/demo/people";
import { paths } from "~/paths";
import { button, checkPage, expect, link, test } from "./journey";
import { t } from "./words";

test("a report says how far it is, is downloaded whole, and one that is given up downloads nothing", async ({
  journey,
}) => {
  const page = await journey.openFor(HOSPITAL_PEOPLE.engineer);
  await page.goto(paths.modelExport(await aDemoModel(page)));
  const name = t("transfer:export.reportPdf");
  const report = link(page, t("transfer:export.downloadNamed", { name }));
  const downloaded = page.waitForEvent("download");
  await report.click();
  await expect(page.getByRole("progressbar", { name: t("transfer:export.writing") })).toBeVisible();
  await checkPage(page);
  const file = await downloaded;
  expect(file.suggestedFilename()).toMatch(/-zone-report-.*\.pdf$/);
  const bytes = await readFile(await file.path());
  expect(bytes.subarray(0, 5).toString()).toBe("%PDF-");
  expect(bytes.toString("latin1").trimEnd().endsWith("%%EOF")).toBe(true);
  await expect(page.getByRole("progressbar")).toHaveCount(0);
  const others: Array<string> = [];
  page.on("download", (one) => others.push(one.suggestedFilename()));
  await report.click();
  await button(page, t("transfer:export.stopNamed", { name })).click();
  await expect(page.getByText(t("transfer:export.stopped"))).toBeVisible();
  await expect(report).toHaveAttribute("href", /zone-report\.pdf/);
  expect(others).toEqual([]);
});

test("a comparison on paper has room for words in every column", async ({ journey }) => {
  const page = await journey.openFor(HOSPITAL_PEOPLE.engineer);
  await page.goto(paths.compareStates(await aDemoModel(page), { from: "1", to: "2" }));
  const changed = page.locator("td summary").first();
  await changed.click();
  await page.emulateMedia({ media: "print" });
  // A4 between its margins, in pixels.
  await page.setViewportSize({ width: 680, height: 1_000 });
  const values = page.locator("td .key-value dd");
  expect(await values.count()).toBeGreaterThan(0);
  const widths = await values.evaluateAll((all) =>
    all.filter((one) => one.textContent !== "").map((one) => one.getBoundingClientRect().width),
  );
  for (const width of widths) expect(width).toBeGreaterThan(140);
});

/** The model that the demo comes with, by its id. */
async function aDemoModel(page: Page): Promise<string> {
  await page.goto(paths.models());
  const address = await page
    .getByRole("link", { name: /^Main campus/ })
    .first()
    .getAttribute("href");
  return address?.split("/")[3] ?? "";
}
