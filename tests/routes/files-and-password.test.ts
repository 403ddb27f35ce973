import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { STEP_UP_MS } from "~/domain/access/step-up";
import { paths } from "~/paths";
import { listAuditEntries } from "~db/repositories/audit";
import { NOW } from "../builders/database";
import { aPortal, PASSWORD, postForm, signedIn } from "../builders/portal";

const portal = aPortal();
const id = randomUUID();
const LATE = new Date(NOW.getTime() + STEP_UP_MS);
const FIELD = 'name="password"';
const script = { "X-Requested-With": "cordon" };

const TAKEN_BY_HOSPITAL = [
  paths.modelFile(id, "model.json"),
  paths.modelFile(id, "drawing.svg"),
  paths.modelFile(id, "report.pdf", { revision: 1 }),
  paths.zonePackage(id, id),
  paths.tenderPackage(id),
  paths.offersFile("offers.xlsx", { model: id, zone: id }),
  paths.sharedDeclarationFile(id, "declaration.json"),
  paths.measuresFile("measures.xlsx"),
  paths.readinessFile("readiness.xlsx"),
  paths.incidentFile(id, "incident.pdf"),
  paths.evidencePack(id),
  paths.receiptFile(id, "receipt.json"),
  paths.evidencePackFile({ kind: "period", from: "2026-01-01", to: "2026-12-31" }),
  paths.registerFile("register.csv"),
  paths.managementFile("management.xlsx"),
  paths.calendarFile("calendar.csv"),
];
const TAKEN_BY_SUPPLIER = [
  paths.receivedPackage(id),
  paths.receivedZone(id),
  paths.receivedReceipt(id, "receipt.json"),
  paths.productReadinessFile(id, "readiness.xlsx"),
  paths.declarationFile(id, "declaration.pdf"),
];

test.each([
  ["hospital", "security-lead", TAKEN_BY_HOSPITAL],
  ["supplier", "signatory", TAKEN_BY_SUPPLIER],
] as const)("no file leaves a %s without a password given a moment ago", async (kind, role, files) => {
  portal().setNow(NOW);
  const { cookie, organisationId } = await signedIn(portal(), kind, role);
  const before = await actionsOf(organisationId);
  portal().setNow(LATE);
  for (const path of files) {
    const told = await portal().request(path, { cookie, headers: script });
    expect([path, told.status, await told.json()]).toEqual([
      path,
      403,
      { code: "step-up", message: "give your password first" },
    ]);
    const sent = await portal().request(path, { cookie });
    expect([path, sent.status, sent.headers.get("Location")]).toEqual([
      path,
      302,
      paths.confirmPassword({ returnTo: path }),
    ]);
  }
  expect(await actionsOf(organisationId)).toEqual(before);
});

test("a link to a file asks on a page of its own, then hands the file out and leads back", async () => {
  portal().setNow(NOW);
  const { cookie, organisationId } = await signedIn(portal(), "hospital", "auditor");
  portal().setNow(LATE);
  const file = paths.registerFile("register.csv", { find: "pump" });
  const page = paths.register({ find: "pump" });
  const { origin } = new URL((await portal().request("/")).url);
  const sent = await portal().request(file, { cookie, headers: { Referer: `${origin}${page}` } });
  const ask = sent.headers.get("Location") ?? "";
  expect(ask).toBe(paths.confirmPassword({ returnTo: file, from: page }));

  const asked = await (await portal().request(ask, { cookie })).text();
  expect(asked).toContain(FIELD);
  expect(asked).toContain(`href="${page}"`);
  const empty = await postForm(portal(), ask, { password: "" }, { cookie });
  expect([empty.status, (await empty.text()).includes("Enter your password")]).toEqual([422, true]);
  const wrong = await postForm(portal(), ask, { password: "not the password" }, { cookie });
  expect([wrong.status, (await wrong.text()).includes("This is not your password.")]).toEqual([422, true]);

  const right = await postForm(portal(), ask, { password: PASSWORD }, { cookie });
  expect(right.status).toBe(200);
  const shown = await right.text();
  expect(shown).not.toContain(FIELD);
  expect(shown).toContain(`href="${file}"`);
  const renewed = right.headers.get("Set-Cookie")?.split(";")[0] ?? "";
  const given = await portal().request(file, { cookie: renewed });
  expect(given.headers.get("Content-Disposition")).toContain("register.csv");
  expect((await actionsOf(organisationId))[0]).toBe("register.export");
});

test("a page of somebody else is no way back, and nothing leads out of the portal", async () => {
  portal().setNow(NOW);
  const { cookie } = await signedIn(portal(), "hospital", "auditor");
  portal().setNow(LATE);
  const file = paths.registerFile("register.csv");
  for (const Referer of ["https://elsewhere.example/page", "no address", ""]) {
    const sent = await portal().request(file, { cookie, headers: { Referer } });
    expect(sent.headers.get("Location")).toBe(paths.confirmPassword({ returnTo: file }));
  }
  const away = paths.confirmPassword({ returnTo: file, from: "https://elsewhere.example" });
  const confirmed = await postForm(portal(), away, { password: PASSWORD }, { cookie });
  const links = [...(await confirmed.text()).matchAll(/href="([^"]*)"/g)].map(([, href]) => href);
  expect(links).toContain(file);
  expect(links.filter((href) => href?.includes("elsewhere"))).toEqual([]);
  for (const nothing of [paths.confirmPassword(), paths.confirmPassword({ returnTo: "//elsewhere.example" })])
    expect((await portal().request(nothing, { cookie })).headers.get("Location")).toBe(paths.home());
});

test("whoever may not take a file is told that, and is not asked for a password", async () => {
  portal().setNow(NOW);
  const { cookie } = await signedIn(portal(), "hospital", "procurement-officer");
  portal().setNow(LATE);
  const period = paths.evidencePackFile({ kind: "period", from: "2026-01-01", to: "2026-12-31" });
  expect((await portal().request(period, { cookie })).status).toBe(403);
  expect((await portal().request(paths.declarationFile(id, "declaration.json"), { cookie })).status).toBe(
    403,
  );
});

test("the page asks nobody who is not signed in", async () => {
  const sent = await portal().request(
    paths.confirmPassword({ returnTo: paths.registerFile("register.csv") }),
  );
  expect([sent.status, sent.headers.get("Location")?.startsWith(paths.signIn())]).toEqual([302, true]);
});

async function actionsOf(organisationId: string) {
  const entries = await listAuditEntries(portal().database.read, organisationId, { limit: 20 });
  return entries.map(({ action }) => action);
}
