import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DEMO_PASSWORD, DEMO_SUPPLIERS, HOSPITAL_PEOPLE } from "~/demo/people";
import { paths } from "~/paths";
import { button, checkPage, expect, link, test } from "./journey";
import { ownServer } from "./own-server";
import { t } from "./words";

const port = Number(process.env.CORDON_JOURNEYS_PORT ?? 43_117) + 17;
test.use({ baseURL: `http://localhost:${port}` });
test.setTimeout(600_000);

/** Long enough for the password to have been given too long ago, and not for the session to have ended. */
const minutesAhead = (minutes: number) => ({ DAYS_AHEAD: String(minutes / (24 * 60)) });
const LATER = minutesAhead(20);
const LATER_STILL = minutesAhead(40);
const REASON = "Does not fit beside the old analysers";

test("a decision asks for the password where it was given too long ago, keeps what was typed, and leaves a receipt with both sides", async ({
  journey,
}) => {
  const folder = mkdtempSync(join(tmpdir(), "cordon-receipt-"));
  const server = ownServer(port, {}, "tests/journeys/ahead-of-time.mjs");
  try {
    await server.start();
    const buyer = await journey.openFor(HOSPITAL_PEOPLE.procurement);
    await buyer.goto(paths.requests());
    await buyer
      .getByRole("link", { name: /^Blood count analysers/ })
      .first()
      .click();
    await link(buyer, t("request:page.decideNow")).click();
    await buyer.getByRole("radio", { name: t("decision:kind.reject") }).check();
    const reason = buyer.getByRole("textbox", { name: t("decision:form.reason") });
    await reason.fill(REASON);
    await expect(buyer.locator("input[type=password]")).toHaveCount(0);

    await server.stop();
    await server.start(LATER);
    journey.expectFault(/^422 POST \/hospital\/assess\//);
    await button(buyer, t("decision:form.submit")).click();
    const password = buyer.getByLabel(t("components:stepUp.label"));
    await expect(password).toBeFocused();
    await expect(reason).toHaveValue(REASON);
    await checkPage(buyer);
    await password.fill("not the password");
    await button(buyer, t("decision:form.submit")).click();
    await expect(buyer.getByText(t("components:stepUp.wrongPassword"))).toBeVisible();
    // A press within half a second of the one before counts as a double click.
    await buyer.waitForTimeout(500);
    await password.fill(DEMO_PASSWORD);
    await button(buyer, t("decision:form.submit")).click();
    await buyer.waitForURL((url) => url.pathname.startsWith(paths.decision("")));
    await expect(buyer.getByText(REASON)).toBeVisible();
    await checkPage(buyer);

    const key = join(folder, "portal-key.json");
    const saved = async (page: typeof buyer, name: string): Promise<string> => {
      const downloaded = page.waitForEvent("download");
      await page.getByRole("link", { name: t("receipt:panel.json") }).click();
      await (await downloaded).saveAs(join(folder, name));
      return join(folder, name);
    };
    const ours = await saved(buyer, "hospital.json");
    const asker = DEMO_SUPPLIERS.find(({ name }) => name.startsWith("Analytika"));
    if (!asker) throw new Error("the demo has that supplier");
    const supplier = await journey.openFor(asker.person);
    await supplier.goto(paths.receivedRequests());
    await supplier
      .getByRole("link", { name: /^Blood count analysers/ })
      .first()
      .click();
    await expect(supplier.getByRole("heading", { name: t("receipt:panel.title") })).toBeVisible();
    await expect(supplier.getByRole("main")).not.toContainText(REASON);
    await checkPage(supplier);
    const theirs = await saved(supplier, "supplier.json");
    const answer = await supplier.request.get(paths.portalKeyFile());
    expect(answer.ok()).toBe(true);
    writeFileSync(key, await answer.body());
    for (const file of [ours, theirs])
      expect(
        execFileSync("npm", ["run", "-s", "cordon", "--", "verify", file, "--key", key], {
          encoding: "utf8",
        }),
      ).toContain(t("cli:receipt.kind.reject"));
    expect(await server.stop()).toBe(0);
  } finally {
    await server.remove();
    rmSync(folder, { recursive: true });
  }
});

test("a file asks for the password where it waits, and a link to one on a page that leads back", async ({
  journey,
}) => {
  const server = ownServer(port, {}, "tests/journeys/ahead-of-time.mjs");
  try {
    await server.start();
    const buyer = await journey.openFor(HOSPITAL_PEOPLE.procurement);
    await buyer.goto(paths.decisions());
    await buyer
      .getByRole("link", { name: /Infusion|pump|monitor|analyser/i })
      .first()
      .click();
    await buyer.waitForURL((url) => url.pathname.startsWith(paths.decision("")));
    const receipt = buyer.getByRole("link", { name: t("receipt:panel.json") });
    await expect(receipt).toBeVisible();

    await server.stop();
    await server.start(LATER);
    journey.expectFault(/^403 GET \/hospital\/decisions\//);
    journey.expectFault(/^422 POST \/confirm-password/);
    await receipt.click();
    const dialog = buyer.getByRole("dialog", { name: t("transfer:export.passwordTitle") });
    const password = dialog.getByLabel(t("components:stepUp.label"));
    await expect(password).toBeFocused();
    await checkPage(buyer);
    await password.fill("not the password");
    await button(dialog, t("transfer:export.passwordSubmit")).click();
    await expect(dialog.getByText(t("components:stepUp.wrongPassword"))).toBeVisible();
    await buyer.waitForTimeout(500);
    await password.fill(DEMO_PASSWORD);
    const inPlace = buyer.waitForEvent("download");
    await button(dialog, t("transfer:export.passwordSubmit")).click();
    expect((await inPlace).suggestedFilename()).toBe("receipt.json");
    await expect(dialog).toBeHidden();

    await buyer.goto(paths.register());
    await server.stop();
    await server.start(LATER_STILL);
    await link(buyer, t("register:download.xlsx")).click();
    await buyer.waitForURL((url) => url.pathname === paths.confirmPassword());
    await checkPage(buyer);
    await buyer.getByLabel(t("components:stepUp.label")).fill(DEMO_PASSWORD);
    const onItsPage = buyer.waitForEvent("download");
    await button(buyer, t("transfer:export.passwordSubmit")).click();
    expect((await onItsPage).suggestedFilename()).toMatch(/\.xlsx$/);
    await checkPage(buyer);
    await link(buyer, t("transfer:export.passwordBack")).click();
    await buyer.waitForURL((url) => url.pathname === paths.register());
    expect(await server.stop()).toBe(0);
  } finally {
    await server.remove();
  }
});
