import { expect, test } from "vitest";
import { paths } from "~/paths";
import { aPortal, signedIn } from "../builders/portal";

const portal = aPortal();

test("rows and reasons are read by the hospital alone, and a script that is not signed in is told so", async () => {
  const cell = { model: "none", zone: "none", declaration: "none" };
  const { cookie } = await signedIn(portal(), "hospital", "auditor");
  const rows = await portal().request(paths.matrixRows({ from: 0 }), { cookie });
  expect(rows.status).toBe(200);
  expect(rows.headers.get("Cache-Control")).toBe("no-store");
  expect(await rows.json()).toMatchObject({ from: 0, products: [], rows: 0, next: null });
  expect((await portal().request(paths.matrixReason(cell), { cookie })).status).toBe(404);
  const supplier = await signedIn(portal(), "supplier", "administrator");
  for (const path of [paths.matrixRows({ from: 0 }), paths.matrixReason(cell)]) {
    expect((await portal().request(path, { cookie: supplier.cookie })).status).toBe(403);
    const headers = { "X-Requested-With": "cordon" };
    expect((await portal().request(path, { headers })).status).toBe(401);
  }
});

test("whatever stands in the address, the matrix and its rows answer", async () => {
  const { cookie } = await signedIn(portal(), "hospital", "procurement-officer");
  for (const query of [
    "?from=-1",
    "?from=x",
    "?from=1e99",
    "?page=nobody",
    "?verdict=x&supplier=%00",
    "?zones=-4",
  ])
    for (const path of ["/hospital/matrix", "/hospital/matrix/rows"])
      expect((await portal().request(`${path}${query}`, { cookie })).status, path + query).toBe(200);
});
