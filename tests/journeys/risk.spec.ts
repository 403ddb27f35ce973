import type { Page } from "@playwright/test";
import { HOSPITAL_PEOPLE } from "~/demo/people";
import { paths } from "~/paths";
import { createModel } from "./drawing";
import { button, checkPage, expect, type Journey, test } from "./journey";
import { t } from "./words";

const { engineer, secondEngineer, lead } = HOSPITAL_PEOPLE;
const NARROW = { width: 360, height: 740 };

/** A model of its own with the zones of a hospital, and the guided assessment of its laboratory. */
async function aLaboratory(journey: Journey, name: string): Promise<{ page: Page; address: string }> {
  const page = await journey.openFor(engineer);
  await page.goto(paths.newModel());
  await page.locator("input[name=start][value=whole-hospital]").check();
  const modelId = await createModel(page, name, `Site of ${name}`);
  await page.goto(paths.modelTable(modelId));
  const assess = page.getByRole("link", {
    name: t("risk:origin.assessNamed", { name: "Laboratory automation" }),
  });
  // By its address: on a busy machine the large table may not be alive yet.
  await page.goto((await assess.first().getAttribute("href")) ?? "");
  await expect(
    page.getByRole("heading", { name: /^Risk assessment of Laboratory automation/ }),
  ).toBeVisible();
  return { page, address: new URL(page.url()).pathname };
}

const saved = (page: Page) => page.locator(".save-saved");

/** Everything by Tab, Space, arrows and Enter: what is pressed is what has the focus. */
async function press(page: Page, ...keys: ReadonlyArray<string>): Promise<void> {
  for (const key of keys) await page.keyboard.press(key);
}

async function continueByKeyboard(
  page: Page,
  step: "threats" | "likelihood" | "result" | "residual" | "target",
) {
  const name = t("risk:continueTo", { step: t(`risk:steps.${step}`) });
  const next = page.getByRole("button", { name }).or(page.getByRole("link", { name }));
  await next.focus();
  await press(page, "Enter");
  await expect(page.locator(".steps [aria-current=step]")).toHaveText(new RegExp(t(`risk:steps.${step}`)));
  // Whoever hears the page hears which step it is, and goes on from there.
  await expect(
    page.getByRole("heading", { level: 3, name: t(`risk:steps.${step}`), exact: true }),
  ).toBeFocused();
}

test("a level is derived with the keyboard and accepted by a second person", async ({ journey }) => {
  const { page, address } = await aLaboratory(journey, "Risk by keyboard");
  for (const category of ["patientSafety", "careContinuity", "data"] as const) {
    await page
      .getByRole("group", { name: t(`risk:category.${category}`) })
      .getByRole("radio")
      .first()
      .focus();
    // The arrow chooses the next rating: from 1 to 4.
    await press(page, "Space", "ArrowDown", "ArrowDown", "ArrowDown");
  }
  await expect(page.getByRole("radio", { name: /^4 Serious/ }).first()).toBeChecked();
  await expect(saved(page)).toBeVisible();
  await checkPage(page);
  await page.reload();
  await expect(page.getByRole("radio", { name: /^4 Serious/ }).first()).toBeChecked();
  await continueByKeyboard(page, "threats");

  await page.getByRole("checkbox", { name: "Ransomware arrives from the office network" }).focus();
  await press(page, "Space");
  await page.getByLabel(t("risk:threats.newName")).focus();
  await page.keyboard.type("Sample tubes mixed up by a robot");
  await press(page, "Tab", "Tab", "Tab", "Space");
  await page.getByLabel(t("risk:threats.newName")).focus();
  // Enter in the field adds it and leaves everything else as it is.
  await press(page, "Enter");
  await expect(page.getByLabel(t("risk:threats.name"), { exact: true })).toHaveValue(/^Sample tubes/);
  await expect(page.getByRole("checkbox", { name: /^Ransomware/ })).toBeChecked();
  await checkPage(page);
  await continueByKeyboard(page, "likelihood");

  for (const name of ["Ransomware arrives from the office network", "Sample tubes mixed up by a robot"]) {
    await page.getByRole("group", { name }).getByRole("radio").first().focus();
    await press(page, "Space", "ArrowRight", "ArrowRight", "ArrowRight");
  }
  await expect(page.locator(".risk-cell .risk-dot")).toHaveCount(2);
  await checkPage(page);
  await continueByKeyboard(page, "result");
  await expect(page.getByText(/Ransomware .*4 × 4 = risk 16, 3\.20 times tolerable/).first()).toBeVisible();
  await checkPage(page);
  await continueByKeyboard(page, "residual");
  for (const select of await page.getByRole("combobox").all()) {
    await select.focus();
    await select.selectOption("1");
  }
  await expect(page.getByText(t("risk:residual.fine"))).toBeVisible();
  await checkPage(page);
  await continueByKeyboard(page, "target");
  await expect(page.getByRole("textbox", { name: t("risk:target.rationale"), exact: true })).toHaveValue(
    /IAC 2: Ransomware/,
  );
  await button(page, t("risk:target.apply")).focus();
  await press(page, "Enter");
  await expect(page.getByText(/From the risk assessment/).last()).toBeVisible();
  await expect(button(page, t("risk:acceptance.accept"))).toHaveCount(0);
  await checkPage(page);

  const other = await journey.openFor(lead);
  await other.setViewportSize(NARROW);
  await other.goto(`${address}?step=target`);
  await expect(other.getByText(new RegExp(`Made by ${engineer.name}`))).toBeVisible();
  await checkPage(other);
  await other.getByLabel(t("risk:acceptance.note")).fill("Look again when the track is replaced");
  await button(other, t("risk:acceptance.accept")).focus();
  await press(other, "Enter");
  const byLead = t("risk:acceptance.by", { name: lead.name });
  await expect(other.getByText(byLead)).toBeVisible();
  await checkPage(other);

  await page.goto(`${address}?step=summary`);
  await expect(page.getByText(byLead)).toBeVisible();
  await checkPage(page);
  await page.getByRole("link", { name: t("risk:acceptance.read") }).click();
  await expect(
    page.getByRole("heading", { name: t("risk:accepted.titleZone", { name: "Laboratory automation" }) }),
  ).toBeVisible();
  await expect(page.getByText("Look again when the track is replaced")).toBeVisible();
  await checkPage(page);
  await page.goto(address.replace(/\/risk\/.*$/, "/table"));
  const row = page.getByRole("row").filter({ hasText: "Laboratory automation" }).first();
  await expect(row.getByText(t("risk:origin.assessed"))).toBeVisible();
  await expect(row.getByText(t("risk:origin.accepted", { name: lead.name }))).toBeVisible();
});

test("what cannot be saved is kept and saved when the line is back", async ({ journey }) => {
  const { page } = await aLaboratory(journey, "Risk without a line");
  journey.expectFault(/^net::ERR_INTERNET_DISCONNECTED POST .*\/risk-parts$/);
  await page.context().setOffline(true);
  await page.getByLabel(t("risk:consequence.vulnerabilities")).fill("Analysers without a password");
  await expect(page.locator(".save-failed")).toBeVisible();
  await page.context().setOffline(false);
  await expect(saved(page)).toBeVisible();
  await page.reload();
  await expect(page.getByLabel(t("risk:consequence.vulnerabilities"))).toHaveValue(
    "Analysers without a password",
  );
});

test("what was filled in without a line is there again after the tab was closed", async ({ journey }) => {
  const { page, address } = await aLaboratory(journey, "Risk in a closed tab");
  const context = page.context();
  const weaknesses = t("risk:consequence.vulnerabilities");
  journey.expectFault(/^net::ERR_INTERNET_DISCONNECTED POST .*\/risk-parts$/);
  await context.setOffline(true);
  await page.getByLabel(weaknesses).fill("Analysers without a password");
  await expect(page.locator(".save-failed")).toBeVisible();
  await page.close();
  await context.setOffline(false);

  const again = await context.newPage();
  await again.goto(`${address}?step=summary`);
  await expect(again.getByText(t("risk:kept.elsewhere"))).toBeVisible();
  await checkPage(again);
  await again
    .locator(".callout")
    .getByRole("link", { name: t("risk:steps.consequence"), exact: true })
    .click();
  await expect(again.getByLabel(weaknesses)).toHaveValue("Analysers without a password");
  await expect(again.getByText(t("risk:kept.title"))).toBeVisible();
  await expect(saved(again)).toBeVisible();
  await checkPage(again);
  await again.reload();
  await expect(again.getByLabel(weaknesses)).toHaveValue("Analysers without a password");
  await expect(again.getByText(t("risk:kept.title"))).toHaveCount(0);
});

test("a reason that nobody has sent yet is there again after the tab was closed", async ({ journey }) => {
  const page = await journey.openFor(engineer);
  await page.goto(paths.models());
  const model = await page
    .getByRole("link", { name: /^Main campus/ })
    .first()
    .getAttribute("href");
  const address = `${model}/risk/zone/critical-care`;
  const reason = (of: Page) => of.getByRole("textbox", { name: t("risk:target.rationale"), exact: true });
  await page.goto(`${address}?step=target`);
  const isKept = () =>
    page.evaluate(() => Object.keys(localStorage).some((key) => key.startsWith("cordon:risk:")));
  // Typed before the page is alive nothing is kept.
  await expect(async () => {
    await reason(page).fill("");
    await reason(page).fill("Agreed by the board, not sent yet");
    expect(await isKept()).toBe(true);
  }).toPass();
  const context = page.context();
  await page.close();
  const again = await context.newPage();
  await again.goto(`${address}?step=target`);
  await expect(reason(again)).toHaveValue("Agreed by the board, not sent yet");
  await expect(again.getByText(t("risk:kept.textOfForm"))).toBeVisible();
});

test("two people in the same step see both versions and choose", async ({ journey }) => {
  const { page, address } = await aLaboratory(journey, "Risk by two");
  const other = await journey.openFor(secondEngineer);
  await other.goto(address);
  const weaknesses = t("risk:consequence.vulnerabilities");
  await expect(other.getByLabel(weaknesses)).toBeVisible();
  // It says that all is saved before anything is typed, too.
  const stored = page.waitForResponse((response) => response.url().endsWith("/risk-parts"));
  await page.getByLabel(weaknesses).fill("Old analysers");
  await stored;
  await expect(saved(page)).toBeVisible();
  journey.expectFault(/^409 POST .*\/risk-parts$/);
  await other.getByLabel(weaknesses).fill("Shared passwords");
  await expect(other.getByText(t("risk:disputed.title"))).toBeVisible();
  await expect(other.getByText(/yours Shared passwords, theirs Old analysers/)).toBeVisible();
  await checkPage(other);
  await button(other, t("risk:disputed.mine")).click();
  await expect(other.getByText(t("risk:disputed.title"))).toHaveCount(0);
  await expect(saved(other)).toBeVisible();
  await page.reload();
  await expect(page.getByLabel(weaknesses)).toHaveValue("Shared passwords");
});
