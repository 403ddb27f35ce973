import type { Page } from "@playwright/test";
import { HOSPITAL_PEOPLE } from "~/demo/people";
import { paths } from "~/paths";
import { askForException, dayIn, grantException } from "./accepting";
import { button, checkPage, expect, link, test } from "./journey";
import { t } from "./words";

const { lead, procurement } = HOSPITAL_PEOPLE;
const APPROVE = t("decision:kind.approve-with-conditions");

test.setTimeout(600_000);

/** The pump of the demo in a zone for which nobody has decided on it. */
async function openUndecided(page: Page): Promise<string> {
  await page.goto(paths.exceptions());
  await page
    .getByRole("link", { name: /^InfuFlow 3/ })
    .first()
    .click();
  const today = link(page.getByRole("main"), t("exception:page.toAssessment"));
  const path = (await today.getAttribute("href")) ?? "";
  return path.replace("/wireless-medical/", "/imaging/");
}

test("what a product lacks is accepted by a second person, approved with a condition, and revoked again", async ({
  journey,
}) => {
  const buyer = await journey.openFor(procurement);
  const assessment = await openUndecided(buyer);
  await buyer.goto(assessment);
  await test.step("without an exception there is nothing to approve", async () => {
    await expect(buyer.getByRole("radio", { name: APPROVE })).toBeDisabled();
    await checkPage(buyer);
  });
  await test.step("a request that says nothing is refused with all that is missing", async () => {
    await link(buyer.getByRole("main"), t("exception:panel.ask")).click();
    await expect(button(buyer, t("exception:form.submit"))).toBeVisible();
    journey.expectFault(/^422 POST \/hospital\/exceptions\/new/);
    await button(buyer, t("exception:form.submit")).click();
    const alert = buyer.getByRole("alert").filter({ hasText: t("exception:field.residualRisk") });
    for (const field of ["gaps", "reason", "residualText", "expiresOn"] as const)
      await expect(alert).toContainText(t(`exception:field.${field}`));
    await checkPage(buyer);
    await buyer.goto(assessment);
  });
  const path = await test.step("procurement asks", () => askForException(buyer, "The only pump to be had"));
  await test.step("and cannot grant it", async () => {
    await expect(buyer.getByText(t("exception:moves.waiting"))).toBeVisible();
    await expect(button(buyer, t("exception:moves.grant"))).toHaveCount(0);
    await checkPage(buyer);
  });

  const security = await journey.openFor(lead);
  await test.step("the lead finds it and grants it", async () => {
    await security.goto(paths.exceptions());
    const waiting = security.getByRole("table", { name: t("exception:list.mineCaption") });
    await expect(waiting.locator(`a[href="${path}"]`)).toBeVisible();
    await grantException(security, path);
  });

  await test.step("procurement approves with a condition", async () => {
    await buyer.goto(assessment);
    await buyer.getByRole("radio", { name: APPROVE }).check();
    await buyer.getByRole("textbox", { name: t("decision:form.reason") }).fill("Accepted for half a year");
    await buyer.getByLabel(t("decision:form.condition.text")).first().fill("A place of its own");
    await buyer.getByLabel(t("decision:form.condition.owner")).first().fill("Security");
    await buyer.getByLabel(t("decision:form.condition.dueOn")).first().fill(dayIn(30));
    await button(buyer, t("decision:form.submit")).click();
    await buyer.waitForURL((url) => url.pathname.startsWith(paths.decision("")));
    await expect(buyer.getByText(t("decision:review.holds"))).toBeVisible();
    await expect(buyer.locator(`a[href="${path}"]`)).toBeVisible();
    await checkPage(buyer);
  });

  await test.step("the lead revokes it, and the decision needs review", async () => {
    await security.reload();
    await security.getByText(t("exception:moves.revoke"), { exact: true }).click();
    await security.getByRole("textbox", { name: t("exception:moves.reason") }).fill("Attacked elsewhere");
    await button(security, t("exception:moves.revokeSubmit")).click();
    await expect(security.getByRole("main").getByText(t("exception:standing.revoked")).first()).toBeVisible();
    await checkPage(security);
    await buyer.reload();
    const callout = buyer.locator(".callout").filter({ hasText: t("decision:review.cause.exception-ended") });
    await expect(callout.locator(`a[href="${path}"]`)).toBeVisible();
    await checkPage(buyer);
  });
});
