import { expect, test } from "vitest";
import { paths } from "~/paths";
import { aPortal, signedIn } from "../builders/portal";

const portal = aPortal();

test("a hospital that has approved nothing is told what comes here and where to begin", async () => {
  const { cookie } = await signedIn(portal(), "hospital", "auditor");
  const page = await (await portal().request(paths.register(), { cookie })).text();
  expect(page).toContain("Nothing is approved yet");
  expect(page).toContain(`href="${paths.matrix()}"`);
  const filtered = await (await portal().request(paths.register({ find: "pump" }), { cookie })).text();
  expect(filtered).toContain("No approval matches");
});

test.each(["register.csv", "register.xlsx"])("%s is a download of its own type", async (file) => {
  const { cookie } = await signedIn(portal(), "hospital", "auditor");
  const answer = await portal().request(paths.registerFile(file, { state: "in-force" }), { cookie });
  expect(answer.status).toBe(200);
  expect(answer.headers.get("Content-Disposition")).toContain(file);
  expect((await answer.arrayBuffer()).byteLength).toBeGreaterThan(50);
  expect((await portal().request(paths.registerFile("register.exe"), { cookie })).status).toBe(404);
  expect((await portal().request(paths.registerFile(file))).status).toBe(302);
});

test("a supplier has no register and takes none along", async () => {
  const { cookie } = await signedIn(portal(), "supplier", "administrator");
  for (const path of [paths.register(), paths.registerFile("register.csv")])
    expect((await portal().request(path, { cookie })).status).toBe(403);
});

test("whatever stands in the address, the register answers", async () => {
  const { cookie } = await signedIn(portal(), "hospital", "procurement-officer");
  const odd = ["?state=x", "?page=nobody", "?find=%25_%5C", "?model=%00&zone=x", `?find=${"a".repeat(5000)}`];
  for (const query of odd)
    expect((await portal().request(`${paths.register()}${query}`, { cookie })).status, query).toBe(200);
});
