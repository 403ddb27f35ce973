import { readFileSync } from "node:fs";
import { DEMO_SUPPLIERS, HOSPITAL_PEOPLE } from "~/demo/people";
import { paths } from "~/paths";
import { again, button, checkPage, expect, link, test } from "./journey";
import { t } from "./words";

const { engineer } = HOSPITAL_PEOPLE;
const [supplier] = DEMO_SUPPLIERS.filter(({ id }) => id === "demo-plynotech");
/** Stands in the demo campus as the panels of all wards. */
const PANEL = "OxiGuard gas alarm panel 3.0";
const NUMBER = "CVE-2026-12345";

/** An advisory in the format that suppliers publish in (CSAF 2.0). */
function advisory(title: string): Buffer {
  return Buffer.from(
    JSON.stringify({
      document: {
        ...{ csaf_version: "2.0", category: "csaf_security_advisory", title },
        ...{ publisher: { name: "Plynotech" }, tracking: { id: "PLY-7" } },
      },
      product_tree: { full_product_names: [{ product_id: "P", name: PANEL }] },
      vulnerabilities: [
        {
          ...{ cve: NUMBER, product_status: { known_affected: ["P"] } },
          remediations: [{ category: "workaround", details: "Close port 502", product_ids: ["P"] }],
          threats: [{ category: "impact", details: "Whoever reaches the port silences the alarm." }],
        },
      ],
    }),
  );
}

test("a supplier publishes an advisory from a file; the hospital sees where it stands, records and takes its report", async ({
  journey,
}) => {
  test.slow();
  if (!supplier) throw new Error("the demo has no such supplier");
  const title = again("Gas alarms can be silenced from the network");
  const record = again("Alarm on ward 2 stayed silent");

  await test.step("the file becomes a draft that no hospital sees, and is published", async () => {
    const page = await journey.openFor(supplier.person);
    await page.goto(paths.newNotice());
    await page
      .locator("input[type=file]")
      .setInputFiles({ name: "advisory.json", mimeType: "application/json", buffer: advisory(title) });
    await button(page, t("notice:form.read")).click();
    await expect(page.getByRole("heading", { name: title, level: 1 })).toBeVisible();
    await checkPage(page);
    await button(page, t("notice:page.review")).click();
    await expect(page.getByText(t("notice:publishing.others"))).toBeVisible();
    await checkPage(page);
    await button(page, t("notice:page.publish")).click();
    await expect(page.getByText(t("notice:page.updateTitle"))).toBeVisible();
    await checkPage(page);
  });

  const page = await journey.openFor(engineer);
  const main = page.getByRole("main");
  await test.step("the hospital reads which assets are affected and what conduits lead to", async () => {
    await page.goto(paths.receivedNotices());
    await link(main, title).click();
    await expect(page.getByRole("heading", { name: title, level: 1 })).toBeVisible();
    await expect(main).toContainText("Close port 502");
    const affected = page.getByRole("row").filter({ hasText: t("notice:received.holds") });
    await expect(affected.first()).toContainText("OxiGuard panel × 18");
    const near = t("notice:received.hops", { count: 1 });
    await expect(page.getByRole("row").filter({ hasText: near }).first()).toBeVisible();
    await checkPage(page);
  });

  await test.step("the diagram shows where it stands and how far it can get, and the tables say the same", async () => {
    const notice = page.url();
    const toDiagram = link(main, t("notice:received.showOnDiagram")).first();
    await toDiagram.click();
    const counts = page.getByText(/^Affected assets stand here: [1-9]/);
    await expect(counts).toBeVisible();
    await expect(page.getByText(/^Conduits at risk: [1-9]/)).toBeVisible();
    await expect(page.getByRole("button", { name: /affected assets? stands? here/ }).first()).toBeAttached();
    await checkPage(page);
    await page.goto(notice);
    await link(main, t("notice:received.showInTables")).first().click();
    await expect(page.getByRole("cell", { name: /conduits? away/ }).first()).toBeVisible();
    await checkPage(page);
    await page.goto(notice);
  });

  await test.step("a record begins from it, and the early warning stops its clock", async () => {
    await link(main, t("notice:received.startIncident")).click();
    await page.getByLabel(t("notice:incident.fieldTitle")).fill(record);
    const detectedAt = await page.getByLabel(t("notice:incident.detectedAt")).inputValue();
    await button(page, t("notice:incident.open")).click();
    await expect(page.getByRole("heading", { name: record, level: 1 })).toBeVisible();
    await checkPage(page);
    await page.getByLabel(t("notice:field.step")).selectOption("early-warning");
    await page.getByLabel(t("notice:field.happenedAt")).fill(detectedAt);
    await button(page, t("notice:clock.record")).click();
    const early = page.getByRole("row").filter({ hasText: "NIS2" }).filter({ hasText: "early warning" });
    await expect(early).toContainText(t("notice:clock.state.met"));
  });

  await test.step("the report is taken along, and what is still owed stands in the calendar", async () => {
    const [saved] = await Promise.all([
      page.waitForEvent("download"),
      link(main, t("notice:report.pdf")).click(),
    ]);
    expect(
      readFileSync(await saved.path())
        .subarray(0, 5)
        .toString(),
    ).toBe("%PDF-");
    await page.goto(paths.calendar({ kind: "incident-report" }));
    await expect(main).toContainText(t("calendar:kind.incident-report"));
  });
});
