import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { expect, test } from "vitest";
import { compare, formatFindings, median, ratioOf } from "./harness.mjs";

const harness = pathToFileURL(join(import.meta.dirname, "harness.mjs")).href;

const KEPT = { name: "assess 1000 assets", value: 12.5, unit: "ms", goal: "≤ 20", holds: true };
const MISSED = { name: "peer ratio", value: 1.4, unit: "×", goal: "≤ 1", holds: false };

/** A bench that prints on the side, as a measured library may. */
function runBench(findings: object[], ...args: string[]) {
  const code = `
    import { report } from ${JSON.stringify(harness)};
    console.log("noise before");
    report(${JSON.stringify(findings)});
    process.stdout.write("noise after\\n");`;
  return spawnSync(process.execPath, ["--input-type=module", "-e", code, "--", ...args], {
    encoding: "utf8",
  });
}

test("the median of an odd number of values is the middle one, whatever their order", () => {
  expect(median([9, 1, 5])).toBe(5);
});

test("the median of an even number of values is the mean of the two middle ones", () => {
  expect(median([10, 1, 2, 4])).toBe(3);
});

test("the median of nothing is refused", () => {
  expect(() => median([])).toThrow(RangeError);
});

test("sorting for the median leaves the caller's list as it was", () => {
  const values = [3, 1, 2];
  median(values);
  expect(values).toEqual([3, 1, 2]);
});

test("a ratio is formed round by round, so that a slow phase of the machine cancels out", () => {
  const rounds = [
    { ours: { cpu: 2, wall: 4 }, peer: { cpu: 1, wall: 1 } },
    { ours: { cpu: 20, wall: 40 }, peer: { cpu: 10, wall: 10 } },
    { ours: { cpu: 200, wall: 400 }, peer: { cpu: 100, wall: 100 } },
  ];
  expect(ratioOf(rounds, "ours", "peer")).toEqual({ cpu: 2, wall: 4 });
});

test("candidates take turns, and warm-up rounds are not measured", async () => {
  const calls: string[] = [];
  const candidates = { a: () => calls.push("a"), b: async () => calls.push("b") };
  const { rounds, medians } = await compare(candidates, { rounds: 2, warmup: 1 });
  expect(calls.join("")).toBe("ababab");
  expect(rounds).toHaveLength(2);
  expect(Object.keys(medians)).toEqual(["a", "b"]);
});

test("wall time counts waiting, CPU time does not", async () => {
  const wait = () => new Promise((resolve) => setTimeout(resolve, 60));
  const { medians } = await compare({ wait }, { rounds: 3, warmup: 0 });
  expect(medians.wait?.wall).toBeGreaterThan(50);
  expect(medians.wait?.cpu).toBeLessThan(50);
});

test("with --json stdout holds the array and nothing else", () => {
  const { stdout, stderr, status } = runBench([KEPT], "--json");
  expect(JSON.parse(stdout)).toEqual([KEPT]);
  expect(stderr).toContain("noise before");
  expect(stderr).toContain("noise after");
  expect(status).toBe(0);
});

test("a goal that does not hold makes the exit code 1", () => {
  expect(runBench([KEPT, MISSED], "--json").status).toBe(1);
});

test("without --json people get a table", () => {
  const { stdout } = runBench([KEPT, MISSED]);
  expect(stdout).toContain(formatFindings([KEPT, MISSED]));
  expect(stdout).toMatch(/assess 1000 assets +12\.50 +ms +≤ 20 +holds/);
  expect(stdout).toMatch(/peer ratio +1\.400 +× +≤ 1 +MISSED/);
});
