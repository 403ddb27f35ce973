import { HOSPITAL_PEOPLE } from "~/demo/people";
import { paths } from "~/paths";
import { expect, test } from "./journey";

test("a link of a table is followed without loading the document anew, and with Ctrl in a tab of its own", async ({
  journey,
}) => {
  const page = await journey.openFor(HOSPITAL_PEOPLE.procurement);
  await page.goto(paths.decisions());
  const row = page.getByRole("rowheader").getByRole("link").first();
  const target = await row.getAttribute("href");
  await page.evaluate(() => document.documentElement.setAttribute("data-same-document", ""));

  const tab = page.context().waitForEvent("page");
  await row.click({ modifiers: ["ControlOrMeta"] });
  await expect(await tab).toHaveURL(new RegExp(`${target}$`));
  await expect(page).toHaveURL(new RegExp(`${paths.decisions()}$`));

  await row.click();
  await expect(page).toHaveURL(new RegExp(`${target}$`));
  await expect(page.locator("html[data-same-document]")).toHaveCount(1);

  await page.goBack();
  await expect(row).toBeVisible();
  await expect(page.locator("html[data-same-document]")).toHaveCount(1);
});
