import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import { DEMO_SUPPLIERS, HOSPITAL_PEOPLE } from "~/demo/people";
import { paths } from "~/paths";
import { choiceOf, createProduct, expectSheet, openArea, startDeclaration } from "./declaring";
import { button, checkPage, expect, link, test } from "./journey";
import { t } from "./words";

const [{ person: supplierPerson }, { person: rivalPerson }] = DEMO_SUPPLIERS;

/** A document of some megabytes: several parts. */
function aDocument(marker: string, megabytes: number): Buffer {
  const line = `%${marker}${"x".repeat(1_022)}\n`;
  const filler = line.repeat(Math.ceil((megabytes * 1024 * 1024) / line.length));
  return Buffer.from(
    `%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\n${filler}trailer\n<< >>\n%%EOF\n`,
    "latin1",
  );
}

const first = aDocument("first", 5);
const second = aDocument("second", 1);

async function choose(page: Page, name: string, buffer: Buffer): Promise<void> {
  await page.locator("input[type=file]").setInputFiles({ name, mimeType: "application/pdf", buffer });
}

async function download(page: Page, name: string | RegExp): Promise<Buffer> {
  const [saved] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name }).first().click(),
  ]);
  return readFileSync(await saved.path());
}

test("a file survives a cut line, is replaced, and is read by the hospital it was shared with alone", async ({
  journey,
}) => {
  test.slow();
  const page = await journey.openFor(supplierPerson);
  const product = `Proof ${Date.now()}`;
  await page.goto(paths.newProduct());
  await createProduct(page, product);
  const sheet = await startDeclaration(page);
  const declarationId = sheet.split("/").at(-1) ?? "";
  const evidence = paths.declarationEvidence(declarationId);

  await test.step("the line is cut in the middle, and comes back", async () => {
    journey.expectFault(/^net::ERR_INTERNET_DISCONNECTED (PUT|GET) \/uploads\//);
    await page.goto(evidence);
    await checkPage(page);
    await link(page, t("declaration:evidence.add")).first().click();
    await page.getByLabel(t("declaration:evidence.fileTitle")).fill("Certificate 4711");
    await page.getByLabel(t("declaration:evidence.scheme")).fill("iec-62443-4-2");
    let parts = 0;
    await page.route("**/uploads/*", async (route) => {
      if (route.request().method() === "PUT" && ++parts === 2) await page.context().setOffline(true);
      await route.continue();
    });
    await choose(page, "certificate.pdf", first);
    await expect(page.getByText(t("files:problem.unreachable"))).toBeVisible();
    await expect(page.getByText(/^4 MB of 5 MB sent$/)).toBeVisible();
    await expect(button(page, t("declaration:evidence.save"))).toHaveAttribute("aria-disabled", "true");
    await checkPage(page);
    await page.context().setOffline(false);
    await expect(
      page.getByText(t("files:attached", { name: "certificate.pdf", size: "5 MB" })),
    ).toBeVisible();
    await page.unroute("**/uploads/*");
    await button(page, t("declaration:evidence.save")).click();
    await expect(page.getByRole("link", { name: /certificate\.pdf/ })).toBeVisible();
    expect((await download(page, /certificate\.pdf/)).equals(first)).toBe(true);
  });

  await test.step("sending can be cancelled with the keyboard, and what is no document is refused", async () => {
    await page
      .getByRole("link", { name: t("declaration:evidence.editOf", { title: "Certificate 4711" }) })
      .click();
    await page.route("**/uploads/*", async (route) => {
      if (route.request().method() !== "PUT") await route.continue();
    });
    await choose(page, "slow.pdf", first);
    await button(page, t("files:upload.cancel")).focus();
    await page.keyboard.press("Enter");
    await expect(page.getByText(t("files:upload.cancelled")).last()).toBeVisible();
    await page.unroute("**/uploads/*");
    journey.expectFault(/^422 POST \/uploads\//);
    await choose(page, "page.pdf", Buffer.from("<html><script>alert(1)</script></html>"));
    await expect(page.getByText(t("files:fault.active-page"))).toBeVisible();
    await checkPage(page);
  });

  await test.step("the file is replaced, and the old one stays", async () => {
    await choose(page, "certificate-2026.pdf", second);
    await expect(
      page.getByText(t("files:attached", { name: "certificate-2026.pdf", size: "1 MB" })),
    ).toBeVisible();
    await button(page, t("declaration:evidence.save")).click();
    await expect(page.getByRole("link", { name: /certificate-2026\.pdf/ })).toBeVisible();
    await page.getByText(t("files:replacedFiles", { count: 1 })).click();
    expect((await download(page, /certificate\.pdf/)).equals(first)).toBe(true);
    await checkPage(page);
  });

  const fileLink = await page.getByRole("link", { name: /certificate-2026\.pdf/ }).getAttribute("href");
  const shared = (fileLink ?? "").replace(/^\/supplier/, "/hospital");
  const hospital = await journey.openFor(HOSPITAL_PEOPLE.auditor);
  const statusFor = async (at: Page, path: string) => (await at.request.get(path)).status();
  expect(await statusFor(hospital, shared)).toBe(404);

  await test.step("signed and shared", async () => {
    await page.goto(sheet);
    await expectSheet(page);
    await openArea(page, "RDF");
    await choiceOf(page, "CR 5.1", "met").check();
    await expect(page.getByText(/^saved/i).first()).toBeVisible();
    await link(page, t("declaration:sheet.sign")).click();
    await page.getByRole("checkbox", { name: t("declaration:signing.confirm") }).check();
    await page.getByRole("radio").last().check();
    await button(page, t("declaration:signing.submit")).click();
    await expect(page.getByText(t("declaration:signature.fingerprint"))).toBeVisible();
  });

  await test.step("the hospital reads it, another supplier does not", async () => {
    const answer = await hospital.request.get(shared);
    expect([answer.status(), (await answer.body()).equals(second)]).toEqual([200, true]);
    await hospital.goto(paths.placement(declarationId));
    await hospital.locator(`main a[href^="/hospital/assess/"]`).first().click();
    await expect(hospital).toHaveURL(/\/hospital\/assess\//);
    expect((await download(hospital, /certificate-2026\.pdf/)).equals(second)).toBe(true);
    await checkPage(hospital);
    const rival = await journey.openFor(rivalPerson);
    expect(await statusFor(rival, fileLink ?? "")).toBe(404);
    expect(await statusFor(rival, shared)).toBe(404);
  });

  await test.step("the file backs another product without being sent again", async () => {
    await page.goto(paths.newProduct());
    await createProduct(page, `${product} Plus`);
    await startDeclaration(page);
    await page.getByRole("link", { name: new RegExp(`^${t("declaration:tab.evidence")}`) }).click();
    await page
      .getByRole("link", { name: t("files:library.useOf", { name: "certificate-2026.pdf" }) })
      .click();
    await expect(page.getByLabel(t("declaration:evidence.fileTitle"))).toHaveValue("Certificate 4711");
    await button(page, t("declaration:evidence.save")).click();
    await expect(page.getByRole("link", { name: /certificate-2026\.pdf/ })).toBeVisible();
  });
});
