import type { Page } from "@playwright/test";
import { HOSPITAL_PEOPLE } from "~/demo/people";
import { paths } from "~/paths";
import { button, checkPage, expect, link } from "./journey";
import { t } from "./words";

/** From a draft to a revision that counts: the engineer submits, another person approves. */

export async function submit(page: Page, modelId: string, note: string) {
  await page.goto(paths.revisions(modelId));
  await page.getByRole("textbox", { name: t("model:publish.note") }).fill(note);
  await checkPage(page);
  await button(page, t("model:publish.submitConfirm")).click();
  await expect(page.getByText(t("model:publish.fourEyes"))).toBeVisible();
  await checkPage(page);
}

/** The way from the overview; the result is what the approval will be bound to. */
export async function openSubmission(page: Page, modelId: string): Promise<string> {
  await page.goto(paths.hospital());
  await expect(page.getByText(t("decision:overview.submitted-revisions.title"))).toBeVisible();
  await page.goto(paths.revisions(modelId));
  await expect(
    page.getByText(t("model:publish.submittedBy", { name: HOSPITAL_PEOPLE.engineer.name })),
  ).toBeVisible();
  await checkPage(page);
  return page.locator("input[name=fingerprint]").inputValue();
}

export async function approve(page: Page, number: number) {
  await button(page, t("model:publish.approveConfirm")).click();
  const revision = link(page, t("model:revision.name", { number }));
  await expect(revision).toBeVisible();
  await revision.click();
  await page.waitForURL((url) => url.pathname.endsWith(`/${number}`));
  await checkPage(page);
}
