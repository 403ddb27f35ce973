import { readFile } from "node:fs/promises";
import { HOSPITAL_PEOPLE } from "~/demo/people";
import { paths } from "~/paths";
import { checkPage, expect, test } from "./journey";
import { t } from "./words";

const { lead, auditor } = HOSPITAL_PEOPLE;

test("every number of the management page opens a list of so many", async ({ journey }) => {
  const page = await journey.openFor(lead);
  const rows = page.locator("tbody tr");

  await test.step("the page is there to be read, with a table behind each chart", async () => {
    await page.goto(paths.management());
    await expect(page.getByRole("heading", { level: 1, name: t("management:title") })).toBeVisible();
    await expect(page.locator("svg.chart-columns")).toHaveCount(7);
    await expect(page.getByText(t("management:table"))).toHaveCount(5);
    await checkPage(page);
    for (const summary of await page.getByText(t("management:table")).all()) await summary.click();
    await expect(page.getByRole("table")).toHaveCount(5);
    await checkPage(page);
  });

  for (const [name, list] of [
    [t("management:coverage.partly"), paths.managementZones({ coverage: "partly" })],
    [t("management:levels.short"), paths.managementZones({ fr: "IAC", reach: "short" })],
    [t("management:gaps.rows"), paths.managementGaps({ fr: "UC" })],
    [t("management:span.to-90"), paths.exceptions({ age: "to-90" })],
    [t("management:response.on-time"), paths.managementResponses({ response: "on-time" })],
  ] as const)
    await test.step(`${name} opens its list`, async () => {
      await page.goto(paths.management());
      const link = page.locator(`.chart-parts a[href="${list}"]`);
      const count = Number(await link.innerText());
      expect(count).toBeGreaterThan(0);
      await link.click();
      await page.waitForURL((url) => `${url.pathname}${url.search}` === list);
      const table = page.getByRole("table").last();
      await expect(table.locator("tbody tr")).toHaveCount(count);
      await checkPage(page);
    });

  await test.step("quarters and the file", async () => {
    await page.goto(paths.management());
    await page.getByRole("link", { name: t("management:step.quarter") }).click();
    await page.waitForURL(/step=quarter/);
    await expect(rows.first()).toBeAttached();
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("link", { name: t("management:download.csv") }).click(),
    ]);
    const text = await readFile(await download.path(), "utf8");
    expect(text).toContain(t("management:coverage.title"));
    expect(text).toContain(t("management:response.late"));
  });
});

test("an auditor is told that the log holds, and what was decided lately", async ({ journey }) => {
  const page = await journey.openFor(auditor);
  await page.goto(paths.hospital());
  await expect(page.getByText(/agree with the chain of hashes/)).toBeVisible();
  await checkPage(page);
});
