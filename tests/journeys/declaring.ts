import { expect, type Locator, type Page } from "@playwright/test";
import { paths } from "~/paths";
import { button } from "./journey";
import { t } from "./words";

/** The gestures of a supplier, in the words of the pages. */

/** Enters a product of one release; leaves its page open. */
export async function createProduct(page: Page, name: string): Promise<void> {
  await page.getByRole("textbox", { name: t("declaration:product.name"), exact: true }).fill(name);
  await page.getByRole("checkbox", { name: t("components:componentType.software-application") }).check();
  await page.getByRole("textbox", { name: t("declaration:product.firstRelease") }).fill("1.0");
  await button(page, t("declaration:product.create")).click();
  await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
}

/** From the page of a product that has none; returns the path of the sheet. */
export async function startDeclaration(page: Page): Promise<string> {
  await button(page, t("declaration:release.declare")).click();
  await page.waitForURL((url) => url.pathname.startsWith(paths.declaration("")));
  await expectSheet(page);
  return new URL(page.url()).pathname;
}

/** The sheet says whether it is saved as soon as it saves by itself. */
export async function expectSheet(page: Page): Promise<void> {
  await expect(page.locator(".save-state")).toBeVisible();
}

export async function openArea(page: Page, fr: "RDF" | "TRE" | "DC"): Promise<void> {
  const areas = page.getByRole("navigation", { name: t("declaration:sheet.navigation") });
  await areas.getByRole("link", { name: new RegExp(`^${fr}`) }).click();
  const title = `${fr} ${t(`components:fr.${fr}.name`)}`;
  await expect(page.getByRole("heading", { name: title })).toBeVisible();
}

/** One choice of one row; null is “no answer”. */
export function choiceOf(
  page: Page,
  requirementId: string,
  value: "met" | "met-with-countermeasure" | "not-met" | null,
): Locator {
  const row = page.getByRole("group", { name: new RegExp(`^${requirementId} (?!RE)`) });
  const name = value === null ? t("declaration:row.none") : t(`components:answer.${value}`);
  return row.getByRole("radio", { name, exact: true });
}

/** Sends an answer and waits until it has arrived: pages say “Answered” in other places too. */
export async function sendAnswer(page: Page, within: Page | Locator = page): Promise<void> {
  const send = within.getByRole("button", { name: t("declaration:selfCheck.send"), exact: true }).first();
  await expect(send).toBeVisible();
  const sent = page.waitForResponse((response) => response.request().method() === "POST");
  await send.click();
  await sent;
  await expect(within.getByText(t("components:state.answered")).first()).toBeVisible();
}
