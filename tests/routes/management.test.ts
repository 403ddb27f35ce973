import { expect, test } from "vitest";
import { paths } from "~/paths";
import { aPortal, signedIn } from "../builders/portal";

const portal = aPortal();

test("a hospital that has published nothing is told what comes here and where to begin", async () => {
  const { cookie } = await signedIn(portal(), "hospital", "auditor");
  const page = await (await portal().request(paths.management(), { cookie })).text();
  expect(page).toContain("There is nothing to count yet");
  expect(page).toContain(`href="${paths.models()}"`);
});

test.each(["management.csv", "management.xlsx"])("%s is a download of its own type", async (file) => {
  const { cookie } = await signedIn(portal(), "hospital", "auditor");
  const answer = await portal().request(paths.managementFile(file, { step: "quarter" }), { cookie });
  expect(answer.status).toBe(200);
  expect(answer.headers.get("Content-Disposition")).toContain(file);
  expect((await answer.arrayBuffer()).byteLength).toBeGreaterThan(50);
  expect((await portal().request(paths.managementFile("management.exe"), { cookie })).status).toBe(404);
  expect((await portal().request(paths.managementFile(file))).status).toBe(302);
});

test("a supplier has no numbers of a hospital and takes none along", async () => {
  const { cookie } = await signedIn(portal(), "supplier", "administrator");
  for (const path of [paths.management(), paths.managementFile("management.csv"), paths.managementGaps()])
    expect((await portal().request(path, { cookie })).status).toBe(403);
});

test("whatever stands in the address, the lists answer", async () => {
  const { cookie } = await signedIn(portal(), "hospital", "procurement-officer");
  const odd = ["?page=x", "?page=-1", "?on=2026-02-31", "?on=1000-01-01", "?fr=XX&reach=y", "?model=%00"];
  for (const path of [paths.managementZones(), paths.managementGaps(), paths.managementResponses()])
    for (const query of odd)
      expect((await portal().request(`${path}${query}`, { cookie })).status, `${path}${query}`).toBe(200);
});
