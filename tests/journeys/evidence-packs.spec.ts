import { execFileSync } from "node:child_process";
import { writeFile } from "node:fs/promises";
import { HOSPITAL_PEOPLE } from "~/demo/people";
import { paths } from "~/paths";
import { checkPage, expect, test } from "./journey";
import { t } from "./words";

const { auditor } = HOSPITAL_PEOPLE;

test("an auditor takes each kind of evidence along, and the command line says that it holds", async ({
  journey,
}, testInfo) => {
  const page = await journey.openFor(auditor);
  const key = testInfo.outputPath("portal-key.json");
  await writeFile(key, await (await page.request.get(paths.portalKeyFile())).text());

  /** Exit code 0 or an error with what was said. */
  const verified = async (link: string) => {
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("link", { name: link }).click(),
    ]);
    const file = testInfo.outputPath(download.suggestedFilename());
    await download.saveAs(file);
    return execFileSync(process.execPath, ["scripts/cordon.mjs", "verify", file, "--key", key], {
      encoding: "utf8",
    });
  };
  const panel = (title: string) =>
    page.getByRole("button", { name: `${t("pack:page.choose")}: ${title}` }).locator("xpath=ancestor::form");

  await page.goto(paths.evidencePacks());
  await checkPage(page);

  await test.step("of a zone", async () => {
    const form = panel(t("pack:page.zone.title"));
    await form.getByRole("combobox").selectOption({ index: 1 });
    await form.getByRole("button").click();
    await expect(page).toHaveURL(/kind=zone/);
    await checkPage(page);
    expect(await verified(t("pack:page.ready.download"))).toContain("everything in this evidence pack holds");
  });

  await test.step("of a supplier", async () => {
    const form = panel(t("pack:page.supplier.title"));
    await form.getByRole("combobox").selectOption({ index: 1 });
    await form.getByRole("button").click();
    await expect(page).toHaveURL(/kind=supplier/);
    expect(await verified(t("pack:page.ready.download"))).toContain("everything in this evidence pack holds");
  });

  await test.step("of a period: the wrong way round first", async () => {
    const form = panel(t("pack:page.period.title"));
    const today = new Date().toISOString().slice(0, 10);
    const { from, to } = { from: t("pack:page.period.from"), to: t("pack:page.period.to") };
    await form.getByLabel(from, { exact: true }).fill(today);
    await form.getByLabel(to, { exact: true }).fill("2020-01-01");
    await form.getByRole("button").click();
    await expect(page.getByText(t("pack:page.error.period-reversed")).first()).toBeVisible();
    await form.getByLabel(to, { exact: true }).fill(today);
    await form.getByRole("button").click();
    await expect(page.getByRole("link", { name: t("pack:page.ready.download") })).toBeVisible();
    expect(await verified(t("pack:page.ready.download"))).toContain("everything in this evidence pack holds");
  });

  await test.step("of a decision, and the page lists what was taken along", async () => {
    await page.getByRole("link", { name: t("pack:page.decision.link") }).click();
    await page.waitForURL(/\/hospital\/decisions$/);
    await page.locator("tbody a").first().click();
    await page.waitForURL(/\/hospital\/decisions\/[^/]+$/);
    expect(await verified(t("pack:panel.download"))).toContain("everything in this evidence pack holds");
    await page.goto(paths.evidencePacks());
    for (const kind of ["decision", "zone", "supplier", "period"] as const)
      await expect(
        page
          .locator("tbody")
          .getByText(t(`pack:page.kind.${kind}`))
          .first(),
      ).toBeVisible();
  });
});
