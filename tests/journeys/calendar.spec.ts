import { readFile } from "node:fs/promises";
import { HOSPITAL_PEOPLE } from "~/demo/people";
import { paths } from "~/paths";
import { button, checkPage, expect, test } from "./journey";
import { t } from "./words";

const { lead } = HOSPITAL_PEOPLE;

test("a calendar is filtered, taken along as it is shown, and read by a calendar program until revoked", async ({
  journey,
}) => {
  const page = await journey.openFor(lead);
  await page.goto(paths.calendar());
  const rows = page.locator("tbody tr");
  const all = await rows.count();
  expect(all).toBeGreaterThan(1);

  await test.step("a kind alone, in an address of its own", async () => {
    await page
      .getByRole("link", { name: t("calendar:kind.condition") })
      .first()
      .click();
    await expect(page).toHaveURL(/kind=condition/);
    await expect(rows).not.toHaveCount(all);
  });

  await test.step("the file holds the rows of the page", async () => {
    const shown = await rows.count();
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("link", { name: "iCalendar" }).click(),
    ]);
    const file = await readFile(await download.path(), "utf8");
    expect(file.match(/BEGIN:VEVENT/g)).toHaveLength(shown);
  });

  await test.step("as a grid of days", async () => {
    await page.getByRole("link", { name: t("calendar:filter.grid") }).click();
    await expect(page.locator(".month-grid")).toBeVisible();
    await checkPage(page);
  });

  await test.step("a secret address, shown once, read without signing in", async () => {
    await button(page, t("calendar:feed.make")).click();
    const address = (await page.getByTestId("feed-address").textContent()) ?? "";
    const stranger = await journey.open();
    const read = await stranger.request.get(address);
    expect(read.status()).toBe(200);
    expect(await read.text()).toContain("BEGIN:VEVENT");
    await checkPage(page);
    await page.reload();
    await expect(page.getByTestId("feed-address")).toHaveCount(0);
    await button(page, t("calendar:feed.revoke")).click();
    await expect(page.getByText(t("calendar:feed.revoked"))).toBeVisible();
    expect((await stranger.request.get(address)).status()).toBe(404);
  });
});
