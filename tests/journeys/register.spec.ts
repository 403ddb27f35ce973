import { readFile } from "node:fs/promises";
import { HOSPITAL_PEOPLE } from "~/demo/people";
import { paths } from "~/paths";
import { checkPage, expect, test } from "./journey";
import { t } from "./words";

const { lead } = HOSPITAL_PEOPLE;

/** By a word of an asset of the demo, where its product stands in its zone. */
const STANDINGS = [
  ["ServisBrana", "approved"],
  ["Triaso", "does-not-conform"],
  ["InfuFlow", "approved-with-conditions"],
] as const;

test("an asset of the diagram leads to the line of the register that says until when it is approved", async ({
  journey,
}) => {
  const page = await journey.openFor(lead);

  let model = "";
  await test.step("in the table every linked asset says whether it may stand there", async () => {
    await page.goto(paths.models());
    await page.getByRole("link", { name: "Main campus" }).first().click();
    await page.waitForURL(/\/hospital\/models\/[^/]+$/);
    model = new URL(page.url()).pathname;
    for (const [asset, standing] of STANDINGS) {
      await page.goto(`${model}/table?q=${asset}`);
      await expect(
        page.getByRole("link", { name: t(`components:approval.${standing}`) }).first(),
      ).toBeVisible();
    }
  });

  await test.step("the panel of the asset leads on", async () => {
    await page.goto(`${model}?element=wireless-medical-asset-1&overlay=approval`);
    const approval = page.getByTestId("asset-approval");
    await expect(approval).toContainText(t("components:approval.approved-with-conditions"));
    await checkPage(page);
    await approval.getByRole("link", { name: t("diagram:approval.toRegister") }).click();
  });

  const rows = page.locator("tbody tr");
  await test.step("the register shows that line alone, with what is still to be done", async () => {
    await expect(page.getByRole("heading", { level: 1, name: t("register:title") })).toBeVisible();
    await expect(rows).toHaveCount(1);
    await expect(rows).toContainText("InfuFlow");
    await expect(rows).toContainText(t("components:state.overdue"));
  });

  await test.step("with everything shown, a state narrows it down, and the file holds the same lines", async () => {
    await page.getByRole("link", { name: t("register:filter.clear") }).click();
    await expect(rows).not.toHaveCount(1);
    const all = await rows.count();
    await page.getByRole("link", { name: t("register:state.open-conditions") }).click();
    await expect(rows).not.toHaveCount(all);
    const shown = await rows.count();
    await checkPage(page);
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("link", { name: t("register:download.csv") }).click(),
    ]);
    const file = await readFile(await download.path(), "utf8");
    expect(file.trim().split("\r\n")).toHaveLength(shown + 1);
  });
});
