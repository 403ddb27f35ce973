import { DEMO_SUPPLIERS, HOSPITAL_PEOPLE } from "~/demo/people";
import { paths } from "~/paths";
import { again, button, checkPage, expect, link, test } from "./journey";
import { fillInRequest, openRequestForm, pressAgain } from "./requesting";
import { t } from "./words";

const [, , , { name: supplierName, person: supplier }] = DEMO_SUPPLIERS;

test("a question about a request is answered below it, also when the answer goes out at the second try only", async ({
  journey,
}) => {
  test.slow();
  const subject = again("Which archive");
  const question = "Does the archive of ward 3 count?";
  const answer = "The one of ward 3 only";
  const asker = await journey.openFor(HOSPITAL_PEOPLE.procurement);

  await test.step("asked from the page of the request", async () => {
    await openRequestForm(asker);
    await fillInRequest(asker, subject, supplierName);
    await button(asker, t("request:form.send")).click();
    await expect(asker.getByRole("heading", { level: 1, name: subject })).toBeVisible();
    await link(asker, t("dialogue:ask")).click();
    await asker.getByRole("textbox", { name: t("dialogue:form.text") }).fill(question);
    await checkPage(asker);
    await button(asker, t("dialogue:form.submit")).click();
    await expect(asker.getByRole("heading", { level: 1, name: subject })).toBeVisible();
    await expect(asker.locator("#questions")).toContainText(question);
  });

  const page = await journey.openFor(supplier);
  const thread = page.locator(".comment-thread").filter({ hasText: question });
  const reply = thread.getByRole("textbox", { name: t("dialogue:reply.label") });
  const alert = page.getByRole("alert");

  await test.step("what cannot be sent stays written", async () => {
    await page.goto(paths.receivedRequests());
    await link(page.getByRole("main"), subject).click();
    await thread.getByText(t("dialogue:reply.summary"), { exact: true }).click();
    await reply.fill(answer);
    journey.expectFault(/^net::ERR_INTERNET_DISCONNECTED /);
    await page.context().setOffline(true);
    await button(thread, t("dialogue:reply.submit")).click();
    await expect(alert).toContainText(t("shell:notSent.unreachable.title"));
    await expect(reply).toHaveValue(answer);
    await checkPage(page);
    await page.context().setOffline(false);
  });

  await test.step("sent again it stands below the question, and the next one begins empty", async () => {
    await pressAgain(button(thread, t("dialogue:reply.submit")));
    await expect(thread.locator(".comment-reply")).toContainText(answer);
    await expect(alert).toHaveCount(0);
    await expect(thread.getByText(t("dialogue:state.answered"))).toBeVisible();
    await expect(page.getByRole("heading", { level: 1, name: subject })).toBeVisible();
    await expect(thread.locator("textarea")).toHaveValue("");
    await checkPage(page);
  });

  await test.step("whoever asked finds it among what waits, and settles it", async () => {
    await asker.goto(paths.questions());
    await link(asker.getByRole("main"), subject).click();
    const asked = asker.locator(".comment-thread").filter({ hasText: question });
    await expect(asked).toContainText(answer);
    await button(asked, t("dialogue:settle")).click();
    await expect(asked.getByText(t("dialogue:state.settled"))).toBeVisible();
    await checkPage(asker);
    await asker.goto(paths.questions());
    await expect(link(asker.getByRole("main"), subject)).toHaveCount(0);
  });
});
