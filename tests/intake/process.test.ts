import fs from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { readInProcess } from "~/intake/read-in-process.server";
import type { IntakeOrder } from "~/intake/worker";
import { accepted, refusalOf } from "../builders/declaration";
import { aGround } from "../builders/intake";
import { anSbom } from "../builders/sbom";

let folder = "";
beforeAll(async () => {
  folder = await fs.mkdtemp(path.join(os.tmpdir(), "cordon-intake-"));
});
afterAll(() => fs.rm(folder, { recursive: true, force: true }));

async function anOrder(bytes: Uint8Array): Promise<IntakeOrder> {
  const file = path.join(folder, `${bytes.length}.json`);
  await fs.writeFile(file, bytes);
  const { sbom: _, ...ground } = aGround();
  return { path: file, sbomPath: null, ground };
}

const never = new AbortController().signal;

test("a process of its own reads a file and says how far it is", async () => {
  const steps: Array<string> = [];
  const plan = accepted(
    await readInProcess(await anOrder(anSbom(50)), { signal: never, tell: (step) => steps.push(step) }),
  );
  expect(plan).toMatchObject({ kind: "sbom", counted: 50 });
  expect(steps).toEqual(["opening", "parsing", "comparing", "judging"]);
});

test("a file that needs more memory than there is brings down its reader and nothing else", async () => {
  const order = await anOrder(anSbom(150_000));
  const limits = { memoryMb: 120, timeMs: 120_000 };
  const read = await readInProcess(order, { signal: never, tell: () => undefined }, limits);
  expect(refusalOf(read)).toMatchObject({ code: "took-too-much-memory" });
});

test("a file that takes too long is ended, and so is one that nobody wants any more", async () => {
  const order = await anOrder(anSbom(150_000));
  const limits = { memoryMb: 1_024, timeMs: 300 };
  const late = await readInProcess(order, { signal: never, tell: () => undefined }, limits);
  expect(refusalOf(late)).toMatchObject({ code: "took-too-long" });
  const given = new AbortController();
  const reading = readInProcess(order, {
    signal: given.signal,
    tell: () => given.abort(new Error("given up")),
  });
  await expect(reading).rejects.toThrow("given up");
});

test("a file that is gone is said to be unreadable", async () => {
  const { sbom: _, ...ground } = aGround();
  const order = { path: path.join(folder, "nowhere"), sbomPath: null, ground };
  const read = await readInProcess(order, { signal: never, tell: () => undefined });
  expect(refusalOf(read)).toMatchObject({ code: "could-not-be-read" });
});
