import type { Page } from "@playwright/test";
import { DEMO_HOSPITAL, HOSPITAL_PEOPLE } from "~/demo/people";
import { paths } from "~/paths";
import { choiceOf, createProduct, openArea, sendAnswer, startDeclaration } from "./declaring";
import { expectSaved } from "./drawing";
import { button, checkPage, expect, link, PHONE, test } from "./journey";
import { t } from "./words";

const { procurement } = HOSPITAL_PEOPLE;
const PASSWORD = "a sentence to remember";
/** What a supplier is promised: from opening the link to the request, ready to begin. */
const TWO_MINUTES_MS = 120_000;

type Asked = { subject: string; company: string; email: string };

/** Names of its own, so that runs and tests do not meet. */
function newcomer(): Asked {
  const tag = `${Date.now().toString(36)}${Math.random().toString(36).slice(2, 6)}`;
  return {
    subject: `Ventilator ${tag}`,
    company: `Dýchací přístroje ${tag}`,
    email: `petra.${tag}@pristroje.example`,
  };
}

async function ask(page: Page, { subject, company, email }: Asked): Promise<void> {
  await page.goto(paths.newRequest());
  await page.getByRole("checkbox").first().check();
  await button(page, t("request:form.choose")).click();
  await page.getByText(t("request:form.newSupplier")).click();
  await page.getByLabel(t("request:form.newSupplierName")).fill(company);
  await page.getByLabel(t("request:form.newSupplierEmail")).fill(email);
  await page.getByRole("textbox", { name: t("request:subject") }).fill(subject);
  await page.getByLabel(t("common:dueDate")).fill(dayIn(30));
  await checkPage(page);
  await button(page, t("request:form.send")).click();
  await expect(page.getByRole("heading", { level: 1, name: subject })).toBeVisible();
}

/** The letter comes within seconds; answers its link. */
async function readLetter(page: Page, { email }: Pick<Asked, "email">): Promise<string> {
  const letter = page.getByTestId("letter-link");
  await expect(async () => {
    await page.goto(paths.demoMailbox({ to: email }));
    await expect(letter).toHaveCount(1, { timeout: 500 });
  }).toPass();
  await checkPage(page);
  return (await letter.getAttribute("href")) ?? "";
}

test("from the letter to a signed declaration, as a supplier who has never been here", async ({
  journey,
}) => {
  const asked = newcomer();
  const hospital = await journey.openFor(procurement);
  await test.step("the hospital needs a name and an address", () => ask(hospital, asked));
  const requestUrl = hospital.url();
  const href = await test.step("the letter is in the demo mailbox", () => readLetter(hospital, asked));

  const supplier = await journey.open();
  await test.step("a scanner of mail opens the link several times", async () => {
    for (let count = 0; count < 3; count++) expect((await fetch(href)).status).toBe(200);
  });
  await test.step("the link shows what is asked, and three fields lead in", async () => {
    const since = Date.now();
    await supplier.goto(href);
    await expect(supplier.getByRole("heading", { level: 1, name: asked.subject })).toBeVisible();
    await expect(supplier.getByRole("main")).toContainText(DEMO_HOSPITAL.name);
    await checkPage(supplier);
    await expect(supplier.getByLabel(t("account:asked.organisation"))).toHaveValue(asked.company);
    await join(supplier, href);
    expect(Date.now() - since).toBeLessThan(TWO_MINUTES_MS);
    await expect(supplier.getByRole("heading", { level: 1, name: asked.subject })).toBeVisible();
    await checkPage(supplier);
  });
  const received = supplier.url();

  await test.step("declares a product, answers and signs", async () => {
    await supplier.goto(paths.newProduct());
    await createProduct(supplier, `Ventilator of ${asked.company}`);
    const declaration = await startDeclaration(supplier);
    await openArea(supplier, "RDF");
    await choiceOf(supplier, "CR 5.1", "met").check();
    await expectSaved(supplier);
    await supplier.goto(declaration);
    await link(supplier, t("declaration:sheet.sign")).click();
    await supplier.getByRole("checkbox", { name: t("declaration:signing.confirm") }).check();
    await button(supplier, t("declaration:signing.submit")).click();
    await expect(supplier.getByText(t("declaration:signature.fingerprint"))).toBeVisible();
  });
  await test.step("and sends it", async () => {
    await supplier.goto(received);
    await sendAnswer(supplier);
  });
  await test.step("the hospital sees who answered, and the link is used up", async () => {
    await hospital.goto(requestUrl);
    await expect(hospital.getByText(t("request:page.noAnswer"))).toHaveCount(0);
    await expect(hospital.getByRole("main")).toContainText(asked.email);
    const late = await journey.open();
    await late.goto(href);
    await expect(late.getByText(t("account:asked.closed"))).toBeVisible();
    await checkPage(late);
  });
});

test("on a phone with the keyboard alone: what is wrong is said, nothing typed is lost", async ({
  journey,
}) => {
  const asked = newcomer();
  const hospital = await journey.openFor(procurement);
  await ask(hospital, asked);
  const href = await readLetter(hospital, asked);
  journey.expectFault(/^422 POST \/asked\//);
  const supplier = await journey.open(PHONE);
  await supplier.goto(href);
  await checkPage(supplier);
  await supplier.getByLabel(t("account:name")).focus();
  await supplier.keyboard.type("Petra Nová");
  await supplier.keyboard.press("Tab");
  await supplier.keyboard.type("short");
  await supplier.keyboard.press("Enter");
  await expect(supplier.getByText(t("components:fieldError.password-too-short")).first()).toBeVisible();
  await checkPage(supplier);
  await expect(supplier.getByLabel(t("account:name"))).toHaveValue("Petra Nová");
  await supplier.getByLabel(t("account:password")).focus();
  await supplier.keyboard.press("ControlOrMeta+A");
  await supplier.keyboard.type(PASSWORD);
  await supplier.keyboard.press("Enter");
  await supplier.waitForURL((url) => url.pathname.startsWith(paths.receivedRequest("")));
});

test("a colleague is invited by mail, is given sections and finds them", async ({ journey }) => {
  const { first, declaration, email } = await test.step("somebody has begun", async () => {
    const asked = newcomer();
    const hospital = await journey.openFor(procurement);
    await ask(hospital, asked);
    const first = await journey.open();
    await join(first, await readLetter(hospital, asked));
    await first.goto(paths.newProduct());
    await createProduct(first, `Ventilator of ${asked.company}`);
    return { first, declaration: await startDeclaration(first), email: `colleague.${asked.email}` };
  });
  const colleague = await journey.open();
  await test.step("the colleague is invited, reads the letter and joins", async () => {
    await first.goto(paths.members());
    await checkPage(first);
    await first.getByLabel(t("account:email")).fill(email);
    const invite = first.getByRole("region", { name: t("account:members.invite") });
    await invite.getByRole("checkbox", { name: t("components:role.contributor") }).check();
    await button(first, t("account:members.inviteSubmit")).click();
    await expect(first.getByText(t("account:members.linkMailed", { email }))).toBeVisible();
    await colleague.goto(await readLetter(first, { email }));
    await checkPage(colleague);
    await colleague.getByLabel(t("account:name")).fill("Milan Kolega");
    await colleague.getByLabel(t("account:password")).fill(PASSWORD);
    await button(colleague, t("account:invitation.submit")).click();
    await colleague.waitForURL((url) => url.pathname.startsWith(paths.supplier()));
  });
  await test.step("is given two sections", async () => {
    const sections = paths.declarationSections(declaration.split("/").at(-1) ?? "");
    await first.goto(sections);
    for (const section of [`UC ${t("components:fr.UC.name")}`, `SI ${t("components:fr.SI.name")}`])
      await first.getByRole("checkbox", { name: section }).check();
    await first.getByRole("combobox", { name: t("declaration:sections.to") }).selectOption("Milan Kolega");
    await button(first, t("declaration:sections.submit")).click();
    await expect(first.getByRole("cell", { name: "Milan Kolega" })).toHaveCount(2);
    await checkPage(first);
  });
  await test.step("and finds only them", async () => {
    await colleague.goto(declaration);
    await colleague.getByRole("link", { name: t("declaration:sections.mine") }).click();
    const areas = colleague.getByRole("navigation", { name: t("declaration:sheet.navigation") });
    await expect(areas.getByText(t("declaration:sections.yours"), { exact: true })).toHaveCount(2);
    await expect(areas.getByRole("link", { name: /^IAC/ })).toHaveCount(0);
    await checkPage(colleague);
  });
});

/** Whoever has the link becomes the first person of the supplier. */
async function join(page: Page, href: string): Promise<void> {
  await page.goto(href);
  await page.getByLabel(t("account:name")).fill("Petra Nová");
  await page.getByLabel(t("account:password")).fill(PASSWORD);
  await button(page, t("account:asked.submit")).click();
  await page.waitForURL((url) => url.pathname.startsWith(paths.receivedRequest("")));
}

function dayIn(days: number): string {
  return new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
}

test("whom it does not concern declines by the link, without an account, and the hospital reads why", async ({
  journey,
}) => {
  const asked = newcomer();
  const hospital = await journey.openFor(procurement);
  await ask(hospital, asked);
  const request = hospital.url();
  const href = await readLetter(hospital, asked);
  const stranger = await journey.open(PHONE);
  await stranger.goto(href);
  await stranger
    .locator("summary")
    .filter({ hasText: t("account:asked.declineOpen") })
    .click();
  await checkPage(stranger);

  await test.step("a slip does not decline: reason and box are asked for", async () => {
    journey.expectFault(/^422 POST \/asked\//);
    await button(stranger, t("account:asked.declineSubmit")).click();
    await expect(stranger.getByRole("alert").first()).toBeVisible();
    await checkPage(stranger);
  });

  await test.step("declined for good", async () => {
    await stranger.getByLabel(t("account:asked.declineReason")).fill("We make no ventilators.");
    await stranger
      .getByRole("checkbox", { name: t("account:asked.declineFinal", { supplier: asked.company }) })
      .check();
    await button(stranger, t("account:asked.declineSubmit")).click();
    await expect(
      stranger.getByRole("heading", { level: 1, name: t("account:asked.declinedTitle") }),
    ).toBeVisible();
    await checkPage(stranger);
    await stranger.goto(href);
    await expect(
      stranger.getByRole("heading", { level: 1, name: t("account:asked.declinedTitle") }),
    ).toBeVisible();
  });

  await test.step("the hospital reads the reason and by whom", async () => {
    await hospital.goto(request);
    await expect(hospital.getByText("We make no ventilators.")).toBeVisible();
    await expect(hospital.getByText(/Declined by whoever had the link/)).toBeVisible();
    await checkPage(hospital);
  });
});
