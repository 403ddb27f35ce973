import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { DEMO_SUPPLIERS, HOSPITAL_PEOPLE } from "~/demo/people";
import { paths } from "~/paths";
import { dayIn } from "./accepting";
import { sendAnswer } from "./declaring";
import { button, checkPage, expect, link, test } from "./journey";
import { t } from "./words";

const [fiktiva, nordlys, imago] = DEMO_SUPPLIERS;
const ASKED = [fiktiva, nordlys, imago];
const DOCUMENT = Buffer.from(
  "%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer\n<< >>\n%%EOF\n",
  "latin1",
);

/** Chooses zones, and suppliers; with a template everything else is there already. */
async function choose(page: Page, zones: ReadonlyArray<number>): Promise<void> {
  for (const place of zones) await page.getByRole("checkbox").nth(place).check();
  await checkPage(page);
  await button(page, t("request:form.choose")).click();
  const suppliers = page.getByRole("group", { name: t("request:form.suppliers") });
  for (const { name } of ASKED) await suppliers.getByRole("checkbox", { name }).check();
}

/** The exit code of the command line for a package and a declaration, both as the supplier saved them. */
function check(packed: string, declaration: string): number {
  try {
    execFileSync("npm", ["run", "-s", "cordon", "--", "check", packed, declaration], { cwd: process.cwd() });
    return 0;
  } catch (error) {
    // What a failed process ends with; anything else has no status and fails the test.
    return (error as { status: number | null }).status ?? 70;
  }
}

async function save(page: Page, name: string | RegExp, path: string): Promise<void> {
  const downloaded = page.waitForEvent("download");
  await page.getByRole("link", { name }).first().click();
  await (await downloaded).saveAs(path);
}

test("a tender from a template: three suppliers, two zones, a package that is checked offline, offers side by side", async ({
  journey,
}) => {
  test.slow();
  const tag = Date.now().toString(36);
  const [subject, name, template] = [`Infusion pump ${tag}`, `Pumps ${tag}`, `Template ${tag}`];
  const page = await journey.openFor(HOSPITAL_PEOPLE.procurement);
  const folder = mkdtempSync(join(tmpdir(), "cordon-tender-"));

  await test.step("what was asked once is kept as a template, with its file", async () => {
    await page.goto(paths.newRequest());
    await choose(page, [0]);
    await page.getByRole("textbox", { name: t("request:subject") }).fill(subject);
    await page.getByLabel(t("common:dueDate")).fill(dayIn(30));
    await page
      .locator("input[type=file]")
      .setInputFiles({ name: `terms-${tag}.pdf`, mimeType: "application/pdf", buffer: DOCUMENT });
    await expect(
      button(page, t("tender:attachments.removeNamed", { name: `terms-${tag}.pdf` })),
    ).toBeVisible();
    await button(page, t("request:form.send")).click();
    await expect(page.getByRole("heading", { level: 1, name: subject })).toBeVisible();
    await checkPage(page);
    await page.getByText(t("tender:template.summary")).click();
    await page.getByLabel(t("tender:template.name")).fill(template);
    await button(page, t("tender:template.submit")).click();
    await expect(page.getByText(t("tender:save-template.done"))).toBeVisible();
  });

  await test.step("the next tender begins from it", async () => {
    await page.goto(paths.requestTemplates());
    await checkPage(page);
    const kept = page.locator("section", { has: page.getByRole("heading", { name: template }) });
    await link(kept, t("tender:template.use")).click();
    await page.waitForURL(/template=/);
    await choose(page, [0, 1]);
    await expect(page.getByRole("textbox", { name: t("request:subject") })).toHaveValue(subject);
    await expect(page.getByText(`terms-${tag}.pdf`)).toBeVisible();
    await page.getByLabel(t("request:form.name")).fill(name);
    await checkPage(page);
    await button(page, t("request:form.send")).dblclick();
    await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
    await checkPage(page);
  });
  const tenderUrl = page.url();

  await test.step("one supplier saves the file and the package, and checks a declaration without the portal", async () => {
    const supplier = await journey.openFor(fiktiva.person);
    await supplier.goto(paths.receivedRequests());
    await link(supplier, subject).first().click();
    await expect(supplier.getByRole("main")).not.toContainText(name);
    await checkPage(supplier);
    await save(supplier, new RegExp(`terms-${tag}`), join(folder, "terms.pdf"));
    const packed = join(folder, "package.zip");
    await save(
      supplier,
      new RegExp(`^${t("declaration:received.package").replace(/[()]/g, "\\$&")}`),
      packed,
    );
    await supplier.goto(paths.products());
    await supplier.locator("main a[href*='/supplier/products/']:not([href$='/new'])").first().click();
    // The list has links to declarations of its own.
    await supplier.waitForURL((url) => url.pathname.startsWith(paths.product("")));
    const declared = supplier.locator("main a[href*='/supplier/declarations/']").first();
    const sheet = (await declared.getAttribute("href"))?.split("?")[0] ?? "";
    const declaration = join(folder, "declaration.json");
    const answer = await supplier.request.get(
      paths.declarationFile(sheet.split("/").at(-1) ?? "", "declaration.json"),
    );
    writeFileSync(declaration, await answer.body());
    expect([0, 1, 2]).toContain(check(packed, declaration));
  });

  await test.step("two suppliers answer", async () => {
    for (const { person } of [fiktiva, nordlys]) {
      const supplier = await journey.openFor(person);
      await supplier.goto(paths.receivedRequests());
      const hrefs = await link(supplier, subject).evaluateAll((links) =>
        links.map((one) => one.getAttribute("href") ?? ""),
      );
      // The two newest are of the second tender.
      for (const href of hrefs.slice(0, 2)) {
        await supplier.goto(href);
        await button(supplier, t("declaration:received.accept")).click();
        await sendAnswer(supplier);
      }
    }
  });

  await test.step("the tender shows how far it is, and the offers are laid side by side", async () => {
    await page.goto(tenderUrl);
    await expect(page.getByRole("progressbar")).toHaveAttribute("value", "4");
    await checkPage(page);
    await page
      .getByRole("link", { name: new RegExp(`^${t("tender:page.offers")} for`) })
      .first()
      .click();
    await expect(page.getByRole("heading", { name: t("offers:summary.title") })).toBeVisible();
    expect(new URL(page.url()).searchParams.getAll("declaration")).toHaveLength(2);
    await checkPage(page);
  });
  rmSync(folder, { recursive: true });
});
