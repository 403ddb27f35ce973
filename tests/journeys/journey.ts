import { AxeBuilder } from "@axe-core/playwright";
import {
  type BrowserContext,
  type BrowserContextOptions,
  expect,
  type Locator,
  type Page,
  test as playwrightTest,
} from "@playwright/test";
import { DEMO_PASSWORD, type DemoPerson } from "~/demo/people";
import { paths } from "~/paths";
import { t } from "./words";

export { expect };

export type Journey = {
  /** A browser of its own, as if at another desk: nothing is shared with the others of the journey. */
  open(device?: Device): Promise<Page>;
  /** The same, with that person signed in. */
  openFor(person: DemoPerson, device?: Device): Promise<Page>;
  /** Names a fault that this test provokes, e.g. `/^422 POST \/sign-in/`. It then has to happen. */
  expectFault(fault: RegExp): void;
};

/** What somebody sits at: a desk with a mouse unless said otherwise. */
type Device = Pick<BrowserContextOptions, "viewport" | "hasTouch" | "isMobile" | "colorScheme">;
export const PHONE: Device = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true };
export const TABLET: Device = { viewport: { width: 1180, height: 820 }, hasTouch: true, isMobile: true };

/** WCAG 2.0, 2.1 and 2.2 on the levels A and AA. */
const WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa"];
/** The rows of a table are made alike; thousands of cells would take minutes. */
const FURTHER_ROWS = "tbody tr:nth-child(n + 25)";
const COLOUR_RULES = ["color-contrast", "link-in-text-block"];

/** Every spec starts from here: a journey fails where a browser complains, whatever else it looks at. */
export const test = playwrightTest.extend<{ journey: Journey }>({
  journey: async ({ browser }, use) => {
    const faults: Array<string> = [];
    const expected: Array<RegExp> = [];
    const contexts: Array<BrowserContext> = [];

    async function open(device: Device = {}): Promise<Page> {
      const context = await browser.newContext({ viewport: { width: 1400, height: 900 }, ...device });
      contexts.push(context);
      await watch(context, faults);
      return context.newPage();
    }

    await use({
      open,
      async openFor(person, device) {
        const page = await open(device);
        await signIn(page, person);
        return page;
      },
      expectFault: (fault) => void expected.push(fault),
    });

    for (const context of contexts) await context.close();
    const surprises = faults.filter((fault) => !expected.some((pattern) => pattern.test(fault)));
    expect(surprises, "nothing went wrong in the browser").toEqual([]);
    const absent = expected.filter((pattern) => !faults.some((fault) => pattern.test(fault)));
    expect(absent, "what the test expected to go wrong did").toEqual([]);
  },
});

/** Collects everything that a browser holds against a page: exceptions, console, CSP, failed requests. */
async function watch(context: BrowserContext, faults: Array<string>): Promise<void> {
  await context.addInitScript(() => {
    document.addEventListener(
      "securitypolicyviolation",
      ({ violatedDirective, blockedURI, sourceFile, lineNumber }) => {
        reportError(
          new Error(`CSP: ${violatedDirective} blocked ${blockedURI} at ${sourceFile}:${lineNumber}`),
        );
      },
    );
  });
  context.on("console", (message) => {
    const text = message.text();
    // The response or the failed request stands in the list already, with its status and method. The second is what
    // Remix says when it may not ask for the routes of new links.
    if (/^Failed to (load resource|fetch manifest patches)/.test(text)) return;
    if (message.type() === "error" || message.type() === "warning") faults.push(`${message.type()}: ${text}`);
  });
  context.on("weberror", (webError) => {
    // What is thrown and no error has no stack.
    const { name, message, stack } = webError.error();
    faults.push(`exception: ${stack || `${name} ${message}`}`);
  });
  context.on("response", (response) => {
    const request = response.request();
    if (response.status() >= 400)
      faults.push(`${response.status()} ${request.method()} ${toPath(response.url())}`);
  });
  context.on("requestfailed", (request) => {
    const reason = request.failure()?.errorText ?? "failed";
    // The browser gives up what it no longer needs when a page is left.
    if (reason === "net::ERR_ABORTED") return;
    faults.push(`${reason} ${request.method()} ${toPath(request.url())}`);
  });
}

function toPath(url: string): string {
  const { pathname, search } = new URL(url);
  return pathname + search;
}

/** The name of something that is made: what a first attempt at the same journey has made is still there. */
export function again(name: string): string {
  const { retry, repeatEachIndex } = test.info();
  const attempt = retry + repeatEachIndex;
  return attempt === 0 ? name : `${name} ${attempt + 1}`;
}

/** By its whole name: “Table” is not “Open the table”. */
export function link(within: Page | Locator, name: string): Locator {
  return within.getByRole("link", { name, exact: true });
}

export function button(within: Page | Locator, name: string): Locator {
  return within.getByRole("button", { name, exact: true });
}

export async function signIn(page: Page, person: DemoPerson): Promise<void> {
  await page.goto(paths.signIn());
  await fillInSignIn(page, person);
  await expect(page.getByText(person.name).first()).toBeVisible();
}

/** Answers a sign-in page that is open already, and waits until it has been left. */
export async function fillInSignIn(page: Page, person: DemoPerson): Promise<void> {
  await page.getByLabel(t("account:email")).fill(person.email);
  await page.getByLabel(t("account:password")).fill(DEMO_PASSWORD);
  await page
    .getByRole("main")
    .getByRole("button", { name: t("account:signIn.submit") })
    .click();
  await page.waitForURL((url) => url.pathname !== paths.signIn());
}

/** No barrier that a machine can find, and nothing to scroll sideways. Called on every page that a journey meets. */
export async function checkPage(page: Page, { onlyColours = false } = {}): Promise<void> {
  const builder = new AxeBuilder({ page }).setLegacyMode().exclude(FURTHER_ROWS);
  if (onlyColours) builder.withRules(COLOUR_RULES);
  else builder.withTags(WCAG);
  const { violations } = await builder.analyze();
  const found = violations.flatMap(({ id, nodes }) =>
    nodes
      .filter((node) => !isExempt(id, node.html))
      .slice(0, 5)
      .map(({ target, failureSummary }) => `${id}: ${target.join(" ")} ${failureSummary}`),
  );
  const where = `${toPath(page.url())}, ${page.viewportSize()?.width} px`;
  expect.soft(found, `barriers on ${where}`).toEqual([]);
  expect.soft(await sidewaysOverflow(page), `nothing to scroll sideways on ${where}`).toEqual([]);
}

/**
 * WCAG 2.5.8 lets a target be small where another one on the page does the same: on a diagram seen from afar the title
 * of a zone is as small as its zone, and the list of zones below does the same.
 */
function isExempt(rule: string, html: string): boolean {
  return rule === "target-size" && html.includes("zone-title is-far");
}

/** What sticks out of the page on the right, outermost first; empty where the document is no wider than the window. */
async function sidewaysOverflow(page: Page): Promise<ReadonlyArray<string>> {
  return page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    if (scrollWidth <= clientWidth) return [];
    const wide = [...document.querySelectorAll("body *")].filter(
      (element) =>
        element.getBoundingClientRect().right > clientWidth + 1 &&
        // What scrolls inside itself is as wide as it likes.
        !element.parentElement?.closest(".table-region, .react-flow, .tabs"),
    );
    const names = wide.map(({ localName, className }) => `${localName}.${String(className).slice(0, 60)}`);
    return [`${scrollWidth} > ${clientWidth}`, ...names.slice(0, 8)];
  });
}
