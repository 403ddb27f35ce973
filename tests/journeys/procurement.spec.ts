import type { Page } from "@playwright/test";
import { DEMO_SUPPLIERS, HOSPITAL_PEOPLE } from "~/demo/people";
import { paths } from "~/paths";
import { askForException, dayIn, grantException } from "./accepting";
import { choiceOf, createProduct, openArea, sendAnswer, startDeclaration } from "./declaring";
import { createModel, drawZone, expectSaved, panelOf, zoneOnCanvas } from "./drawing";
import { again, button, checkPage, expect, link, test } from "./journey";
import { ownServer } from "./own-server";
import { approve, openSubmission, submit } from "./publishing";
import { t } from "./words";

const { engineer, lead, procurement } = HOSPITAL_PEOPLE;
const [fiktiva, nordlys, imago] = DEMO_SUPPLIERS;

const port = Number(process.env.CORDON_JOURNEYS_PORT ?? 43_117) + 15;
test.use({ baseURL: `http://localhost:${port}` });
test.setTimeout(900_000);

/** An exception of half a year has run out by then, and everybody has to sign in again. */
const LATER = { DAYS_AHEAD: "190" };
const APPROVE = t("decision:kind.approve-with-conditions");

test("a tender of three offers, one approved, overtaken by a revision, excepted, and run out on the portal's clock", async ({
  journey,
}) => {
  const server = ownServer(port, {}, "tests/journeys/ahead-of-time.mjs");
  try {
    await server.start();
    const [ward, product, subject] = [again("Holter ward"), again("Ritmolog"), again("Holter software")];
    const security = await journey.openFor(engineer);
    const second = await journey.openFor(lead);
    const buyer = await journey.openFor(procurement);

    const modelId = await test.step("a zone that asks for little", async () => {
      await security.goto(paths.models());
      await link(security, t("model:list.new")).click();
      const id = await createModel(security, again("Holter laboratory"), "West campus");
      await drawZone(security, ward);
      await setTarget(security, { others: "0", TRE: "1" });
      await submit(security, id, "First state");
      await openSubmission(second, id);
      await approve(second, 1);
      return id;
    });

    const tender = await test.step("procurement asks three suppliers at once", async () => {
      await buyer.goto(paths.newRequest());
      await buyer.getByRole("checkbox", { name: ward }).check();
      await button(buyer, t("request:form.choose")).click();
      const suppliers = buyer.getByRole("group", { name: t("request:form.suppliers") });
      for (const { name } of [fiktiva, nordlys, imago])
        await suppliers.getByRole("checkbox", { name }).check();
      await buyer.getByRole("textbox", { name: t("request:subject") }).fill(subject);
      await buyer.getByLabel(t("request:form.name")).fill(subject);
      await buyer.getByLabel(t("common:dueDate")).fill(dayIn(30));
      await button(buyer, t("request:form.send")).click();
      await expect(buyer.getByRole("heading", { level: 1, name: subject })).toBeVisible();
      return buyer.url();
    });

    await test.step("each of them answers; one declares a product for it", async () => {
      const supplier = await journey.openFor(fiktiva.person);
      await supplier.goto(paths.products());
      await link(supplier, t("declaration:product.new")).first().click();
      await createProduct(supplier, product);
      const sheet = await startDeclaration(supplier);
      await openArea(supplier, "TRE");
      await choiceOf(supplier, "CR 6.1", "met").check();
      await expectSaved(supplier);
      await choiceOf(supplier, "CR 6.2", "not-met").check();
      await expectSaved(supplier);
      await supplier.goto(sheet);
      await link(supplier, t("declaration:sheet.sign")).click();
      await supplier.getByRole("checkbox", { name: t("declaration:signing.confirm") }).check();
      await button(supplier, t("declaration:signing.submit")).click();
      await expect(supplier.getByText(t("declaration:signature.fingerprint"))).toBeVisible();
      await answer(supplier, subject, product);
      for (const { person } of [nordlys, imago]) await answer(await journey.openFor(person), subject);
    });

    const assessment =
      await test.step("the three offers side by side; the one that fits is looked into", async () => {
        await buyer.goto(tender);
        await expect(buyer.getByRole("progressbar")).toHaveAttribute("value", "3");
        await buyer
          .getByRole("link", { name: new RegExp(`^${t("tender:page.offers")} for`) })
          .first()
          .click();
        await expect(buyer.getByRole("heading", { name: t("offers:summary.title") })).toBeVisible();
        expect(new URL(buyer.url()).searchParams.getAll("declaration")).toHaveLength(3);
        await checkPage(buyer);
        await link(buyer, t("offers:summary.decideOn", { product: `${product} 1.0` })).click();
        await expect(
          buyer.getByRole("heading", { level: 1, name: t("assessment:title", { product, zone: ward }) }),
        ).toBeVisible();
        return buyer.url();
      });

    const first = await test.step("it is approved with a condition", () =>
      decide(buyer, "The only one that fits"));

    await test.step("a new revision asks for more, and the approval needs review", async () => {
      await security.goto(paths.model(modelId));
      await zoneOnCanvas(security, ward).click();
      await setTarget(security, { TRE: "2" });
      await submit(security, modelId, "Alarms are watched now");
      await openSubmission(second, modelId);
      await approve(second, 2);
      await buyer.goto(first);
      const callout = buyer
        .locator(".callout")
        .filter({ hasText: t("decision:review.cause.result-changed") });
      await expect(callout).toContainText("CR 6.2");
      await checkPage(buyer);
    });

    await test.step("what it lacks is accepted for half a year, and the approval is renewed", async () => {
      await buyer.goto(assessment);
      await expect(buyer.getByRole("radio", { name: APPROVE })).toBeDisabled();
      await grantException(second, await askForException(buyer, "Nothing else fits the recorders"));
      await buyer.goto(assessment);
    });
    const renewed = await test.step("with a condition again", () =>
      decide(buyer, "Accepted for half a year"));
    expect(renewed).not.toBe(first);

    await test.step("half a year later the exception has run out, and everybody is told", async () => {
      await server.stop();
      await server.start(LATER);
      const then = await journey.openFor(procurement);
      await then.goto(paths.hospital());
      await expect(then.getByText(t("decision:overview.decisions-to-review.title"))).toBeVisible();
      await then.goto(renewed);
      const callout = then
        .locator(".callout")
        .filter({ hasText: t("decision:review.cause.exception-ended") });
      await expect(callout).toBeVisible();
      await callout.getByRole("link").first().click();
      await expect(then.getByRole("main").getByText(t("exception:standing.expired")).first()).toBeVisible();
      await checkPage(then);
      await then.goto(assessment);
      await expect(then.getByRole("radio", { name: APPROVE })).toBeDisabled();
      await then.goto(paths.calendar());
      await expect(then.getByRole("heading", { name: t("calendar:overdue.title") })).toBeVisible();
      await checkPage(then);
    });
    expect(await server.stop()).toBe(0);
  } finally {
    await server.remove();
  }
});

/** Of the zone whose panel is open. */
async function setTarget(page: Page, { others, TRE }: { others?: string; TRE: string }): Promise<void> {
  if (others !== undefined) {
    await panelOf(page)
      .getByRole("button", { name: t("diagram:panel.setTarget") })
      .click();
    for (const fr of ["IAC", "UC", "SI", "DC", "RDF", "RA"])
      await panelOf(page)
        .getByRole("combobox", { name: new RegExp(`^${fr}`) })
        .selectOption(others);
  }
  await panelOf(page).getByRole("combobox", { name: /^TRE/ }).selectOption(TRE);
  await expectSaved(page);
}

/** With that product, or with the first that is offered. */
async function answer(page: Page, subject: string, product = ""): Promise<void> {
  await page.goto(paths.receivedRequests());
  await link(page, subject).first().click();
  await button(page, t("declaration:received.accept")).click();
  await sendAnswer(page, page.getByRole("region", { name: new RegExp(`^${product}`) }));
}

/** From an open assessment; answers where the decision stands. */
async function decide(page: Page, reason: string): Promise<string> {
  await page.getByRole("radio", { name: APPROVE }).check();
  await page.getByRole("textbox", { name: t("decision:form.reason") }).fill(reason);
  await page.getByLabel(t("decision:form.condition.text")).first().fill("Collector of the zone in service");
  await page.getByLabel(t("decision:form.condition.owner")).first().fill("IT infrastructure");
  await page.getByLabel(t("decision:form.condition.dueOn")).first().fill(dayIn(14));
  await button(page, t("decision:form.submit")).click();
  await page.waitForURL((url) => url.pathname.startsWith(paths.decision("")));
  await expect(page.getByText(t("decision:review.holds"))).toBeVisible();
  await checkPage(page);
  return page.url();
}
