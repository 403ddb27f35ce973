import { readFile } from "node:fs/promises";
import type { ImportPlan } from "~/domain/declaration/import-plan";
import type { Result } from "~/domain/shared/result";
import type { FileRefusal } from "./look";
import { readIntakeFile } from "./read-file";
import type { IntakeGround, IntakeStep } from "./reader";

/** What the process is asked, once. Files are named by their place on the disk. */
export type IntakeOrder = { path: string; sbomPath: string | null; ground: Omit<IntakeGround, "sbom"> };
/** What it says: the step it is at, and at the end what it found. */
export type IntakeMessage = { step: IntakeStep } | { result: Result<ImportPlan, FileRefusal> };

const post = (message: IntakeMessage, then: () => void = () => undefined) => {
  process.send?.(message, then);
};

process.once("message", (order: IntakeOrder) => {
  // Nobody listens any more.
  process.once("disconnect", () => process.exit());
  void read(order).then((result) => post({ result }, () => process.disconnect()));
});

async function read({ path, sbomPath, ground }: IntakeOrder): Promise<Result<ImportPlan, FileRefusal>> {
  const sbom = sbomPath === null ? null : await readFile(sbomPath);
  return readIntakeFile(await readFile(path), { ...ground, sbom }, (step) => post({ step }));
}
