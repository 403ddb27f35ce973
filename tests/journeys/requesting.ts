import type { Locator, Page } from "@playwright/test";
import { paths } from "~/paths";
import { button, expect } from "./journey";
import { t } from "./words";

/** The form of a request about the first zone that can be asked about. */
export async function openRequestForm(page: Page): Promise<void> {
  await page.goto(paths.newRequest());
  await page.getByRole("checkbox").first().check();
  await button(page, t("request:form.choose")).click();
  await expect(page.getByRole("heading", { name: t("request:form.preview") })).toBeVisible();
}

/** To the supplier of this name, or to the first; due today. */
export async function fillInRequest(page: Page, subject: string, supplier?: string): Promise<void> {
  const suppliers = page.getByRole("group", { name: t("request:form.suppliers") });
  await suppliers
    .getByRole("checkbox", supplier ? { name: supplier } : {})
    .first()
    .check();
  await page.getByRole("textbox", { name: t("request:subject") }).fill(subject);
  await page.getByLabel(t("common:dueDate")).fill(new Date().toISOString().slice(0, 10));
}

/** A press within half a second counts as the second click of the same hand. */
export async function pressAgain(submit: Locator): Promise<void> {
  await submit.page().waitForTimeout(500);
  await submit.click();
}
