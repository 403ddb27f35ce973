import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { HOSPITAL_PEOPLE } from "~/demo/people";
import { paths } from "~/paths";
import { expect, test } from "./journey";
import { ownServer } from "./own-server";

const port = Number(process.env.CORDON_JOURNEYS_PORT ?? 43_117) + 13;
test.use({ baseURL: `http://localhost:${port}` });

test("a process that answers may die: the portal goes on, and soon there are as many again", async ({
  journey,
}) => {
  const server = ownServer(port, { PROCESSES: "2" });
  try {
    await server.start();
    const [first, ...others] = childrenOf(server.pid());
    expect(others).toHaveLength(1);
    const page = await journey.openFor(HOSPITAL_PEOPLE.procurement);
    process.kill(first ?? 0, "SIGKILL");
    await expect.poll(() => childrenOf(server.pid())).toEqual([...others, expect.any(Number)]);
    expect(childrenOf(server.pid())).not.toContain(first);
    await page.goto(paths.decisions());
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    expect(await server.stop()).toBe(0);
  } finally {
    await server.remove();
  }
});

function childrenOf(parent: number): ReadonlyArray<number> {
  const listed = `/proc/${parent}/task/${parent}/children`;
  if (existsSync(listed)) return readFileSync(listed, "utf8").split(" ").filter(Boolean).map(Number);
  const table = execFileSync("ps", ["-A", "-o", "pid=,ppid="], { encoding: "utf8" });
  return table.split("\n").flatMap((line) => {
    const [pid, of] = line.trim().split(/\s+/).map(Number);
    return pid !== undefined && of === parent ? [pid] : [];
  });
}
