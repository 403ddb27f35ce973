import type { Page } from "@playwright/test";
import { HOSPITAL_PEOPLE } from "~/demo/people";
import { paths } from "~/paths";
import { expectRest } from "./drawing";
import { checkPage, expect, test } from "./journey";
import { t } from "./words";

const zone = (page: Page, name: string) =>
  page.locator(".zone-box", { has: page.locator(".zone-words", { hasText: new RegExp(`^${name}$`) }) });

const placeOf = async (page: Page, name: string) => {
  const box = await zone(page, name).boundingBox();
  if (!box) throw new Error(`${name} is not drawn`);
  return [Math.round(box.x), Math.round(box.y)];
};

test("a template is put to order, taken back, looked at through overlays, and answers a product", async ({
  journey,
}) => {
  test.slow();
  const page = await journey.openFor(HOSPITAL_PEOPLE.engineer);
  await page.goto(paths.newModel());
  const name = `Intensive care ${Date.now()}`;
  await page.getByLabel(t("model:new.name"), { exact: true }).fill(name);
  await page.getByRole("radio", { name: /^Intensive care unit/ }).check();
  await checkPage(page);
  await page.getByRole("button", { name: t("model:new.submit") }).click();
  await expect(zone(page, "Patient monitoring")).toBeVisible();

  await test.step("a second template is one gesture", async () => {
    await page.getByRole("button", { name: t("diagram:toolbar.addZone") }).click();
    await page.getByText(t("overlay:template.insert"), { exact: true }).click();
    await page.getByRole("button", { name: /^Small clinic/ }).click();
    await expect(zone(page, "Consulting rooms")).toBeAttached();
    await page.getByRole("button", { name: t("diagram:toolbar.undo"), exact: true }).click();
    await expect(zone(page, "Consulting rooms")).toHaveCount(0);
  });

  await test.step("tidied by a worker, and undone", async () => {
    await page.getByRole("button", { name: t("diagram:toolbar.fit") }).click();
    await page.keyboard.press("Escape");
    await expect(page.getByRole("button", { name: t("overlay:tidy.all") })).toBeVisible();
    await expectRest(page);
    const before = await placeOf(page, "Alarm distribution");
    await page.getByRole("button", { name: t("overlay:tidy.all") }).click();
    await expect(page.locator(".tidy-state")).toContainText(/moved/);
    await expectRest(page);
    expect(await placeOf(page, "Alarm distribution")).not.toEqual(before);
    await page.getByRole("button", { name: t("diagram:toolbar.undo"), exact: true }).click();
    await expect(page.locator(".tidy-state")).not.toContainText(/moved/);
    await page.getByRole("button", { name: t("diagram:toolbar.fit") }).click();
    await expectRest(page);
    expect(await placeOf(page, "Alarm distribution")).toEqual(before);
  });

  await test.step("an overlay is in the address and in words", async () => {
    await page.getByLabel(t("overlay:choose"), { exact: true }).selectOption("gaps");
    await expect(page).toHaveURL(/overlay=gaps/);
    await expect(
      page.getByRole("button", { name: new RegExp(t("overlay:view.noProduct")) }).first(),
    ).toBeVisible();
    await page.reload();
    await expect(page.getByLabel(t("overlay:choose"), { exact: true })).toHaveValue("gaps");
    await page.getByLabel(t("overlay:choose"), { exact: true }).selectOption("difference");
    await expect(page.getByText(t("overlay:noRevision"))).toBeVisible();
    await checkPage(page);
  });

  await test.step("a product is answered by every zone and placed in one", async () => {
    await page.getByRole("button", { name: t("overlay:candidate.try") }).click();
    await page.locator(".palette-entry").first().click();
    await expect(page.locator(".candidate-zones li")).toHaveCount(9);
    const product = (await page.locator(".panel-heading").textContent()) ?? "";
    await test.step("which is in the address, for a colleague and for the browser's own button", async () => {
      await expect(page).toHaveURL(/overlay=difference&candidate=[\w-]+$/);
      const colleague = await journey.openFor(HOSPITAL_PEOPLE.lead);
      await colleague.goto(page.url());
      await expect(colleague.locator(".panel-heading")).toHaveText(product);
      await expect(colleague.locator(".candidate-zones li")).toHaveCount(9);
      const readAgain: Array<string> = [];
      page.on("request", (request) => {
        if (request.url().includes(".data")) readAgain.push(request.url());
      });
      await page.goBack();
      await expect(page.getByRole("searchbox")).toBeVisible();
      await page.goBack();
      await expect(page.getByRole("searchbox")).toHaveCount(0);
      await page.goBack();
      await expect(page.getByLabel(t("overlay:choose"), { exact: true })).toHaveValue("gaps");
      for (const _step of [1, 2, 3]) await page.goForward();
      await expect(page.locator(".panel-heading")).toHaveText(product);
      expect(readAgain, "a step reads nothing again").toEqual([]);
    });
    await page.locator(".candidate-zones button", { hasText: "Patient monitoring" }).click();
    await expect(page.locator(".candidate-zone .level-strip")).toBeVisible();
    await checkPage(page);
    await page.locator(".candidate-zone").getByRole("button").last().click();
    await expect(page.locator(".candidate-zones")).toHaveCount(0);
    await expect(page).toHaveURL(/element=/);
    await page.getByRole("button", { name: t("overlay:candidate.try") }).click();
    await page.getByRole("searchbox").press("Escape");
    await expect(page.getByRole("searchbox")).toHaveCount(0);
  });
});
