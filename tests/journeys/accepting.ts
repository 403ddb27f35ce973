import type { Page } from "@playwright/test";
import { button, checkPage, expect, link } from "./journey";
import { t } from "./words";

/** From an open assessment: everything that the product lacks, accepted for half a year. Answers where it stands. */
export async function askForException(page: Page, reason: string): Promise<string> {
  await link(page.getByRole("main"), t("exception:panel.ask")).click();
  await expect(button(page, t("exception:form.submit"))).toBeVisible();
  const gaps = page.getByRole("group", { name: t("exception:field.gaps") }).getByRole("checkbox");
  for (const gap of await gaps.all()) {
    await expect(gap).not.toBeChecked();
    await gap.check();
  }
  await page.getByRole("textbox", { name: t("exception:field.reason") }).fill(reason);
  await page.getByRole("radio", { name: t("exception:risk.medium") }).check();
  await page
    .getByRole("textbox", { name: t("exception:field.residualText") })
    .fill("A dose could be changed");
  await page.getByLabel(t("exception:field.expiresOn")).fill(dayIn(180));
  await checkPage(page);
  await button(page, t("exception:form.submit")).click();
  await page.waitForURL(/\/hospital\/exceptions\/(?!new)/);
  return new URL(page.url()).pathname;
}

/** By a security lead who did not ask. */
export async function grantException(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await checkPage(page);
  await button(page, t("exception:moves.grant")).click();
  await expect(page.getByRole("main").getByText(t("exception:standing.in-force")).first()).toBeVisible();
}

/** As a date field takes it. */
export function dayIn(days: number): string {
  return new Date(Date.now() + days * 24 * 60 * 60 * 1000).toISOString().slice(0, 10);
}
