import type { Page } from "@playwright/test";
import { DEMO_SUPPLIERS, HOSPITAL_PEOPLE } from "~/demo/people";
import { paths } from "~/paths";
import { choiceOf, createProduct, expectSheet, openArea, startDeclaration } from "./declaring";
import { createModel, drawZone, expectSaved, panelOf, zoneOnCanvas } from "./drawing";
import { again, button, checkPage, expect, fillInSignIn, link, test } from "./journey";
import { fillInRequest, openRequestForm, pressAgain } from "./requesting";
import { t } from "./words";

const { auditor, engineer, lead, procurement } = HOSPITAL_PEOPLE;
const [, { person: supplier }, { person: otherSupplier }] = DEMO_SUPPLIERS;

test("a wrong password is told without saying whether the account exists", async ({ journey }) => {
  const page = await journey.open();
  journey.expectFault(/^422 POST \/sign-in/);
  await page.goto(paths.signIn());
  for (const email of [auditor.email, "nobody@demo-hospital.example"]) {
    await page.getByLabel(t("account:email")).fill(email);
    await page.getByLabel(t("account:password")).fill("not the password");
    // The second answer reads like the first: it is there once the portal has given it.
    const answer = page.waitForResponse((response) => response.request().method() === "POST");
    await button(page.getByRole("main"), t("account:signIn.submit")).click();
    await answer;
    await expect(page.getByRole("main")).toContainText(t("account:signIn.wrong"));
    await expect(page.getByRole("main").locator("[aria-busy=true]")).toHaveCount(0);
    await checkPage(page);
  }
  // A press within half a second counts as the second click of the same hand.
  await page.waitForTimeout(500);
  await fillInSignIn(page, auditor);
  await expect(page.getByText(auditor.name).first()).toBeVisible();
});

test("an empty sign-in goes nowhere and leads to the first field", async ({ journey }) => {
  const page = await journey.open();
  await page.goto(paths.signIn());
  await button(page.getByRole("main"), t("account:signIn.submit")).click();
  await expect(page.getByLabel(t("account:email"))).toBeFocused();
});

test("an empty request names each field and leads to it", async ({ journey }) => {
  const page = await journey.openFor(procurement);
  journey.expectFault(/^422 POST \/hospital\/requests\/new/);
  await openRequestForm(page);
  await button(page, t("request:form.send")).click();
  const alert = page.getByRole("alert");
  await expect(alert).toBeFocused();
  await expect(alert).toContainText(t("components:formError.title", { count: 3 }));
  await checkPage(page);
  const subject = page.getByRole("textbox", { name: t("request:subject") });
  await link(alert, t("request:subject")).click();
  await expect(subject).toBeFocused();
  await expect(subject).toHaveAccessibleDescription(new RegExp(t("components:fieldError.required")));
  await expect(subject).toHaveAttribute("aria-invalid", "true");
});

test("an address that does not exist helps on, signed in or not", async ({ journey }) => {
  journey.expectFault(/^404 GET \/no\/such\/page/);
  for (const page of [await journey.open(), await journey.openFor(engineer)]) {
    await page.goto("/no/such/page");
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(t("shell:error.404.title"));
    await checkPage(page);
  }
});

test("what belongs to others looks as if it did not exist", async ({ journey }) => {
  const theirs = await journey.openFor(supplier);
  await theirs.goto(paths.products());
  await theirs.locator('main a[href^="/supplier/products/"]:not([href$="/new"])').first().click();
  // The list has links to declarations of its own.
  await theirs.waitForURL((url) => url.pathname.startsWith(paths.product("")));
  await theirs.locator('main a[href^="/supplier/declarations/"]').first().click();
  await theirs.waitForURL((url) => url.pathname.startsWith(paths.declaration("")));

  const mine = await journey.openFor(otherSupplier);
  journey.expectFault(/^404 GET \/supplier\/declarations\//);
  await mine.goto(theirs.url());
  await expect(mine.getByRole("heading", { level: 1 })).toHaveText(t("shell:error.404.title"));
  await checkPage(mine);
  journey.expectFault(/^403 GET \/hospital\/models/);
  await mine.goto(paths.models());
  await expect(mine.getByRole("heading", { level: 1 })).toHaveText(t("shell:error.403.title"));
  await checkPage(mine);
});

test("a session that ends while drawing loses nothing", async ({ journey }) => {
  const page = await journey.openFor(engineer);
  await openNewModel(page, "Signed out");
  await drawZone(page, "Before");
  await expectSaved(page);

  await page.context().clearCookies();
  journey.expectFault(/^401 (POST|GET) \/hospital\/models\//);
  await drawZone(page, "While signed out");
  await expect(page.getByText(t("diagram:obstacle.signedOutText"))).toBeVisible();
  await checkPage(page);
  await link(page, t("diagram:obstacle.signIn")).click();
  await fillInSignIn(page, engineer);
  await expect(zoneOnCanvas(page, "While signed out")).toBeVisible();
  await expectSaved(page);
  await page.reload();
  await expect(zoneOnCanvas(page, "While signed out")).toBeVisible();
});

test("a session that ends while answering loses nothing", async ({ journey }) => {
  const page = await journey.openFor(supplier);
  await openNewSheet(page, "Signed out");
  await openArea(page, "TRE");
  await page.context().clearCookies();
  journey.expectFault(/^401 (POST|GET) \/supplier\/declarations\//);
  await choiceOf(page, "CR 6.1", "met").check();
  await expect(page.getByText(t("declaration:saving.signedOut.title"))).toBeVisible();
  await checkPage(page);
  await link(page, t("declaration:saving.signedOut.action")).click();
  await fillInSignIn(page, supplier);
  await expect(choiceOf(page, "CR 6.1", "met")).toBeChecked();
  await expectSaved(page);
  await page.reload();
  await expect(choiceOf(page, "CR 6.1", "met")).toBeChecked();
});

test("a network that is cut while drawing loses nothing", async ({ journey }) => {
  const page = await journey.openFor(engineer);
  await openNewModel(page, "Cut off");
  journey.expectFault(/^net::ERR_INTERNET_DISCONNECTED /);
  await page.context().setOffline(true);
  await drawZone(page, "Drawn offline");
  await expect(page.getByText(t("diagram:obstacle.unreachable"))).toBeVisible();
  await checkPage(page);
  await page.context().setOffline(false);
  await expectSaved(page);
  await page.reload();
  await expect(zoneOnCanvas(page, "Drawn offline")).toBeVisible();
});

test("a network that is cut while answering loses nothing", async ({ journey }) => {
  const page = await journey.openFor(supplier);
  await openNewSheet(page, "Cut off");
  await openArea(page, "RDF");
  journey.expectFault(/^net::ERR_INTERNET_DISCONNECTED /);
  await page.context().setOffline(true);
  await choiceOf(page, "CR 5.1", "met").check();
  await expect(page.getByText(t("declaration:saving.unreachable.title"))).toBeVisible();
  await checkPage(page);
  await page.context().setOffline(false);
  await expectSaved(page);
  await page.reload();
  await expect(choiceOf(page, "CR 5.1", "met")).toBeChecked();
});

test("a form that cannot be sent stays filled in until it can", async ({ journey }) => {
  const page = await journey.openFor(procurement);
  const subject = again("Sent at last");
  await openRequestForm(page);
  await fillInRequest(page, subject);
  const send = button(page, t("request:form.send"));

  journey.expectFault(/^net::ERR_INTERNET_DISCONNECTED /);
  await page.context().setOffline(true);
  await send.click();
  const alert = page.getByRole("alert");
  await expect(alert).toContainText(t("shell:notSent.unreachable.title"));
  await checkPage(page);
  await expect(page.getByRole("textbox", { name: t("request:subject") })).toHaveValue(subject);
  await page.context().setOffline(false);
  await page.context().clearCookies();

  journey.expectFault(/^401 POST \/hospital\/requests\/new/);
  await pressAgain(send);
  await expect(alert).toContainText(t("shell:notSent.signed-out.title"));
  await checkPage(page);
  const inAnotherTab = page.waitForEvent("popup");
  await link(alert, t("shell:notSent.signIn")).click();
  const other = await inAnotherTab;
  await fillInSignIn(other, procurement);
  await other.waitForURL((url) => url.pathname !== paths.signIn());
  await other.close();

  await pressAgain(send);
  await expect(page.getByRole("heading", { level: 1, name: subject })).toBeVisible();
  await expect(alert).toHaveCount(0);
});

test("what was refused still stands beside what cannot be sent, also where the page is read anew", async ({
  journey,
}) => {
  const page = await journey.openFor(lead);
  await page.goto(paths.policy());
  const reason = page.getByRole("textbox", { name: t("policy:form.reason") });
  const save = button(page, t("policy:form.save"));
  journey.expectFault(/^422 POST \/hospital\/settings\/policy/);
  await save.click();
  await expect(reason).toHaveAttribute("aria-invalid", "true");
  await reason.fill("Agreed in the committee");

  journey.expectFault(/^net::ERR_INTERNET_DISCONNECTED /);
  await page.context().setOffline(true);
  await pressAgain(save);
  await expect(page.getByRole("alert").last()).toContainText(t("shell:notSent.unreachable.title"));
  await expect(reason).toHaveValue("Agreed in the committee");
  await expect(reason).toHaveAttribute("aria-invalid", "true");
  await checkPage(page);
});

test("a double click sends one request", async ({ journey }) => {
  const page = await journey.openFor(procurement);
  const subject = again("Pressed twice");
  await openRequestForm(page);
  await fillInRequest(page, subject);
  await button(page, t("request:form.send")).dblclick();
  await expect(page.getByRole("heading", { level: 1, name: subject })).toBeVisible();
  await page.goto(paths.requests());
  await expect(page.getByRole("link", { name: subject })).toHaveCount(1);
});

async function openNewModel(page: Page, name: string): Promise<string> {
  await page.goto(paths.newModel());
  const modelId = await createModel(page, name, `${name} site`);
  await expect(button(page, t("diagram:toolbar.addZone"))).toBeVisible();
  await expect(panelOf(page).getByText(t("diagram:panel.nothing"))).toBeVisible();
  return modelId;
}

async function openNewSheet(page: Page, product: string): Promise<void> {
  await page.goto(paths.newProduct());
  await createProduct(page, again(product));
  await startDeclaration(page);
  await expectSheet(page);
}
