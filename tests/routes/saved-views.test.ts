import { expect, test } from "vitest";
import { paths } from "~/paths";
import { aPortal, signedIn } from "../builders/portal";

const portal = aPortal();

async function post(cookie: string, fields: Readonly<Record<string, string>>): Promise<Response> {
  const body = new URLSearchParams({ page: "queue", returnTo: "/hospital/queue?due=week", ...fields });
  return portal().request(paths.savedViews(), { method: "POST", body, cookie });
}

test("a view is kept from its page, shown there, and opened first once that is wanted", async () => {
  const { cookie } = await signedIn(portal(), "hospital", "procurement-officer");
  const kept = await post(cookie, { intent: "save", name: "This week", query: "due=week" });
  expect(kept.status).toBe(303);
  const to = new URL(kept.headers.get("Location") ?? "", portal().url);
  expect(to.pathname).toBe(paths.queue());
  const viewId = to.searchParams.get("view") ?? "";
  const page = await (await portal().request(to.pathname + to.search, { cookie })).text();
  expect(page).toContain("This week");
  await post(cookie, { intent: "set-default", viewId });
  const opened = await portal().request(paths.queue(), { cookie });
  expect(opened.status).toBe(302);
  expect(opened.headers.get("Location")).toBe(`${paths.queue()}?due=week&view=${viewId}`);
  expect((await portal().request(`${paths.queue()}?view=none`, { cookie })).status).toBe(200);
  const twice = await post(cookie, { intent: "save", name: "This week", query: "due=month" });
  const refused = new URL(twice.headers.get("Location") ?? "", portal().url);
  expect(refused.searchParams.get("viewRefused")).toBe("taken");
  const told = await (await portal().request(refused.pathname + refused.search, { cookie })).text();
  expect(told).toContain("Choose another name.");
  await post(cookie, { intent: "delete", viewId });
  expect((await portal().request(paths.queue(), { cookie })).status).toBe(200);
});

test("nobody is led out of the portal, and a supplier or another hospital changes nothing", async () => {
  const { cookie } = await signedIn(portal(), "hospital", "procurement-officer");
  const fields = { intent: "save", name: "Mine", query: "", returnTo: "https://elsewhere.example/" };
  const kept = await post(cookie, fields);
  expect(kept.headers.get("Location")).toMatch(/^\/(\?|$)/);
  const viewId = new URL(kept.headers.get("Location") ?? "", portal().url).searchParams.get("view") ?? "";
  const other = await signedIn(portal(), "hospital", "administrator");
  const changes: ReadonlyArray<Record<string, string>> = [
    { intent: "delete" },
    { intent: "rename", name: "Theirs" },
    { intent: "share", isShared: "yes" },
  ];
  for (const change of changes)
    expect((await post(other.cookie, { ...change, viewId })).status, change.intent).toBe(404);
  const supplier = await signedIn(portal(), "supplier", "administrator");
  expect((await post(supplier.cookie, fields)).status).toBe(403);
});

test.each([paths.matrix(), paths.register(), paths.decisions(), paths.requests(), paths.queue()])(
  "%s opens with a view whose filter it no longer knows",
  async (path) => {
    const { cookie } = await signedIn(portal(), "hospital", "auditor");
    const query = "?view=gone&kind=gone&state=gone&verdict=gone&viewRefused=odd";
    expect((await portal().request(path + query, { cookie })).status).toBe(200);
  },
);
