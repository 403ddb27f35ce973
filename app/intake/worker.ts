import { readFile } from "node:fs/promises";
import type { ImportPlan } from "~/domain/declaration/import-plan";
import { accept, type Result } from "~/domain/shared/result";
import type { SbomRefusal } from "~/formats/sbom/document";
import { readStatus } from "~/formats/vulnerability-status/read-status";
import { type NoticeFromFile, type OwnRelease, toNotice } from "~/formats/vulnerability-status/to-notice";
import { type ListedParts, listParts } from "./list-parts";
import type { FileRefusal } from "./look";
import { readIntakeFile } from "./read-file";
import type { IntakeGround, IntakeStep } from "./reader";

/** What the process is asked, once. Files are named by their place on the disk. */
export type IntakeOrder = { path: string; sbomPath: string | null; ground: Omit<IntakeGround, "sbom"> };
/** The components of a list, to be searched later on. */
export type PartsOrder = { partsIn: string };
/** What notice an advisory would become, with the releases that it may be about. */
export type NoticeOrder = { noticeIn: string; releases: ReadonlyArray<OwnRelease> };
export type NoticeAnswer = Result<
  NoticeFromFile & { format: "csaf" | "cyclonedx-vex"; identifier: string; problemCount: number },
  SbomRefusal
>;

/** What it says: the step it is at, and at the end what it found. */
export type IntakeMessage<Found = ImportPlan | ListedParts | null | NoticeAnswer> =
  | { step: IntakeStep }
  | { result: Result<Found, FileRefusal> };

const post = (message: IntakeMessage, then: () => void = () => undefined) => {
  process.send?.(message, then);
};

process.once("message", (order: IntakeOrder | PartsOrder | NoticeOrder) => {
  // Nobody listens any more.
  process.once("disconnect", () => process.exit());
  void answer(order).then((result) => post({ result }, () => process.disconnect()));
});

async function answer(
  order: IntakeOrder | PartsOrder | NoticeOrder,
): Promise<Result<ImportPlan | ListedParts | null | NoticeAnswer, FileRefusal>> {
  if ("partsIn" in order) return accept(listParts(await readFile(order.partsIn)));
  if ("noticeIn" in order) return accept(noticeOf(await readFile(order.noticeIn), order.releases));
  return read(order);
}

function noticeOf(bytes: Uint8Array, releases: ReadonlyArray<OwnRelease>): NoticeAnswer {
  const read = readStatus(bytes);
  if (!read.ok) return read;
  const { format, identifier, problemCount } = read.value;
  return accept({ ...toNotice(read.value, releases), format, identifier: identifier ?? "", problemCount });
}

async function read({ path, sbomPath, ground }: IntakeOrder): Promise<Result<ImportPlan, FileRefusal>> {
  const sbom = sbomPath === null ? null : await readFile(sbomPath);
  return readIntakeFile(await readFile(path), { ...ground, sbom }, (step) => post({ step }));
}
