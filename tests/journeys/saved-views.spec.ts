import { HOSPITAL_PEOPLE } from "~/demo/people";
import { paths } from "~/paths";
import { button, checkPage, expect, link, test } from "./journey";
import { t } from "./words";

test("a filter of the queue is kept, shared, opened first by a colleague and deleted", async ({
  journey,
}) => {
  const page = await journey.openFor(HOSPITAL_PEOPLE.procurement);
  await page.goto(paths.queue());
  await expect(page.getByRole("row").nth(1)).toBeVisible();
  await checkPage(page);
  await page.getByRole("link", { name: t("queue:dueIn.month") }).click();
  await page.getByText(t("views:keep")).click();
  await page.getByLabel(t("views:name")).fill("Next 30 days");
  await button(page, t("views:save")).click();
  await expect(page).toHaveURL(/due=month&view=/);
  await page.getByText(t("views:change", { name: "Next 30 days" })).click();
  await button(page, t("views:share")).click();
  const shared = `Next 30 days (${t("views:shared")})`;
  await expect(link(page, shared)).toBeVisible();
  await checkPage(page);
  await page.emulateMedia({ colorScheme: "dark" });
  await checkPage(page, { onlyColours: true });

  const other = await journey.openFor(HOSPITAL_PEOPLE.engineer);
  await other.goto(paths.queue());
  await link(other, shared).click();
  await other.getByText(t("views:change", { name: "Next 30 days" })).click();
  await button(other, t("views:setDefault")).click();
  await expect(link(other, `Next 30 days (${t("views:shared")}, ${t("views:default")})`)).toBeVisible();
  await other.goto(paths.queue());
  await expect(other).toHaveURL(/due=month/);

  // Still open from sharing: only the data of the page is another.
  await button(page, t("views:delete")).click();
  await expect(page).toHaveURL(/view=none/);
  await other.goto(paths.queue());
  await expect(other).toHaveURL(new RegExp(`${paths.queue()}$`));
});
